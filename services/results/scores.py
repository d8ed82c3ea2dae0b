"""One row of scores: what a cell may say and what it means."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter, le
from typing import Any

from services.results.header import TaskColumn
from services.results.model import Oddity
from services.results.sheet import Cell, Row, address, number, text
from services.results.words import phrases, plain

_NUMBERS = {float}


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

    def __init__(
        self,
        columns: Sequence[TaskColumn],
        unsaved: frozenset[str] = frozenset(),
        signed: frozenset[int] = frozenset(),
    ) -> None:
        self._columns = columns
        self._signed = signed
        self._unsaved = unsaved
        indexes = [column.index for column in columns]
        # A getter of one column alone gives a bare cell.
        self._pick = itemgetter(*indexes) if len(indexes) > 1 else None
        self._indexes = indexes
        self._maxima = [column.task.max or math.inf for column in columns]
        self._nobody_skipped = (False,) * len(columns)

    def read(self, row: int, cells: Row) -> Scores:
        """The scores of one row; the first impossible cell becomes the row's problem."""
        found: tuple[Any, ...] = (
            self._pick(cells) if self._pick else tuple(cells[i] for i in self._indexes)
        )
        # Nearly every row holds nothing but possible numbers: no cell needs a closer look.
        if (
            set(map(type, found)) == _NUMBERS
            and min(found) >= 0
            and all(map(le, found, self._maxima))
        ):
            return Scores(found, self._nobody_skipped, sum(found), plain=True)
        return self._closely(row, found)

    def _closely(self, row: int, found: Sequence[Cell]) -> Scores:
        values: list[float | None] = []
        skipped: list[bool] = []
        problem: Oddity | None = None
        for column, cell in zip(self._columns, found, strict=True):
            most = column.task.max
            own = _points_of(cell, most or 1.0) if column.index in self._signed else cell
            value, not_attempted, code = meaning(own, most)
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


def meaning(cell: Cell, most: float) -> tuple[float | None, bool, str | None]:
    """The score in a cell, whether the task was skipped, what is wrong with it."""
    word = plain(cell)
    if word in phrases("not_attempted", "values"):
        return 0.0, True, None
    if (isinstance(cell, str) and not word) or word in phrases("not_offered", "values"):
        return None, False, None
    if word in phrases("absent", "values"):
        # Who has no score at all was absent; beside scores it is a task nobody could count.
        return None, False, None
    value = number(cell)
    if value is None:
        return None, False, "unknown_score"
    if value < 0:
        return None, False, "score_below_zero"
    if most and not value <= most:
        return None, False, "score_above_max"
    return value, False, None


def _points_of(cell: Cell, most: float) -> Cell:
    word = plain(cell)
    for name, share in (("right", 1.0), ("wrong", 0.0), ("half_right", 0.5)):
        if word in phrases(name, "values"):
            return most * share
    return cell


def _problem(code: str, cell: str, value: Cell, column: TaskColumn) -> Oddity:
    params: dict[str, object] = {"task": column.task.code, "max": column.task.max}
    # Only numbers are repeated: free text in a cell might be somebody's name.
    if number(value) is not None:
        params["value"] = text(value)
    return Oddity(code, cell, params)
