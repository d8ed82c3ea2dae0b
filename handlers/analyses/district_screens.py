"""A study over a district: areas by the district as a whole, and who has sent it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.analyses.area_lists import areas_block, areas_page, block_keys
from handlers.analyses.area_screens import area_exits, figure_lines
from handlers.analyses.buttons import (
    ListStudies,
    OpenDistrict,
    OpenDistrictArea,
    OpenDistrictAreas,
    WhoHasSent,
)
from handlers.analyses.wording import fitted
from handlers.menu import to_menu
from handlers.results.group_screen import shortened
from handlers.results.wording import title_line
from handlers.ui.layout import SCREEN_LIMIT, in_rows
from handlers.ui.paging import fitted_page, page_line, page_of, paged_rows, turning_row
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from services.analyses import District, Head

SPARE = 60
NAME = 60


@dataclass(frozen=True)
class DistrictShown(Screen):
    """What is hard and what goes well in a district; no school stands beside another."""

    district: District

    def render(self, texts: Texts) -> Message:
        """Show it."""
        shown, study = self.district, self.district.study_id
        ways = []
        if shown.areas:
            ways.append(OpenDistrictAreas(study).labelled(texts.label("analyses-all-areas")))
        ways.append(WhoHasSent(study).labelled(texts.label("analyses-who-sent")))
        exits = (ListStudies().labelled(texts.label("analyses-to-list")), to_menu(texts))
        keys = block_keys(shown.hard, shown.best, lambda index: OpenDistrictArea(study, index))
        return Message(
            fitted(lambda limit: _lines(shown, limit, texts)),
            (*keys, *in_rows(ways, columns=2), exits),
        )


@dataclass(frozen=True)
class DistrictAreas(Screen):
    """All areas of a district in the order of the file."""

    district: District
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Show one page."""
        study = self.district.study_id
        back = OpenDistrict(study).labelled(texts.label("analyses-back"))
        return areas_page(
            _head(self.district, texts),
            self.district.areas,
            self.page,
            texts,
            opens=lambda index: OpenDistrictArea(study, index),
            turn=lambda number: OpenDistrictAreas(study, number),
            exits=(back, to_menu(texts)),
        )


@dataclass(frozen=True)
class DistrictAreaShown(Screen):
    """One area of a district."""

    district: District
    index: int

    def render(self, texts: Texts) -> Message:
        """Show it."""
        shown, study = self.district, self.district.study_id
        area = shown.areas[self.index]
        pages = page_of(shown.areas, self.index, size=1)
        turning = turning_row(pages, lambda number: OpenDistrictArea(study, number), texts)
        head = Head(study, shown.title, shown.place, True, shown.n, True, None, False, None)
        return Message(
            fitted(lambda limit: figure_lines(head, area, limit, texts)),
            (*((turning,) if turning else ()), *area_exits(OpenDistrict(study), texts)),
        )


@dataclass(frozen=True)
class SendersShown(Screen):
    """Which schools have sent a study and which have not; nothing else is told of a school."""

    district: District
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Show one page of the names in their alphabet."""
        shown, study = self.district, self.district.study_id
        lines = [
            texts("analyses-sender", school=shortened(one, NAME), sent=sent)
            for one, sent in sorted(
                [*((one, True) for one in shown.sent), *((one, False) for one in shown.awaited)]
            )
        ]
        head = texts(
            "analyses-senders",
            title=title_line(shown.title, texts),
            place=shown.place,
            sent=len(shown.sent),
            schools=len(lines),
        )
        page = fitted_page(
            lines, self.page, length=lambda one: len(one) + 1, room=SCREEN_LIMIT - len(head) - SPARE
        )
        back = OpenDistrict(study).labelled(texts.label("analyses-back"))
        words = [head, *page.items, page_line(page, texts)]
        return Message(
            "\n".join(filter(None, words)),
            paged_rows(
                (),
                page,
                lambda number: WhoHasSent(study, number),
                texts,
                exits=(back, to_menu(texts)),
            ),
        )


def _head(shown: District, texts: Texts) -> Markup:
    return texts(
        "analyses-district",
        title=title_line(shown.title, texts),
        place=shown.place,
        n=shown.n,
        sent=len(shown.sent),
        schools=len(shown.sent) + len(shown.awaited),
    )


def _lines(shown: District, limit: int, texts: Texts) -> Iterator[Markup]:
    yield _head(shown, texts)
    if not shown.areas:
        yield texts("analyses-district-few", sent=len(shown.sent))
        return
    if not shown.hard:
        yield texts("summary-nothing-hard", tasks=len(shown.areas))
    yield from areas_block(shown.hard, shown.best, shown.n, limit, texts)
    yield texts("analyses-district-note")
