"""Finding the header of a table and what its columns mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from services.results.model import Task
from services.results.sheet import Block, Cell, text
from services.results.words import letter, level_letter, pattern, phrases, plain

_WHOLE_WORD = 7
_GOING_ON = frozenset("([,;0123456789№")
_LEVEL_ROWS_ABOVE = 3


@dataclass(frozen=True, slots=True)
class Header:
    """A header: captions as they stand by column; `row` is the last one of its rows."""

    block: Block
    row: int
    cells: tuple[Cell, ...]
    captions: tuple[str, ...] = field(init=False)
    """The same for comparing."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "captions", tuple(map(plain, self.cells)))

    def column(self, name: str) -> int | None:
        """The column headed by one of the phrases of `name`."""
        return column_of(self.captions, phrases(name))


@dataclass(frozen=True, slots=True)
class TaskColumn:
    """A column of scores; a task whose max is 0 has none in the header."""

    index: int
    task: Task


def find_header(block: Block, *names: str) -> Header | None:
    """The first row headed by all of `names`, else two rows that are so together, else None."""
    return next(find_headers(block, *names), None)


def find_task_header(block: Block, *names: str, stop: str | None = None) -> Header | None:
    """The first header with all of `names` and with tasks, left of the column `stop`."""
    for header in find_headers(block, *names):
        if task_columns(header, header.column(stop) if stop else None):
            return header
    return None


def find_headers(block: Block, *names: str) -> Iterator[Header]:
    """Everything headed by all of `names`, single rows first."""
    wanted = [phrases(name) for name in names]
    for header in headers(block):
        if all(column_of(header.captions, options) is not None for options in wanted):
            yield header


def headers(block: Block) -> Iterator[Header]:
    """Everything that may be a header: single rows first, then rows with the one below."""
    for row, cells in block.head():
        if any(isinstance(cell, str) and cell for cell in cells):
            yield Header(block, row, tuple(cells))
    for row, cells in block.head():
        if row + 1 < block.bottom and sum(cell != "" for cell in cells) > 1:
            # A caption over several columns is merged; what they hold stands below it.
            below = block.sheet.rows[row + 1]
            pairs = zip(cells, below, strict=True)
            yield Header(block, row + 1, tuple(low if low != "" else high for high, low in pairs))


def task_columns(header: Header, stop: int | None = None) -> tuple[TaskColumn, ...]:
    """Columns headed as tasks, left of `stop`; in a form those that tell their maximum win."""
    found = all_task_columns(header, stop)
    return tuple(column for column in found if column.task.max) or found


def all_task_columns(header: Header, stop: int | None = None) -> tuple[TaskColumn, ...]:
    """Every column headed as a task, left of `stop`; a maximum nobody tells is 0."""
    found: list[TaskColumn] = []
    known: set[str] = set()
    for index, cell in enumerate(header.cells[:stop]):
        named = task_of(cell)
        if named is not None:
            code = _another(named.code, known)
            known.add(code)
            level = _level_above(header, index)
            found.append(TaskColumn(index, Task(code, named.max, level)))
    return tuple(found)


def task_of(cell: Cell) -> Task | None:
    """The task a caption names, with a maximum of 0 where it tells none."""
    match = pattern("task").match(task_code(cell))
    if match is None:
        return None
    code = "".join(match["code"].split()).replace("." + letter("criterion"), letter("criterion"))
    return Task(code, float(match["max"] or match["max2"] or 0))


def task_code(cell: Cell) -> str:
    """A task's caption with one kind of letter and point: 4K1 and 4К1, 9,1 and 9.1 are one."""
    if isinstance(cell, date):
        # Spreadsheets take 9.1 for the ninth of January.
        return f"{cell.day}.{cell.month}"
    found = pattern("criterion").sub(letter("criterion"), " ".join(text(cell).split()))
    return pattern("decimal_comma").sub(".", found)


def _another(code: str, known: set[str]) -> str:
    # The number 9.10 is written 9.1: the tenth comes after the ninth.
    if code in known and f"{code[:-1]}9" in known and code.endswith(".1"):
        return f"{code}0"
    return code if code not in known else f"{code}-{sum(k.startswith(code) for k in known) + 1}"


def _level_above(header: Header, column: int) -> str | None:
    sheet = header.block.sheet
    for row in range(header.row - 1, max(header.row - _LEVEL_ROWS_ABOVE, header.block.top) - 1, -1):
        found = level_letter(sheet.at(row, column))
        if found:
            return found
    return None


def column_of(captions: Sequence[str], options: tuple[str, ...]) -> int | None:
    """The first caption that is one of the options, else that goes on after one."""
    for index, caption in enumerate(captions):
        if caption in options:
            return index
    for index, caption in enumerate(captions):
        if goes_on(caption, options):
            return index
    return None


def goes_on(caption: str, options: tuple[str, ...]) -> bool:
    """Whether a caption begins as a long option, or as any with brackets or a number after it."""
    return any(
        caption.startswith(option)
        and (len(option) > _WHOLE_WORD or caption[len(option) :].lstrip()[:1] in _GOING_ON)
        for option in options
    )
