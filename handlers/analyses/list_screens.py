"""Choosing a study: by year and subject, or by a few typed words."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.analyses.buttons import (
    CompareWider,
    Goal,
    ListStudies,
    OpenAnalysis,
    OpenDistrict,
    ShowYearsTogether,
)
from handlers.analyses.wording import number_rows
from handlers.menu import to_menu
from handlers.results.group_screen import shortened
from handlers.results.wording import title_line
from handlers.ui.buttons import Button
from handlers.ui.layout import MAX_COLUMNS, SCREEN_LIMIT
from handlers.ui.paging import fitted_page, page_line, paged_rows, rows_left
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from services.analyses import Listed

PLACE = 24
HEADINGS = 40
"""Letters kept for the years that stand above the studies of a page."""


@dataclass(frozen=True)
class StudyList(Screen):
    """The studies one may look into; `why` says why there are none, if that is known."""

    listed: tuple[Listed, ...]
    page: int = 0
    word: str = ""
    why: str = "none"
    """none | subjects: a teacher has named no subjects yet."""
    goal: Goal = Goal.OVERVIEW

    def render(self, texts: Texts) -> Message:
        """Show one page of them under their years."""
        exits = (to_menu(texts),)
        if not self.listed:
            return Message(self._nothing(texts), ((exits[0],),))
        many = len({one.place for one in self.listed}) > 1
        lines = [_line(one, many, texts) for one in self.listed]
        intro = (
            texts("analyses-found", word=self.word)
            if self.word
            else texts("analyses-choose", goal=self.goal)
        )
        page = fitted_page(
            range(len(lines)),
            self.page,
            length=lambda at: len(lines[at]) + 6,
            room=SCREEN_LIMIT - len(intro) - HEADINGS,
            size=MAX_COLUMNS * rows_left(len(exits)),
        )
        words: list[str] = [intro]
        year = None
        for at in page.items:
            if self.listed[at].title.year != year:
                year = self.listed[at].title.year
                words.append(texts("analyses-year", year=year))
            words.append(texts("analyses-listed", number=at + 1, words=lines[at]))
        opened = [opens(self.listed[at], self.goal) for at in page.items]
        keys = number_rows(opened, page.first + 1)
        words.append(page_line(page, texts))
        # A found list is one page long: its words would not come back with a turned page.
        turned = paged_rows(keys, page, lambda number: ListStudies(number, self.goal), texts)
        rows = keys if self.word else turned
        return Message("\n".join(filter(None, words)), (*rows, *((key,) for key in exits)))

    def _nothing(self, texts: Texts) -> Markup:
        if self.word:
            return texts("analyses-nothing-found", word=self.word)
        return texts("analyses-none-yet", why=self.why)


def _line(one: Listed, many: bool, texts: Texts) -> str:
    words = title_line(one.title, texts, short=True)
    return f"{words} ({shortened(one.place, PLACE)})" if many else words


def opens(one: Listed, goal: Goal = Goal.OVERVIEW) -> Button:
    """What a study of the list opens; schools together have one way in."""
    if one.wide:
        return OpenDistrict(one.study_id)
    if goal is Goal.COMPARE:
        return CompareWider(one.study_id)
    return ShowYearsTogether(one.study_id) if goal is Goal.YEARS else OpenAnalysis(one.study_id)
