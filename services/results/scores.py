"""One row of scores: what a cell may say and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from services.results.header import TaskColumn
from services.results.model import Oddity
from services.results.sheet import Cell, Row, address, number, text
from services.results.words import phrases, plain


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of one work by task; `problem` is set when the row cannot be counted."""

    values: tuple[float | None, ...]
    not_attempted: tuple[bool, ...]
    problem: Oddity | None = None

    @property
    def total(self) -> float:
        """Points earned."""
        return sum(value for value in self.values if value is not None)

    @property
    def blank(self) -> bool:
        """Whether no task has a score."""
        return all(value is None for value in self.values)


def is_absent(cell: Cell) -> bool:
    """Whether the cell says that the pupil was not there."""
    return isinstance(cell, str) and plain(cell) in phrases("absent", "values")


def read_scores(
    row: int, cells: Row, columns: Sequence[TaskColumn], unsaved: frozenset[str]
) -> Scores:
    """The scores of one row; the first impossible cell becomes the row's problem."""
    values: list[float | None] = []
    skipped: list[bool] = []
    problem: Oddity | None = None
    for column in columns:
        cell = cells[column.index] if column.index < len(cells) else ""
        most = column.task.max
        if type(cell) is float and 0 <= cell <= (most or cell):
            values.append(cell)
            skipped.append(False)
            continue
        value, not_attempted, code = _unusual(cell, most)
        if code is None and cell == "" and address(row, column.index) in unsaved:
            code = "formula_without_value"
        if code and problem is None:
            problem = _problem(code, address(row, column.index), cell, column)
        values.append(value)
        skipped.append(not_attempted)
    return Scores(tuple(values), tuple(skipped), problem)


def _unusual(cell: Cell, most: float) -> tuple[float | None, bool, str | None]:
    word = plain(cell)
    if word in phrases("not_attempted", "values"):
        return 0.0, True, None
    if cell == "" or word in phrases("not_offered", "values"):
        return None, False, None
    value = number(cell)
    if value is None:
        return None, False, "unknown_score"
    if value < 0:
        return None, False, "score_below_zero"
    if most and not value <= most:
        return None, False, "score_above_max"
    return value, False, None


def _problem(code: str, cell: str, value: Cell, column: TaskColumn) -> Oddity:
    params: dict[str, object] = {"task": column.task.code, "max": column.task.max}
    # Only numbers are repeated: free text in a cell might be somebody's name.
    if number(value) is not None:
        params["value"] = text(value)
    return Oddity(code, cell, params)
