"""The buttons of the help desk."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.buttons import Button


@dataclass(frozen=True, slots=True)
class OpenInbox(Button):
    """What waits."""

    prefix = "hin"
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenCase(Button):
    """One case's card."""

    prefix = "hcase"
    number: int


@dataclass(frozen=True, slots=True)
class Take(Button):
    """I will answer it."""

    prefix = "htake"
    number: int


@dataclass(frozen=True, slots=True)
class Answer(Button):
    """Write the answer; it takes the case."""

    prefix = "hans"
    number: int


@dataclass(frozen=True, slots=True)
class SeeWhole(Button):
    """Send me everything that was said and attached."""

    prefix = "hfile"
    number: int


@dataclass(frozen=True, slots=True)
class GiveAway(Button):
    """Let somebody else answer; no `person`: ask whom."""

    prefix = "hgive"
    number: int
    helper: int | None = None


@dataclass(frozen=True, slots=True)
class Close(Button):
    """Nothing more to do; `sure` after it was asked again."""

    prefix = "hclose"
    number: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class EnterCall(Button):
    """Write down a telephone call."""

    prefix = "hcall"
