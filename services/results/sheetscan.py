"""Counting the cells of an XML part as it streams by, without parsing it."""

from __future__ import annotations

import re

from services.results.limits import MIB, Limits
from services.results.refusal import FileRefused
from services.results.rowpacker import RowPacker, column_index

_LONGEST_PIECE = 8 * MIB
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY|ELEMENT)", re.IGNORECASE)
_COLUMN = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})\d""")
_ROW = re.compile(rb"""\sr\s*=\s*["'][A-Za-z]{0,3}(\d+)["']""")
_STRANGE = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*\s)?r\s*=\s*["'](?![A-Za-z]{1,3}\d{1,7}["'])""")
_UNUSUAL = re.compile(rb"""<c(?:[\t\r\n/>]| (?!r="[A-Z]{1,3}[0-9]{1,7}"))""")
_PLAIN_COLUMN = re.compile(rb"""<c r="([A-Z]{1,3})""")
_PLAIN_ROW = re.compile(rb' r="[A-Z]*([0-9]+)"')
_UNSAVED = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]+\d+)["']""")
_STORED_TEXT = re.compile(rb"""\bt\s*=\s*["']str["']""")


class SheetScan:
    """Feed it the pieces of one part; it raises FileRefused as soon as a limit is passed."""

    def __init__(self, limits: Limits, packer: RowPacker | None = None) -> None:
        self.cells = 0
        self.packer = packer
        """What packs the rows meanwhile; gone when the sheet is not of the plain form."""
        self.unsaved: set[str] = set()
        self._limits = limits
        self._tail = b""
        self._started = False
        self._is_markup = True
        self._widest = 0
        self._lowest = 0

    def feed(self, piece: bytes) -> None:
        """Look at the next inflated bytes."""
        if not self._started:
            self._start(piece)
        if not self._is_markup:
            return
        whole = self._tail + piece
        cut = max(whole.rfind(b"</row>") + 6, 0) if b"</row>" in piece else whole.rfind(b">") + 1
        if len(whole) - cut > _LONGEST_PIECE:
            raise FileRefused("bomb", params={"what": "text"})
        self._tail = whole[cut:]
        self._look(whole[:cut])

    def finish(self) -> None:
        """Look at what is left."""
        if self._is_markup:
            self._look(self._tail)
        if self.packer is not None and not self.packer.ended:
            self.packer = None

    def _start(self, piece: bytes) -> None:
        self._started = True
        if piece.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in piece[:4]:
            # Another encoding would hide everything below; office programs write UTF-8.
            self._is_markup = False
            if b"<\x00" in piece[:200] or b"\x00<" in piece[:200]:
                raise FileRefused("damaged")
            return
        self._is_markup = piece.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")

    def _look(self, piece: bytes) -> None:
        if b"<!" in piece and _DECLARATION.search(piece):
            raise FileRefused("external_entities")
        # Every cell starts so; a few other elements do too, which only makes the count careful.
        cells = piece.count(b"<c") + piece.count(b":c")
        self.cells += cells
        if self.cells > self._limits.cells:
            raise FileRefused("too_many_cells", params={"cells": self.cells})
        if self.packer is not None:
            self._pack(self.packer, piece)
        elif cells:
            self._measure(piece)
        if b"<f" in piece or b":f" in piece:
            self._collect_unsaved(piece)

    def _pack(self, packer: RowPacker, piece: bytes) -> None:
        if packer.take(piece):
            self._stay_within(packer.widest, packer.lowest)
        else:
            self.packer = None
            self._measure(packer.tail + piece)

    def _measure(self, piece: bytes) -> None:
        columns, rows = _COLUMN, _ROW
        if b":c" not in piece and not _UNUSUAL.search(piece):
            # The way office programs write cells, which is several times faster to look through.
            columns, rows = _PLAIN_COLUMN, _PLAIN_ROW
        elif _STRANGE.search(piece):
            raise FileRefused("hostile", params={"why": "reference"})
        widest = max(map(column_index, set(columns.findall(piece))), default=-1) + 1
        lowest = max((int(row[:10]) for row in set(rows.findall(piece))), default=0)
        self._stay_within(widest, lowest)

    def _stay_within(self, widest: int, lowest: int) -> None:
        self._widest = max(self._widest, widest)
        self._lowest = max(self._lowest, lowest)
        limits = self._limits
        area = self._widest * self._lowest
        if self._widest > limits.columns or self._lowest > limits.rows or area > limits.area:
            found = {"rows": self._lowest, "columns": self._widest}
            raise FileRefused("too_many_cells", params=found)

    def _collect_unsaved(self, piece: bytes) -> None:
        for attributes in _UNSAVED.findall(piece):
            reference = _REFERENCE.search(attributes)
            if reference and not _STORED_TEXT.search(attributes):
                self.unsaved.add(reference[1].decode().upper())
