"""Jobs by kind: what takes long runs outside any transaction, its effect in a unit of work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from services.work import Work

Params = dict[str, Any]
Prepare = Callable[[Work, Params], Any]
Run = Callable[[Any], Any]
Apply = Callable[[Work, Params, Any], None]


class Place(Enum):
    """Where `run` happens."""

    NOWHERE = "nowhere"
    """There is nothing to run: the job is one unit of work (a reminder, a deadline)."""
    THREAD = "thread"
    """A thread of the bot: it waits on a process or a disk, and computes nothing."""
    ANALYSIS = "analysis"
    """The warm analysis process (pandas, matplotlib)."""


@dataclass(frozen=True, slots=True)
class JobKind:
    """prepare (unit of work) → run (outside) → apply (unit of work)."""

    name: str
    apply: Apply
    prepare: Prepare | None = None
    run: Run | None = None
    place: Place = Place.NOWHERE
    give_up: Apply | None = None
    """Called when the last attempt failed; the result is the error's class name."""
    max_attempts: int = 5


KINDS: dict[str, JobKind] = {}


def register(kind: JobKind) -> JobKind:
    """Make a kind known; two of one name are a mistake."""
    if kind.name in KINDS:
        raise ValueError(f"two job kinds are called {kind.name}")
    KINDS[kind.name] = kind
    return kind


def timed(name: str) -> Callable[[Callable[[Work, Params], None]], Callable[[Work, Params], None]]:
    """Register a function as a job that is one unit of work, run when it is due."""

    def decorate(function: Callable[[Work, Params], None]) -> Callable[[Work, Params], None]:
        register(JobKind(name, apply=lambda work, params, _result: function(work, params)))
        return function

    return decorate
