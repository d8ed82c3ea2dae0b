"""The buttons of the calendar of studies."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.buttons import Button


@dataclass(frozen=True, slots=True)
class OpenCalendar(Button):
    """What is waited for, or what has all come; of one school, or (0) of one's own place."""

    prefix = "exl"
    page: int = 0
    done: bool = False
    school: int = 0


@dataclass(frozen=True, slots=True)
class OpenExpected(Button):
    """One study; in one school, or (0) as far as one's own place goes."""

    prefix = "exi"
    expected: int
    school: int = 0


@dataclass(frozen=True, slots=True)
class OpenSchools(Button):
    """The schools, page by page from 0."""

    prefix = "exs"
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenMissing(Button):
    """All schools that have not sent a study, page by page from 0."""

    prefix = "exm"
    expected: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class AddExpected(Button):
    """Put a study into the calendar of a place."""

    prefix = "exa"
    place: int


@dataclass(frozen=True, slots=True)
class AnotherSubject(Button):
    """The same for another subject: ask which."""

    prefix = "exas"
    first: int
    last: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class AnotherGrade(Button):
    """The same for another grade: ask which."""

    prefix = "exag"
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class AddForSubject(Button):
    """Add the same for this subject."""

    prefix = "exsub"
    first: int
    last: int
    subject: str


@dataclass(frozen=True, slots=True)
class AddForGrade(Button):
    """Add the same for this grade."""

    prefix = "exgrd"
    first: int
    last: int
    grade: int


@dataclass(frozen=True, slots=True)
class CancelExpected(Button):
    """Take studies added in one go (or one: `last` 0) out of the calendar."""

    prefix = "exc"
    first: int
    last: int = 0


@dataclass(frozen=True, slots=True)
class RestoreExpected(Button):
    """Put them back."""

    prefix = "exr"
    first: int
    last: int = 0


@dataclass(frozen=True, slots=True)
class MoveExpected(Button):
    """Ask for another due day."""

    prefix = "exd"
    expected: int


@dataclass(frozen=True, slots=True)
class WhereNotHeld(Button):
    """In which schools a study was not held, page by page from 0."""

    prefix = "exw"
    expected: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class WhatNotHeld(Button):
    """Which of the studies waited for were not held in a school, page by page from 0."""

    prefix = "exh"
    school: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class ExcuseSchool(Button):
    """A study was not held in a school, or (`held`) it was after all; then back to the list."""

    prefix = "exx"
    expected: int
    school: int
    held: bool
    page: int


@dataclass(frozen=True, slots=True)
class NotHeld(Button):
    """A study was not held in one's school, or (`held`) it was after all."""

    prefix = "exn"
    expected: int
    school: int
    held: bool = False
