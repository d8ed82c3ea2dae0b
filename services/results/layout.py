"""The columns of a table of works, its schools while they are counted, its lines of totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from services.results.header import Header, TaskColumn
from services.results.model import School
from services.results.sheet import Cell
from services.results.words import phrases, plain


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column holds what; None where the report has no such column."""

    header: Header
    tasks: tuple[TaskColumn, ...]
    code: int | None
    school: int | None = None
    school_name: int | None = None
    municipality: int | None = None
    class_label: int | None = None
    variant: int | None = None
    total: int | None = None
    mark: int | None = None
    journal_mark: int | None = None
    signed: frozenset[int] = frozenset()
    """Columns of tasks where plus and minus stand for right and wrong."""
    codes_by_class: bool = False
    """Whether classes number their pupils anew."""

    @property
    def anchor(self) -> int:
        """The column whose cell stands for a row."""
        return self.tasks[0].index if self.code is None else self.code


@dataclass(slots=True)
class SchoolTally:
    """A school while its rows are being counted."""

    login: str | None
    name: str
    municipality: str | None = None
    declared: int | None = None
    declared_cell: str | None = None
    actual: int = 0

    def done(self) -> School:
        """The school as the exam keeps it."""
        return School(self.login, self.name, self.municipality, self.declared, self.actual)


def is_summary_row(cells: Sequence[Cell]) -> bool:
    """Whether the row sums up the rows above it."""
    first = next((cell for cell in cells if cell != ""), "")
    word = plain(first)
    return word.startswith(phrases("summary_rows")) and _is_summary(word)


def _is_summary(word: str) -> bool:
    # "Total 24" sums up, a school called "Totalitarian" does not.
    rests = (word[len(one) :] for one in phrases("summary_rows") if word.startswith(one))
    return any(not rest or not rest[0].isalpha() for rest in rests)
