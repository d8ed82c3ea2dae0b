"""Rows of a large sheet in four bytes a cell: every different value is kept once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar, overload

from services.results.sheet import Cell, Row

Value = TypeVar("Value")

EMPTY: Cell = ""


class PackedRows(Sequence[Row]):
    """Rows of one width; a row is made anew whenever it is asked for.

    `codes` are places in `values` for one row after another, `starts` where the rows begin in it;
    a short row ends with empty cells.
    """

    def __init__(
        self, values: Sequence[Cell], codes: array[int], starts: array[int], width: int
    ) -> None:
        self._values = values
        self._codes = codes
        self._starts = starts
        self._width = width

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, range(len(self)))

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        wanted = range(len(self))[place]
        if isinstance(wanted, range):
            return [self._row(row) for row in wanted]
        return self._row(wanted)

    def below(self, rows: int) -> PackedRows:
        """The same rows under so many empty ones."""
        starts = array("I", [0] * rows) + self._starts
        return PackedRows(self._values, self._codes, starts, self._width)

    def _row(self, row: int) -> Row:
        codes = self._codes[self._starts[row] : self._starts[row + 1]]
        cells = list(map(self._values.__getitem__, codes))
        missing = self._width - len(cells)
        return cells + [EMPTY] * missing if missing else cells


class Places(dict[Value, int]):
    """Places of values in a list; a new value is put at its end."""

    def __init__(self, values: list[Value]) -> None:
        super().__init__()
        self._values = values

    def __missing__(self, value: Value) -> int:
        self[value] = len(self._values)
        self._values.append(value)
        return self[value]


def pack(rows: Iterable[Sequence[Cell]]) -> PackedRows:
    """Rows as they come from a reader."""
    values: list[Cell] = []
    places = Places(values)
    # True equals one and would become it.
    truths = {True: len(values), False: len(values) + 1}
    values += [True, False]
    codes, starts = array("I"), array("I", [0])
    width = 0
    for row in rows:
        if bool in map(type, row):
            codes.extend(truths[c] if isinstance(c, bool) else places[c] for c in row)
        else:
            codes.extend(map(places.__getitem__, row))
        starts.append(len(codes))
        width = max(width, len(row))
    # Old workbooks tell whole numbers from others; nobody who reads the rows does.
    same = [float(value) if type(value) is int else value for value in values]
    return PackedRows(same, codes, starts, width)
