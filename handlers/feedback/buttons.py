"""The buttons of feedback; each belongs to one answer of one case."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.buttons import Button


@dataclass(frozen=True, slots=True)
class Rate(Button):
    """One to five."""

    prefix = "frate"
    number: int
    round: int
    score: int


@dataclass(frozen=True, slots=True)
class Explain(Button):
    """Why the answer did not help."""

    prefix = "fwhy"
    number: int
    round: int
    reason: str


@dataclass(frozen=True, slots=True)
class CallMe(Button):
    """When to telephone."""

    prefix = "fcall"
    number: int
    when: str


@dataclass(frozen=True, slots=True)
class DoNotAsk(Button):
    """No question about this case in two weeks."""

    prefix = "fnot"
    number: int


@dataclass(frozen=True, slots=True)
class OnLesson(Button):
    """Whether it worked in class."""

    prefix = "fles"
    number: int
    round: int
    outcome: str


@dataclass(frozen=True, slots=True)
class NeverAsk(Button):
    """No such question about any case."""

    prefix = "fnever"


@dataclass(frozen=True, slots=True)
class Obstacle(Button):
    """What stood in the way in class."""

    prefix = "fobs"
    number: int
    round: int
    reason: str
