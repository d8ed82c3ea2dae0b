"""What schools and methodologists are told about the calendar by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from services.notices import Notice
from services.studies import Title


@dataclass(frozen=True, slots=True)
class Awaited:
    """A study that has not come from a school; `late`: its due day has gone by."""

    id: int
    title: Title
    due_on: date
    late: bool


@dataclass(frozen=True)
class ResultsAwaited(Notice):
    """A school's administrator is reminded of what has not been sent."""

    school_id: int
    items: tuple[Awaited, ...]
    last: bool
    """Whether no further reminder of any of them will come."""


@dataclass(frozen=True, slots=True)
class Unreached:
    """A school where nobody can be reminded, and whom to call there, as far as that is known."""

    school: str
    name: str
    phone: str
    items: tuple[Awaited, ...]


@dataclass(frozen=True)
class NobodyToRemind(Notice):
    """The methodologist is told which schools want a call."""

    schools: tuple[Unreached, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A study whose due day has gone by, with the schools that have not sent it."""

    id: int
    title: Title
    sent: int
    total: int
    schools: tuple[str, ...]


@dataclass(frozen=True)
class ResultsMissing(Notice):
    """The methodologist is told in the evening what did not come in time."""

    due_on: date
    studies: tuple[Missing, ...]
