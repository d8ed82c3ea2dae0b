"""What a paper tells: a study and, where there is one, what a meeting decided. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from services.studies import Title


class PaperKind(StrEnum):
    """The papers the bot writes."""

    MINUTES = "minutes"
    PLAN = "plan"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Task:
    """One task of a study; percents 0-100, `low` and `high` the ends of the 95 % interval.

    `peer` is the same task at `peer_level`, the nearest wider place that is known.
    """

    code: str
    level: str | None
    skill: str | None
    n: int
    percent: float
    low: float
    high: float
    status: str
    confidence: str
    threshold: float | None = None
    """The percent from which a task of its level is sufficient."""
    peer_level: str | None = None
    peer: float | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks in percents of `n` works, at our own place or at a wider `level`."""

    level: str
    n: int
    percents: tuple[tuple[str, float], ...]
    passed: float
    quality: float
    sou: float


@dataclass(frozen=True, slots=True)
class Journal:
    """Marks of the study against the journal, in percents of `n`; `level` as of marks."""

    level: str
    n: int
    lowered: float
    confirmed: float
    raised: float


@dataclass(frozen=True, slots=True)
class Trend:
    """One skill through the years: (year, n, percent), the oldest first.

    `verdict` on the last change: rose, fell, same (no more than chance gives) or few.
    """

    code: str
    skill: str | None
    years: tuple[tuple[int, int, float], ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to ask about the conditions; percents of our works and of the region's."""

    code: str
    own: float
    region: float


@dataclass(frozen=True, slots=True)
class Pool:
    """What few works were put together with: `by` years or schools, `n` works in all."""

    by: str
    n: int
    years: tuple[int, ...]
    schools: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where the figures come from."""

    kinds: tuple[str, ...]
    sent_at: datetime
    works: int
    dropped: int
    not_attempted: int
    absent: int


@dataclass(frozen=True, slots=True)
class StudyTold:
    """A study without anybody's figures: no pupil, no class, no teacher.

    `judged` is false where the works are too few to say anything of the skills: then there are no
    marks or trends, and tasks and findings only of a `pool`. `wide` says that the schools of a
    municipality are pooled. The first of `marks` and of `journal` is ours.
    """

    title: Title
    place: str
    municipality: str
    region: str
    wide: bool
    n: int
    judged: bool
    findings: tuple[Task, ...]
    tasks: tuple[Task, ...]
    difference: str
    peer_level: str | None
    source: Source
    held_on: date | None = None
    marks: tuple[Marks, ...] = ()
    journal: tuple[Journal, ...] = ()
    trends: tuple[Trend, ...] = ()
    hints: tuple[Hint, ...] = ()
    pool: Pool | None = None
    picture: Path | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """One area a meeting decided about: the votes, and for the plan who does what until when."""

    code: str
    skill: str | None
    level: str | None
    choice: str
    plan: int
    not_ours: int
    help: int
    measure: str | None = None
    owner: str | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A decision of an association; `number` is 0 while the minutes have none."""

    number: int
    held_on: date
    association: str
    school: str
    municipality: str
    areas: tuple[Area, ...]
    note: str = ""

    @property
    def planned(self) -> tuple[Area, ...]:
        """The areas that are in the plan."""
        return tuple(area for area in self.areas if area.choice == "plan")


@dataclass(frozen=True, slots=True)
class Told:
    """All a paper of any kind needs."""

    kind: PaperKind
    made_on: date
    study: StudyTold
    meeting: Meeting | None = None
