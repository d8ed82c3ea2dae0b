"""Finding the header of a table and what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass

from services.results.model import Task
from services.results.sheet import Block, Cell, text
from services.results.words import letter, level_letter, pattern, phrases, plain

_WHOLE_WORD = 7
_LEVEL_ROWS_ABOVE = 3


@dataclass(frozen=True, slots=True)
class Header:
    """A header row: normalised captions by column."""

    block: Block
    row: int
    captions: tuple[str, ...]

    def column(self, name: str) -> int | None:
        """The column headed by one of the phrases of `name`."""
        return _column(self.captions, phrases(name))

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The captions as they stand in the file."""
        return tuple(self.block.sheet.rows[self.row])


@dataclass(frozen=True, slots=True)
class TaskColumn:
    """A column of scores; a task whose max is 0 has none in the header."""

    index: int
    task: Task


def find_header(block: Block, *names: str) -> Header | None:
    """The first row headed by all of `names`, None when there is none."""
    wanted = [phrases(name) for name in names]
    for row, cells in block.head():
        captions = tuple(plain(cell) for cell in cells)
        if all(_column(captions, options) is not None for options in wanted):
            return Header(block, row, captions)
    return None


def task_columns(header: Header, stop: int | None = None) -> tuple[TaskColumn, ...]:
    """Columns headed as tasks, left of `stop`; those that tell their maximum win."""
    found: list[TaskColumn] = []
    for index, cell in enumerate(header.cells[:stop]):
        match = pattern("task").match(task_code(cell))
        if match:
            level = _level_above(header, index)
            task = Task(match["code"], float(match["max"] or 0), level)
            found.append(TaskColumn(index, task))
    with_max = tuple(column for column in found if column.task.max)
    return with_max or tuple(found)


def task_code(cell: Cell) -> str:
    """A task's caption with one kind of letter and point: 4K1 and 4К1, 9,1 and 9.1 are one."""
    return pattern("criterion").sub(letter("criterion"), text(cell)).replace(",", ".")


def _level_above(header: Header, column: int) -> str | None:
    sheet = header.block.sheet
    for row in range(header.row - 1, max(header.row - _LEVEL_ROWS_ABOVE, header.block.top) - 1, -1):
        found = level_letter(sheet.at(row, column))
        if found:
            return found
    return None


def _column(captions: tuple[str, ...], options: tuple[str, ...]) -> int | None:
    for index, caption in enumerate(captions):
        if caption in options:
            return index
    # Long phrases may go on ("first score (of 33)"); short ones would match too much.
    longer = tuple(option for option in options if len(option) > _WHOLE_WORD)
    for index, caption in enumerate(captions):
        if longer and caption.startswith(longer):
            return index
    return None
