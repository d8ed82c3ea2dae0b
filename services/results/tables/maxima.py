"""The largest scores of a table's tasks where a row of their own tells them."""

from __future__ import annotations

from dataclasses import replace

from services.results.header import Header, TaskColumn
from services.results.sheet import number
from services.results.tables.mapping import Mapping
from services.results.words import phrases, plain

_MOST_FOR_A_TASK = 30
_ROWS_AROUND = 3


def maxima_row(mapping: Mapping) -> int | None:
    """The row near the header that says it holds maxima."""
    header = mapping.header
    below = range(header.row + 1, min(header.row + 1 + _ROWS_AROUND, header.block.bottom))
    above = range(header.row - 1, max(header.row - _ROWS_AROUND, header.block.top) - 1, -1)
    near: list[int] = [*below, *above]
    for row in near:
        words = (plain(cell) for cell in header.block.sheet.rows[row])
        if any(word.startswith(phrases("max_row")) for word in words if word):
            return row
    return None


def with_maximum(header: Header, column: TaskColumn, row: int | None) -> TaskColumn:
    """The column with what the row of maxima tells of it."""
    told = number(header.block.sheet.at(row, column.index)) if row is not None else None
    if column.task.max or told is None or not told > 0:
        return column
    return TaskColumn(column.index, replace(column.task, max=told))


def are_percents(mapping: Mapping, tasks: tuple[TaskColumn, ...]) -> bool:
    """Whether the scores are too large for scores of single tasks."""
    large = 0
    for column in tasks:
        values = (number(cell) for cell in mapping.cells[column.index])
        most = max((value for value in values if value is not None), default=0.0)
        large += not column.task.max and most > _MOST_FOR_A_TASK
    return 2 * large > len(tasks)
