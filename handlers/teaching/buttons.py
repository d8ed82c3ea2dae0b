"""The buttons of «My classes»: a teacher's and those of the school that confirms."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.buttons import Button


@dataclass(frozen=True, slots=True)
class OpenMyClasses(Button):
    """The classes one said one teaches, page by page from 0."""

    prefix = "tmy"
    page: int = 0


@dataclass(frozen=True, slots=True)
class NameClasses(Button):
    """Say which classes one teaches, page by page from 0."""

    prefix = "tch"
    page: int = 0


@dataclass(frozen=True, slots=True)
class ToggleClass(Button):
    """Tick a class of a study or take the tick away; the class by the code of its name."""

    prefix = "ttg"
    study: int
    code: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ClassesNamed(Button):
    """All is ticked: ask the school to confirm."""

    prefix = "tsd"


@dataclass(frozen=True, slots=True)
class OpenOwnClass(Button):
    """One's own class in a study, 0 for the newest; page by page from 0."""

    prefix = "toc"
    load: int
    study: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenLoads(Button):
    """What waits for the school's yes or no."""

    prefix = "tld"
    page: int = 0


@dataclass(frozen=True, slots=True)
class DecideLoad(Button):
    """Yes or no to what a teacher said."""

    prefix = "tdl"
    load: int
    yes: bool


@dataclass(frozen=True, slots=True)
class OpenConfirmed(Button):
    """What the school has confirmed."""

    prefix = "tcf"
    page: int = 0


@dataclass(frozen=True, slots=True)
class TakeBack(Button):
    """Take a confirmation back."""

    prefix = "ttb"
    load: int
    sure: bool = False
