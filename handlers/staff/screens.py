"""The staff dashboard: numbers in words, subjects, schools; nothing about a single teacher."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.expected_studies.wording import names_line
from handlers.menu import to_menu
from handlers.picker import Choice, picking
from handlers.results.group_screen import shortened
from handlers.staff.buttons import (
    DrawStaff,
    ExportStaff,
    OpenStaff,
    OpenStaffSchools,
    OpenSubjects,
    TurnStaffPlaces,
)
from handlers.staff.wording import dates_line, table_lines
from handlers.ui.buttons import Key, Rows
from handlers.ui.layout import SCREEN_LIMIT, in_rows
from handlers.ui.paging import fitted_page, page_line, turning_row
from handlers.ui.screens import Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from handlers.upload_links.buttons import GetUploadLink
from services.staff.dashboard import Dashboard, StaffOf
from services.subjects import subject
from services.uploads import Purpose

IN_ROW, ON_PAGE = 3, 6
PAGE_LINE = 25
LONGEST_NAME = 45
NAMES_MARKS = 35
"""Letters that stand beside the names of schools without a list."""
FEW = 10
"""Below that no table can be told: a cell of fewer than five would stand beside another."""


@dataclass(frozen=True)
class StaffShown(Screen):
    """The figures of a place in words."""

    board: Dashboard
    inside: bool = False
    """Whether it is a school opened from its municipality's list."""
    home: int = 0
    """The municipality to go back to."""

    def render(self, texts: Texts) -> Message:
        """Tell what may be told, why the rest is not, how old it is."""
        one = self.board.whole
        lines = [texts("staff-head", place=shortened(one.place, LONGEST_NAME))]
        if one.first_sent is None:
            lines.append(texts("staff-no-list-here", uploads=self.board.uploads))
            return Message("\n".join(lines), self._rows(texts, empty=True))
        lines.append(
            texts(
                "staff-people",
                people=one.people,
                schools=len(self.board.schools),
                wide=not self.board.school,
            )
        )
        lines += table_lines(one, texts)
        lines += self._kept_back(texts)
        lines.append(dates_line(one, texts))
        if self.board.missing:
            lines.append(_missing(self.board.missing, "\n".join(lines), texts))
        return Message("\n".join(lines), self._rows(texts))

    def _kept_back(self, texts: Texts) -> list[Markup]:
        one = self.board.whole
        if one.told:
            return [] if one.whole else [texts("staff-kept-back")]
        name = "staff-few" if one.people < FEW else "staff-alike"
        return [texts(name, people=one.people, school=self.board.school)]

    def _rows(self, texts: Texts, *, empty: bool = False) -> Rows:
        one = self.board.whole
        rows: list[tuple[Key, ...]] = []
        views: list[Key] = []
        if not empty and (one.subjects or one.more_subjects) and one.told:
            views.append(OpenSubjects(one.place_id).labelled(texts.label("staff-subjects")))
        if self.board.schools:
            views.append(OpenStaffSchools(one.place_id).labelled(texts.label("staff-schools")))
        rows += [tuple(views)] if views else []
        if one.told:
            rows.append(
                (
                    DrawStaff(one.place_id).labelled(texts.label("staff-picture")),
                    ExportStaff(one.place_id).labelled(texts.label("staff-table")),
                )
            )
        if self.board.uploads:
            rows.append((GetUploadLink(Purpose.STAFF).labelled(texts.label("staff-load")),))
        if self.inside:
            back = OpenStaffSchools(self.home).labelled(texts.label("staff-to-schools"))
            rows.append((back,))
        return (*rows, (to_menu(texts),))


@dataclass(frozen=True)
class StaffSubjects(Screen):
    """How many teach each subject, where there are enough."""

    staff: StaffOf
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """A page of subjects by their names."""
        one = self.staff
        head = texts("staff-subjects-head", place=shortened(one.place, LONGEST_NAME))
        lines = sorted(
            texts(
                "staff-subject",
                subject=_capital(subject(told.subject).name(texts.language)),
                people=told.people,
            )
            for told in one.subjects
        )
        foot = [texts("staff-subjects-kept", none=not lines)] if one.more_subjects else []
        foot.append(dates_line(one, texts))
        room = SCREEN_LIMIT - PAGE_LINE - len(visible_text("".join([head, *foot])))
        page = fitted_page(
            lines, self.page, length=lambda line: len(visible_text(line)) + 1, room=room
        )
        turning = turning_row(page, lambda number: OpenSubjects(one.place_id, number), texts)
        back = OpenStaff(one.place_id).labelled(texts.label("staff-back"))
        words = [head, *page.items, *foot, page_line(page, texts)]
        return Message(
            "\n".join(filter(None, words)),
            (*((turning,) if turning else ()), (back,), (to_menu(texts),)),
        )


@dataclass(frozen=True)
class StaffSchools(Screen):
    """The schools by name, each with the count of its people and the day of its list."""

    board: Dashboard
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """A page of schools, each opened by its number."""
        name = shortened(self.board.whole.place, LONGEST_NAME)
        head = texts("staff-schools-head", place=name)
        lines = [_school_line(one, texts) for one in self.board.schools]
        room = SCREEN_LIMIT - PAGE_LINE - len(visible_text(head))
        page = fitted_page(
            lines,
            self.page,
            length=lambda line: len(visible_text(line)) + 5,
            room=room,
            size=ON_PAGE,
        )
        numbered = [
            texts("staff-numbered", number=page.first + place, line=line)
            for place, line in enumerate(page.items, 1)
        ]
        keys = [
            OpenStaff(one.place_id).labelled(str(page.first + place))
            for place, one in enumerate(self.board.schools[page.first :][: len(page.items)], 1)
        ]
        home = self.board.whole.place_id
        turning = turning_row(page, lambda number: OpenStaffSchools(home, number), texts)
        back = OpenStaff(home).labelled(texts.label("staff-back"))
        return Message(
            "\n".join(filter(None, [head, *numbered, page_line(page, texts)])),
            (
                *(in_rows(keys, columns=IN_ROW) if keys else ()),
                *((turning,) if turning else ()),
                (back,),
                (to_menu(texts),),
            ),
        )


@dataclass(frozen=True)
class WhichStaff(Screen):
    """Of which municipality?"""

    places: tuple[Choice, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Ask."""
        return picking(
            texts,
            texts("staff-which"),
            self.places,
            OpenStaff,
            turn=TurnStaffPlaces,
            page=self.page,
            exits=(to_menu(texts),),
        )


def _missing(names: tuple[str, ...], above: str, texts: Texts) -> Markup:
    """Who has no list: by name where there is room, else how many."""
    room = SCREEN_LIMIT - len(visible_text(above)) - NAMES_MARKS
    words = names_line(names, texts, room)
    if len(words) > room:
        return texts("staff-missing-many", count=len(names))
    return texts("staff-missing", names=words)


def _school_line(one: StaffOf, texts: Texts) -> Markup:
    if one.last_sent is None:
        return texts("staff-no-list")
    return texts(
        "staff-school", name=one.place, people=one.people, at=one.last_sent, stale=one.stale
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
