"""What a result file turns into: exams without anything that names a pupil."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Task:
    """One task of an exam; `level` is the letter of the report, `max` the points it can bring."""

    code: str
    max: float
    level: str | None = None
    skill: str | None = None


@dataclass(frozen=True, slots=True)
class Pupil:
    """One work: scores follow the exam's tasks, None means the task was not offered."""

    school: str
    class_label: str | None
    variant: str | None
    scores: tuple[float | None, ...]
    not_attempted: tuple[bool, ...]
    total: float | None
    mark: int | None = None
    journal_mark: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One line of a report on groups; `level` is school, municipality, region or country.

    `tasks` holds percents of the possible points by task code, `marks` percents of works by mark,
    `journal` percents of works by lowered / confirmed / raised, `points` percents of works by
    first score.
    """

    name: str
    login: str | None
    level: str
    schools: int | None
    n: int
    tasks: Mapping[str, float] = field(default_factory=dict)
    marks: Mapping[str, float] = field(default_factory=dict)
    journal: Mapping[str, float] = field(default_factory=dict)
    points: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class School:
    """A school of the file: how many works it declares and how many rows there are."""

    login: str | None
    name: str
    municipality: str | None
    declared: int | None
    actual: int

    @property
    def key(self) -> str:
        """What `Pupil.school` refers to."""
        return self.login or self.name


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something to show before the file is confirmed; the words for `code` live in the texts."""

    code: str
    cell: str | None = None
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be counted as it stands: its sheet, number and what is wrong in it.

    `exam` is the place of its exam among the exams of the file.
    """

    sheet: str
    row: int
    problem: Oddity
    exam: int = 0


@dataclass(frozen=True, slots=True)
class Exam:
    """One exam of one year, subject and grade as one file tells it."""

    kind: str
    exam: str | None
    year: int | None
    subject: str | None
    grade: int | None
    date: date | None
    max_score: float | None
    tasks: tuple[Task, ...] = ()
    pupils: tuple[Pupil, ...] = ()
    groups: tuple[Group, ...] = ()
    schools: tuple[School, ...] = ()
    absent: int = 0
    warnings: tuple[Oddity, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A recognised file; rows that cannot be counted are listed and left out of the exams.

    `rows_read` counts works taken, `rows_dropped` rows left out for good: exact repetitions and
    bad rows the person agreed to do without. `personal` files name people: nothing of the names
    is here, but the file itself must not be kept or sent on.
    """

    sha256: str
    kind: str
    personal: bool
    exams: tuple[Exam, ...]
    rows_read: int
    rows_dropped: int
    people: int | None = None
    bad_rows: tuple[BadRow, ...] = ()

    @property
    def warnings(self) -> tuple[Oddity, ...]:
        """Every oddity of the file, bad rows first."""
        return tuple(bad.problem for bad in self.bad_rows) + tuple(
            warning for exam in self.exams for warning in exam.warnings
        )

    def without_bad_rows(self) -> ParsedFile:
        """The same file once the person agreed to load it without its bad rows."""
        dropped = self.rows_dropped + len(self.bad_rows)
        return replace(self, bad_rows=(), rows_dropped=dropped)
