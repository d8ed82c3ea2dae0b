"""A sheet as rows from A1 with addresses, however the reader saw it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

Cell = str | float | int | bool | date | datetime | time | timedelta
Row = Sequence[Cell]

HEAD_ROWS = 60
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,15})?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows start at A1 and are of one width; an empty cell is ''.

    `unsaved` are addresses of formulas whose value the program that wrote the file never stored.
    """

    name: str
    rows: Sequence[Row]
    visible: bool = True
    unsaved: frozenset[str] = field(default_factory=frozenset)

    def at(self, row: int, column: int) -> Cell:
        """The cell, '' outside of the sheet."""
        if not 0 <= row < len(self.rows) or not 0 <= column < len(self.rows[row]):
            return ""
        return self.rows[row][column]


@dataclass(frozen=True, slots=True)
class Block:
    """The part of a sheet that holds one report: rows `top` … `bottom` - 1.

    `answers` are what the sender said of it, by the keys of questions.
    """

    sheet: Sheet
    top: int
    bottom: int
    answers: Mapping[str, str] = field(default_factory=dict)

    def rows(self, start: int | None = None) -> Iterator[tuple[int, Row]]:
        """Numbered rows of the block, from `start`."""
        for number in range(self.top if start is None else start, self.bottom):
            yield number, self.sheet.rows[number]

    def head(self) -> Iterator[tuple[int, Row]]:
        """The rows where titles and headers may stand."""
        for number in range(self.top, min(self.bottom, self.top + HEAD_ROWS)):
            yield number, self.sheet.rows[number]


def letters(column: int) -> str:
    """The letters of a column counted from 0."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def address(row: int, column: int) -> str:
    """The address of a cell counted from 0."""
    return f"{letters(column)}{row + 1}"


def number(cell: Cell) -> float | None:
    """The cell as a number; a decimal comma counts, anything else is None."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    if isinstance(cell, str):
        cell = "".join(cell.split()).replace(",", ".")
        if not _NUMBER.fullmatch(cell):
            return None
    value = float(cell)
    return value if math.isfinite(value) else None


def text(cell: Cell) -> str:
    """The cell as text: whole numbers without a point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
