"""One area of a study: figures, neighbours, mark groups, those who did not try, the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.analyses.buttons import OpenAnalysis, OpenArea
from handlers.analyses.wording import PLACE, certainty, fitted, mark_of, skill_of
from handlers.menu import to_menu
from handlers.results.group_screen import shortened
from handlers.results.wording import title_line
from handlers.ui.buttons import Button, Key
from handlers.ui.paging import page_of, turning_row
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from services.analyses import Area, AreaView, Head

HARD = ("deficit", "uncertain")
YEARS = 3
SKILL_HERE = 60
"""So many letters more than in a list: here the skill is what the screen is about."""


@dataclass(frozen=True)
class AreaShown(Screen):
    """One area with all that is known of it."""

    view: AreaView

    def render(self, texts: Texts) -> Message:
        """Show it."""
        view, study = self.view, self.view.head.study_id
        pages = page_of(range(view.areas), view.area.index, size=1)
        turning = turning_row(pages, lambda number: OpenArea(study, number), texts)
        return Message(
            fitted(lambda limit: _lines(view, limit, texts)),
            (
                *((turning,) if turning else ()),
                (OpenAnalysis(study).labelled(texts.label("analyses-back")),),
                (to_menu(texts),),
            ),
        )


def figure_lines(head: Head, area: Area, limit: int, texts: Texts) -> Iterator[Markup]:
    """What is measured, how much it is, what that means, who stands beside."""
    yield texts(
        "analyses-area-title",
        skill=skill_of(area.code, area.skill, texts, limit + SKILL_HERE),
        place=mark_of(area.code, area.level, area.skill, texts),
    )
    yield texts(
        "analyses-area-of", title=title_line(head.title, texts), place=shortened(head.place, PLACE)
    )
    if head.pooled is not None:
        yield texts("analyses-pooled", by=head.pooled.by, n=head.pooled.n)
    yield texts(
        "analyses-area-figure", percent=area.percent, low=area.low, high=area.high, n=area.n
    )
    yield texts(
        "analyses-area-status",
        status=area.status,
        threshold=area.threshold or 0,
        certainty=certainty(area),
    )
    if area.peers:
        beside = [
            texts.label("analyses-peer", level=one.level, percent=one.percent) for one in area.peers
        ]
        nearest = area.nearest
        verdict = nearest.verdict if nearest else "unknown"
        yield texts(
            "analyses-area-peers", peers=tuple(beside), difference=verdict, hard=area.status in HARD
        )


def _lines(view: AreaView, limit: int, texts: Texts) -> Iterator[Markup]:
    yield from figure_lines(view.head, view.area, limit, texts)
    if view.groups:
        groups = [
            texts.label("analyses-group", mark=one.mark, percent=one.percent) for one in view.groups
        ]
        yield texts("analyses-area-groups", groups=tuple(groups))
    if view.skipped is not None and view.area.skipped:
        share = 100 * view.skipped / view.area.n
        yield texts("analyses-area-skipped", count=view.skipped, n=view.area.n, percent=share)
    elif view.skipped is None:
        yield texts("analyses-area-skipped-few")
    if len(view.trend) > 1:
        years = [
            texts.label(
                "analyses-year-figure",
                year=one.year,
                percent=one.percent,
                low=one.low,
                high=one.high,
            )
            for one in view.trend[-YEARS:]
        ]
        yield texts("analyses-area-years", years=tuple(years))


def area_exits(back: Button, texts: Texts) -> tuple[tuple[Key, ...], ...]:
    """Back to the study, and to the menu."""
    return ((back.labelled(texts.label("analyses-back")),), (to_menu(texts),))
