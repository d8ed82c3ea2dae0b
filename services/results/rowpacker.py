"""Packing the rows of a large sheet as its XML streams by, in the plain form programs write it.

A reader of whole workbooks holds every cell several times over before the first row is given out;
here a cell costs four bytes and every different value is kept once.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from itertools import pairwise

from services.results.packed import PackedRows, Places
from services.results.sheet import Cell

_LONGEST_ROW = 2_000_000
_WIDEST_GAP = 10_000
_ROW = re.compile(rb'\s*<row r="(\d{1,7})"[^>]*>')
_EMPTY_ROW = re.compile(rb"<row(?: [^>]*)?/>")
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})\d{1,7}"(/>|[^<>]*/>|[^<>]*>(?:<v>[^<]*</v></c>|.*?</c>))', re.DOTALL
)


class RowPacker:
    """Feed it the XML of one sheet; it gives up where the form is not the plain one."""

    def __init__(self) -> None:
        self.widest = 0
        self.lowest = 0
        self._raw: list[bytes] = []
        self._places: Places[bytes] = Places(self._raw)
        self._nothing = self._places[b""]
        self._codes = array("I")
        self._starts = array("I", [0])
        self.tail = b""
        """What came after the last whole row."""
        self.ended = False
        self._inside = False
        self._columns: tuple[bytes, ...] = ()
        self._indexes: tuple[int, ...] = ()

    def take(self, piece: bytes) -> bool:
        """Pack the rows of the next piece; False when it cannot, for good."""
        if self.ended:
            return True
        whole = self.tail + piece
        if b"<!" in whole:
            return False
        if not self._inside:
            _head, start, rest = whole.partition(b"<sheetData>")
            if not start:
                self.ended = b"<sheetData/>" in whole
                self.tail = whole[-_LONGEST_ROW:]
                return True
            self._inside, whole = True, rest
        *rows, tail = whole.split(b"</row>")
        if len(tail) > _LONGEST_ROW or not all(map(self._pack, rows)):
            return False
        self.tail, self.ended = tail, b"</sheetData>" in tail
        return True

    def rows(self, decode: Callable[[bytes], Cell]) -> PackedRows:
        """All rows once the sheet has streamed by; `decode` reads one raw cell."""
        values: list[Cell] = [decode(raw) if raw else "" for raw in self._raw]
        return PackedRows(values, self._codes, self._starts, self.widest)

    def _pack(self, row: bytes) -> bool:
        # Rows without cells close themselves and stand before the next that has some.
        start = row.rfind(b"<row ")
        found = _ROW.match(row, start) if start >= 0 else None
        if found is None or _EMPTY_ROW.sub(b"", row[:start]).strip():
            return False
        number = int(found[1])
        cells = _CELL.findall(row, found.end())
        all_read = row.count(b"<c", found.end()) == len(cells)
        # Every cell has to name its row, and the row itself does.
        all_here = row.count(found[1] + b'"') > len(cells)
        if not all_read or not all_here or not 0 < number - self.lowest < _WIDEST_GAP:
            return False
        self._starts.extend([len(self._codes)] * (number - 1 - self.lowest))
        self.lowest = number
        return self._pack_cells(cells)

    def _pack_cells(self, cells: Sequence[tuple[bytes, bytes]]) -> bool:
        columns, contents = zip(*cells, strict=True) if cells else ((), ())
        if columns != self._columns and not self._learn(columns):
            return False
        codes = map(self._places.__getitem__, contents)
        if self._indexes and self._indexes[-1] + 1 == len(self._indexes):
            self._codes.extend(codes)
        elif self._indexes:
            line = [self._nothing] * (self._indexes[-1] + 1)
            for index, code in zip(self._indexes, codes, strict=True):
                line[index] = code
            self._codes.extend(line)
        self._starts.append(len(self._codes))
        return True

    def _learn(self, columns: tuple[bytes, ...]) -> bool:
        indexes = tuple(map(column_index, columns))
        if any(left >= right for left, right in pairwise(indexes)):
            return False
        self._columns, self._indexes = columns, indexes
        self.widest = max(self.widest, indexes[-1] + 1 if indexes else 0)
        return True


def column_index(letters: bytes) -> int:
    """The place of a column, counted from 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1
