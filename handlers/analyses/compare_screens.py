"""A study beside wider places, beside last year, over three years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.analyses.buttons import (
    CompareWider,
    CompareYears,
    OpenAnalysis,
    ShowYearsTogether,
)
from handlers.analyses.wording import head_line, mark_of, skill_of
from handlers.menu import to_menu
from handlers.ui.buttons import Button, Key, Rows
from handlers.ui.layout import SCREEN_LIMIT
from handlers.ui.paging import fitted_page, page_line, turning_row
from handlers.ui.screens import Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.analyses import Compared, Comparison, Together, YearComparison, YearsTogether

SPARE = 25
SKILL = 48


@dataclass(frozen=True)
class ComparedWider(Screen):
    """All areas beside the municipality, the region or the country."""

    comparison: Comparison
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Show one page."""
        shown = self.comparison
        study = shown.head.study_id
        head = "\n".join(
            (head_line(shown.head, texts), texts("analyses-compared", level=shown.level))
        )
        if not shown.rows:
            head = "\n".join((head_line(shown.head, texts), texts("analyses-nothing-to-compare")))
        levels = tuple(
            CompareWider(study, one).labelled(texts.label("analyses-level", level=one))
            for one in shown.levels
            if one != shown.level
        )
        ways = (*levels, CompareYears(study).labelled(texts.label("analyses-last-year")))
        return _paged(
            head,
            [_compared(one, texts) for one in shown.rows],
            texts("analyses-compare-signs") if shown.rows else Markup(),
            self.page,
            texts,
            turn=lambda number: CompareWider(study, shown.level, number),
            ways=(ways,),
            study=study,
        )


@dataclass(frozen=True)
class ComparedYears(Screen):
    """The content elements this year shares with the one before."""

    comparison: YearComparison
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Show one page."""
        shown = self.comparison
        study = shown.head.study_id
        years = tuple(str(year) for year in shown.years)
        said = texts("analyses-no-year")
        ways: Rows = ()
        if shown.rows:
            said = texts("analyses-years", years=years, left=shown.left_out)
            together = ShowYearsTogether(study)
            ways = ((together.labelled(texts.label("analyses-three-years")),),)
        return _paged(
            "\n".join((head_line(shown.head, texts), said)),
            [_compared(one, texts) for one in shown.rows],
            texts("analyses-year-signs") if shown.rows else Markup(),
            self.page,
            texts,
            turn=lambda number: CompareYears(study, number),
            ways=ways,
            study=study,
        )


@dataclass(frozen=True)
class YearsShown(Screen):
    """Up to three years put together."""

    together: YearsTogether
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Show one page."""
        shown = self.together
        study = shown.head.study_id
        years = tuple(str(year) for year in shown.years)
        said = texts("analyses-together", years=years) if years else texts("analyses-no-year")
        return _paged(
            "\n".join((head_line(shown.head, texts), said)),
            [_together(one, texts) for one in shown.rows],
            Markup(),
            self.page,
            texts,
            turn=lambda number: ShowYearsTogether(study, number),
            ways=(),
            study=study,
        )


def _paged(
    head: str,
    lines: Sequence[Markup],
    foot: Markup,
    number: int,
    texts: Texts,
    *,
    turn: Callable[[int], Button],
    ways: Rows,
    study: int,
) -> Message:
    room = SCREEN_LIMIT - len(visible_text(f"{head}{foot}")) - SPARE
    page = fitted_page(lines, number, length=lambda one: len(visible_text(one)) + 1, room=room)
    words = [head, *page.items, foot, page_line(page, texts)]
    turning = turning_row(page, turn, texts)
    back = OpenAnalysis(study).labelled(texts.label("analyses-back"))
    rows: tuple[tuple[Key, ...], ...] = (
        *ways,
        *((turning,) if turning else ()),
        (back,),
        (to_menu(texts),),
    )
    return Message("\n".join(filter(None, words)), rows)


def _compared(one: Compared, texts: Texts) -> Markup:
    area = one.area
    return texts(
        "analyses-compared-line",
        told=one.told,
        skill=skill_of(area.code, area.skill, texts, SKILL),
        place=mark_of(area.code, area.level, area.skill, texts),
        percent=area.percent,
        other=one.other,
        points=one.points,
        year=one.since or 0,
    )


def _together(one: Together, texts: Texts) -> Markup:
    return texts(
        "analyses-together-line",
        skill=skill_of(one.code, one.skill, texts, SKILL),
        place=mark_of(one.code, one.level, one.skill, texts),
        percent=one.percent,
        low=one.low,
        high=one.high,
        n=one.n,
    )
