"""A study looked into in private, as its readers need it: plain values, no rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from services.analyses.areas import Area, MarkGroup
from services.analyses.marks import MarksTold
from services.studies import Title


@dataclass(frozen=True, slots=True)
class Pooled:
    """With what too few works were put together, years or schools; `n` works in all."""

    by: str
    n: int
    years: tuple[int, ...]
    schools: int


@dataclass(frozen=True, slots=True)
class Head:
    """What a study is and how much it rests on."""

    study_id: int
    title: Title
    place: str
    wide: bool
    n: int
    judged: bool
    """Whether the works are enough to say anything of skills."""
    pooled: Pooled | None
    leads: bool
    """Whether the reader answers for the school."""
    summary_id: int | None


@dataclass(frozen=True, slots=True)
class Overview:
    """A study in short: what is common, the hardest and the best areas, the usual figures."""

    head: Head
    difference: str
    peer_level: str | None
    hard: tuple[Area, ...]
    best: tuple[Area, ...]
    areas: int
    marks: MarksTold | None
    years: bool
    """Whether earlier years can be compared."""
    compares: bool
    """Whether wider places can be compared."""


@dataclass(frozen=True, slots=True)
class YearFigure:
    """The same area in another year; percents 0-100."""

    year: int
    n: int
    percent: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class AreaView:
    """One area of a study with all that is known of it."""

    head: Head
    area: Area
    groups: tuple[MarkGroup, ...]
    trend: tuple[YearFigure, ...]
    skipped: int | None
    """How many works did not attempt it; None where telling it would tell of a few pupils."""
    areas: int


@dataclass(frozen=True, slots=True)
class Hint:
    """A question about conditions, never an accusation; `params` fill its sentence."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MarksView:
    """The marks of a study; hints are for those who answer for the school."""

    head: Head
    marks: MarksTold | None
    hints: tuple[Hint, ...]
