"""What was and what is, for those who saw figures that have changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.menu import to_menu
from handlers.results.buttons import OpenTable
from handlers.results.group_screen import SKILL_LENGTHS, group_rows, place_of, skill_of
from handlers.results.wording import title_line
from handlers.ui.layout import SCREEN_LIMIT, in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.summaries import Changed, Correction

SHOWN_IN_PRIVATE = 5


@dataclass(frozen=True)
class CorrectionInGroup(Screen):
    """One short post: which findings say something else now; their votes stand."""

    correction: Correction

    def render(self, texts: Texts) -> Message:
        """Say it; findings that are new among the hard ones can be voted on here."""
        told = self.correction
        head = [texts("summary-corrected", title=title_line(told.title, texts)), _n(told, texts)]
        foot = texts("summary-corrected-votes", judged=told.judged)
        new = sorted(one.number for one in told.changes if one.state == "came" and one.number)
        words = _fitted(head, told.changes, len(told.changes), foot, texts)
        return Message(words, group_rows(told.summary_id, new, texts))


@dataclass(frozen=True)
class CorrectionInPrivate(Screen):
    """The same for somebody who opened the table: the tasks that changed most."""

    correction: Correction

    def render(self, texts: Texts) -> Message:
        """Say it and offer the table as it is now."""
        told = self.correction
        title = title_line(told.title, texts)
        head = [texts("summary-corrected-yours", title=title, place=told.place), _n(told, texts)]
        head += [
            texts("summary-changed-mark", name=one.name, was=one.was, now=one.now)
            for one in told.marks
        ]
        foot = texts("summary-corrected-why")
        words = _fitted(head, told.changes, SHOWN_IN_PRIVATE, foot, texts)
        key = OpenTable(told.summary_id, 0).labelled(texts.label("results-open-table"))
        return Message(words, in_rows([key], exits=[to_menu(texts)]))


def _n(told: Correction, texts: Texts) -> Markup:
    if told.n_was == told.n_now:
        return Markup()
    return texts("summary-corrected-works", was=told.n_was, now=told.n_now, judged=told.judged)


def _fitted(
    head: Sequence[Markup], changes: Sequence[Changed], most: int, foot: Markup, texts: Texts
) -> str:
    """The lines with as many changes as fit one screen, skills cut as far as they must be."""
    for shown in range(min(most, len(changes)), -1, -1):
        more = len(changes) - shown
        last = [texts("results-and-more", count=more)] if more else []
        for limit in SKILL_LENGTHS:
            lines = [_change(one, limit, texts) for one in changes[:shown]]
            words = "\n".join(filter(None, [*head, *lines, *last, foot]))
            if len(visible_text(words)) <= SCREEN_LIMIT:
                return words
    return words


def _change(one: Changed, limit: int, texts: Texts) -> Markup:
    return texts(
        "summary-changed-figure",
        skill=skill_of(one, texts, limit),
        place=place_of(one, texts),
        state=one.state,
        known="now" if one.was is None else "was" if one.now is None else "both",
        was=one.was or 0,
        now=one.now or 0,
    )
