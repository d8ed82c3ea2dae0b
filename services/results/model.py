"""What a result file turns into: exams without anything that names a pupil."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from services.results.pupils import Pupil, Pupils


@dataclass(frozen=True, slots=True)
class Task:
    """One task of an exam; `level` is the letter of the report, `max` the points it can bring."""

    code: str
    max: float
    level: str | None = None
    skill: str | None = None


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
    pupils: Pupils | tuple[Pupil, ...] = ()
    groups: tuple[Group, ...] = ()
    schools: tuple[School, ...] = ()
    absent: int = 0
    warnings: tuple[Oddity, ...] = ()
    occasion: str | None = None
    """What an own study is called, whose `exam` is None: an entry control, a diagnostic."""


@dataclass(frozen=True, slots=True)
class Question:
    """What only the sender can say before a file is filed.

    `name` is year, subject, grade, occasion or column; `exam` the place of the one exam it is
    about, None where it is about all of the file. `options` are values to choose from (for a column
    what it may hold: code, school, class, variant, mark, total, task, skip); an occasion and a
    subject may be said in own words. `params` of a column: column (its letters), caption, cell.
    """

    name: str
    exam: int | None = None
    options: tuple[str, ...] = ()
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What the answer is called among `answers`: year, 0.subject, column:D."""
        if self.name == "column":
            return f"column:{self.params['column']}"
        return self.name if self.exam is None else f"{self.exam}.{self.name}"


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One teacher, unnamed. `school` is its login or name, None where the list does not tell.

    Categories are highest, first, fitness or none, None where the file is silent; days are
    YYYY-MM-DD, or YYYY where only the year is known; `experience` is in whole years.
    """

    school: str | None
    post: str | None
    subjects: tuple[str, ...] = ()
    category: str | None = None
    category_until: str | None = None
    applied_for: str | None = None
    experience: int | None = None
    last_course_on: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A recognised file; rows that cannot be counted are listed and left out of the exams.

    `rows_read` counts works taken, `rows_dropped` rows left out for good: exact repetitions and
    bad rows the person agreed to do without. `personal` files name people: nothing of the names
    is here, but the file itself must not be kept or sent on. While there are `questions` the exams
    are not complete: the file is parsed again with the answers.
    """

    sha256: str
    kind: str
    personal: bool
    exams: tuple[Exam, ...]
    rows_read: int
    rows_dropped: int
    people: int | None = None
    bad_rows: tuple[BadRow, ...] = ()
    questions: tuple[Question, ...] = ()
    staff: tuple[StaffRow, ...] = ()
    staff_warnings: tuple[Oddity, ...] = ()

    @property
    def warnings(self) -> tuple[Oddity, ...]:
        """Every oddity of the file, bad rows first."""
        told = (warning for exam in self.exams for warning in exam.warnings)
        return (*(bad.problem for bad in self.bad_rows), *told, *self.staff_warnings)

    def without_bad_rows(self) -> ParsedFile:
        """The same file once the person agreed to load it without its bad rows."""
        dropped = self.rows_dropped + len(self.bad_rows)
        return replace(self, bad_rows=(), rows_dropped=dropped)
