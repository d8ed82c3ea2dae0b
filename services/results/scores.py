"""One row of scores: what a cell may say and what it means."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import le

from services.results.header import TaskColumn
from services.results.model import Oddity
from services.results.sheet import Cell, Row, address, number, text
from services.results.words import phrases, plain


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of one work by task; `problem` is set when the row cannot be counted."""

    values: tuple[float | None, ...]
    not_attempted: tuple[bool, ...]
    total: float
    problem: Oddity | None = None
    plain: bool = False

    @property
    def blank(self) -> bool:
        """Whether no task has a score."""
        return not self.plain and all(value is None for value in self.values)


class ScoreReader:
    """Reads the scores of rows of one table."""

    def __init__(self, columns: Sequence[TaskColumn], unsaved: frozenset[str]) -> None:
        self._columns = columns
        self._unsaved = unsaved
        self._indexes = [column.index for column in columns]
        self._maxima = [column.task.max or math.inf for column in columns]
        self._nobody_skipped = (False,) * len(columns)

    def read(self, row: int, cells: Row) -> Scores:
        """The scores of one row; the first impossible cell becomes the row's problem."""
        found = [cells[index] for index in self._indexes]
        values = tuple(cell for cell in found if type(cell) is float)
        # Nearly every row holds nothing but possible numbers: no cell needs a closer look.
        if len(values) == len(found) and min(values) >= 0 and all(map(le, values, self._maxima)):
            return Scores(values, self._nobody_skipped, sum(values), plain=True)
        return self._closely(row, found)

    def _closely(self, row: int, found: Sequence[Cell]) -> Scores:
        values: list[float | None] = []
        skipped: list[bool] = []
        problem: Oddity | None = None
        for column, cell in zip(self._columns, found, strict=True):
            value, not_attempted, code = _meaning(cell, column.task.max)
            place = address(row, column.index)
            if code is None and cell == "" and place in self._unsaved:
                code = "formula_without_value"
            if code and problem is None:
                problem = _problem(code, place, cell, column)
            values.append(value)
            skipped.append(not_attempted)
        total = sum(value for value in values if value is not None)
        return Scores(tuple(values), tuple(skipped), total, problem)


def is_absent(cell: Cell) -> bool:
    """Whether the cell says that the pupil was not there."""
    return isinstance(cell, str) and plain(cell) in phrases("absent", "values")


def _meaning(cell: Cell, most: float) -> tuple[float | None, bool, str | None]:
    word = plain(cell)
    if word in phrases("not_attempted", "values"):
        return 0.0, True, None
    if (isinstance(cell, str) and not word) or word in phrases("not_offered", "values"):
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
