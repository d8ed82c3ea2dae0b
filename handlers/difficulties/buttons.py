"""The buttons of difficulties on a teacher's side."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.buttons import Button


@dataclass(frozen=True, slots=True)
class Report(Button):
    """Something is hard: begin the form."""

    prefix = "dnew"


@dataclass(frozen=True, slots=True)
class Unnamed(Button):
    """Send without, or again with, the name."""

    prefix = "danon"
    form: str
    step: int
    wish: bool


@dataclass(frozen=True, slots=True)
class HideSubject(Button):
    """Hide the subject too, or leave it."""

    prefix = "dhide"
    form: str
    step: int
    wish: bool


@dataclass(frozen=True, slots=True)
class MyCases(Button):
    """The list of one's own cases."""

    prefix = "dmine"
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenOwn(Button):
    """One of one's own cases."""

    prefix = "dopen"
    number: int


@dataclass(frozen=True, slots=True)
class ReadAnswers(Button):
    """The answers to one's own case, sent once more."""

    prefix = "dread"
    number: int


@dataclass(frozen=True, slots=True)
class AddWord(Button):
    """Add to one's own case, or ask again."""

    prefix = "dadd"
    number: int


@dataclass(frozen=True, slots=True)
class Withdraw(Button):
    """The question has settled itself; `sure` after it was asked again."""

    prefix = "dwith"
    number: int
    sure: bool = False
