"""The calendar: the list, one study, the schools; sizes kept by pages."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.expected_studies.buttons import (
    AddExpected,
    CancelExpected,
    MoveExpected,
    NotHeld,
    OpenCalendar,
    OpenExpected,
    OpenMissing,
    OpenSchools,
    WhereNotHeld,
)
from handlers.expected_studies.wording import brief_line, names_line, title_words
from handlers.menu import to_menu
from handlers.results.buttons import SendAFile
from handlers.ui.buttons import Key, Rows
from handlers.ui.layout import SCREEN_LIMIT, in_rows
from handlers.ui.paging import Page, fitted_page, page_line, turning_row
from handlers.ui.screens import Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.expected_studies.views import Overview, School, Schools, Shown

IN_ROW, ON_PAGE = 3, 6
PAGE_LINE = 25


@dataclass(frozen=True)
class CalendarShown(Screen):
    """What is waited for, the overdue first, or what has all come; of a place or a school."""

    calendar: Overview
    page: int = 0
    done: bool = False
    inside: bool = False
    """Whether it is a school opened from the list of schools."""

    def render(self, texts: Texts) -> Message:
        """A page of studies, each opened by its number."""
        shown = self.calendar
        briefs = shown.done if self.done else shown.waited
        head = texts("expected-head", place=shown.place, done=self.done, school=shown.school)
        if not briefs:
            none = texts("expected-none", done=self.done, plans=shown.plans, school=shown.school)
            return Message(f"{head}\n{none}", self._rows((), (), texts))
        lines = [brief_line(one, texts, school=shown.school) for one in briefs]
        room = SCREEN_LIMIT - len(visible_text(head)) - PAGE_LINE
        page = fitted_page(lines, self.page, length=_length, room=room, size=ON_PAGE)
        text = "\n".join(filter(None, [head, *_numbered(page, texts), page_line(page, texts)]))
        keys = [
            OpenExpected(one.id, self._school).labelled(str(page.first + place))
            for place, one in enumerate(briefs[page.first :][: len(page.items)], 1)
        ]
        return Message(text, self._rows(keys, turning_row(page, self._turn, texts), texts))

    @property
    def _school(self) -> int:
        return self.calendar.place_id if self.inside else 0

    def _turn(self, page: int) -> OpenCalendar:
        return OpenCalendar(page, self.done, self._school)

    def _rows(self, keys: list[Key] | tuple[()], turning: tuple[Key, ...], texts: Texts) -> Rows:
        shown = self.calendar
        actions: list[Key] = []
        if shown.plans and not self.done and not self.inside:
            actions.append(AddExpected(shown.place_id).labelled(texts.label("expected-add")))
        if not shown.school:
            actions.append(OpenSchools().labelled(texts.label("expected-schools")))
        elif shown.uploads and not self.inside:
            actions.append(SendAFile().labelled(texts.label("expected-send")))
        other = OpenCalendar(0, not self.done, self._school)
        label = texts.label("expected-waited" if self.done else "expected-done")
        last = OpenSchools() if self.inside else None
        return (
            *_threes(keys),
            *((turning,) if turning else ()),
            *((tuple(actions),) if actions else ()),
            (other.labelled(label),),
            (last.labelled(texts.label("expected-schools")) if last else to_menu(texts),),
        )


@dataclass(frozen=True)
class ExpectedShown(Screen):
    """One study: who has sent, who has not; in a school, what became of it."""

    shown: Shown
    inside: bool = False
    """Whether it was opened from a school of the list of schools."""

    def render(self, texts: Texts) -> Message:
        """Say it, offer what may be done."""
        one = self.shown
        lines = [
            texts("expected-study", title=title_words(one.brief.title, texts)),
            _standing(one, texts),
        ]
        if one.orderer:
            lines.append(texts("expected-ordered", place=one.orderer))
        if not one.school:
            lines += _schools_lines(one, texts)
        return Message("\n".join(lines), self._rows(texts))

    def _rows(self, texts: Texts) -> Rows:
        one = self.shown
        expected = one.brief.id
        rows: list[tuple[Key, ...]] = []
        if one.edits:
            rows.append(
                (
                    MoveExpected(expected).labelled(texts.label("expected-move")),
                    CancelExpected(expected).labelled(texts.label("expected-cancel")),
                )
            )
        rows += self._school_keys(texts) if one.school else self._wide_keys(texts)
        back = OpenCalendar(school=one.school_id if self.inside else 0)
        return (*rows, (back.labelled(texts.label("expected-back")),), (to_menu(texts),))

    def _school_keys(self, texts: Texts) -> list[tuple[Key, ...]]:
        one = self.shown
        keys: list[tuple[Key, ...]] = []
        if one.brief.sent_at is not None:
            return keys
        if one.uploads and not one.brief.excused:
            keys.append((SendAFile().labelled(texts.label("expected-send")),))
        if one.excuses:
            name = "expected-held" if one.brief.excused else "expected-not-held"
            button = NotHeld(one.brief.id, one.school_id, held=one.brief.excused)
            keys.append((button.labelled(texts.label(name)),))
        return keys

    def _wide_keys(self, texts: Texts) -> list[tuple[Key, ...]]:
        one = self.shown
        keys: list[tuple[Key, ...]] = []
        if one.excuses and (one.waiting or one.excused):
            button = WhereNotHeld(one.brief.id)
            keys.append((button.labelled(texts.label("expected-where-not-held")),))
        if len(one.waiting) > 1 and _cut(one.waiting, texts):
            keys.append((OpenMissing(one.brief.id).labelled(texts.label("expected-missing")),))
        return keys


@dataclass(frozen=True)
class MissingShown(Screen):
    """Every school that has not sent a study, by name."""

    shown: Shown
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """A page of names."""
        one = self.shown
        head = texts("expected-missing-head", title=title_words(one.brief.title, texts))
        names = [texts("expected-name", name=school.name) for school in one.waiting]
        room = SCREEN_LIMIT - len(visible_text(head)) - PAGE_LINE
        page = fitted_page(names, self.page, length=_length, room=room)
        turning = turning_row(page, lambda number: OpenMissing(one.brief.id, number), texts)
        back = OpenExpected(one.brief.id).labelled(texts.label("expected-to-study"))
        return Message(
            "\n".join(filter(None, [head, *page.items, page_line(page, texts)])),
            (*((turning,) if turning else ()), (back,), (to_menu(texts),)),
        )


@dataclass(frozen=True)
class SchoolsShown(Screen):
    """The schools by name, each with how much of what is expected it has sent."""

    schools: Schools
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """A page of schools, each opened by its number."""
        head = texts("expected-schools-head", place=self.schools.place)
        lines = [_school_line(one, texts) for one in self.schools.schools]
        room = SCREEN_LIMIT - len(visible_text(head)) - PAGE_LINE
        page = fitted_page(lines, self.page, length=_length, room=room, size=ON_PAGE)
        keys = [
            OpenCalendar(school=one.id).labelled(str(page.first + place))
            for place, one in enumerate(self.schools.schools[page.first :][: len(page.items)], 1)
        ]
        turning = turning_row(page, OpenSchools, texts)
        back = OpenCalendar().labelled(texts.label("expected-back"))
        return Message(
            "\n".join(filter(None, [head, *_numbered(page, texts), page_line(page, texts)])),
            (*_threes(keys), *((turning,) if turning else ()), (back,), (to_menu(texts),)),
        )


def _standing(one: Shown, texts: Texts) -> Markup:
    brief = one.brief
    if one.school and brief.sent_at is not None:
        return texts("expected-standing-sent", at=brief.sent_at)
    if one.school and brief.excused:
        return texts("expected-standing-excused")
    return texts("expected-standing", due=brief.due_on, late=brief.late)


def _schools_lines(one: Shown, texts: Texts) -> list[Markup]:
    lines = [texts("expected-sent", sent=one.brief.sent, total=one.brief.total)]
    for name, schools in (("expected-lacking", one.waiting), ("expected-excused", one.excused)):
        if schools:
            names = [school.name for school in schools]
            room = 180 if name == "expected-lacking" else 90
            lines.append(texts(name, names=names_line(names, texts, room)))
    return lines


def _cut(schools: tuple[School, ...], texts: Texts) -> bool:
    names = [school.name for school in schools]
    return names_line(names, texts, 180) != ", ".join(names)


def _school_line(one: School, texts: Texts) -> Markup:
    return texts("expected-school", name=one.name, sent=one.sent, total=one.total)


def _numbered(page: Page[Markup], texts: Texts) -> list[Markup]:
    return [
        texts("expected-numbered", number=page.first + place, line=line)
        for place, line in enumerate(page.items, 1)
    ]


def _length(line: str) -> int:
    return len(visible_text(line)) + 5


def _threes(keys: list[Key] | tuple[()]) -> Rows:
    return in_rows(keys, columns=IN_ROW) if keys else ()
