"""A look at a spreadsheet's package before any reader touches it.

Everything is inflated as a stream and counted; nothing in the package's headers is believed.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from services.results.limits import MIB, Limits
from services.results.refusal import FileRefused
from services.results.rowpacker import RowPacker
from services.results.sheetscan import SheetScan
from services.results.unpack import inflate

_FREE_BYTES = 8 * MIB
_DIRECTORY_ENTRY_BYTES = 1024
_END = b"PK\x05\x06"
_BETWEEN_BYTES = 128
_SHEETS = "xl/worksheets/"
_LARGE_BYTES = 8 * MIB
"""A full reader holds a cell several times over: larger sheets are packed as they stream by."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the look found, by the path of a sheet's part.

    `unsaved` are formulas without a stored value; `packed` are the rows of a large workbook, empty
    where a full reader is needed.
    """

    unsaved: dict[str, frozenset[str]]
    packed: dict[str, RowPacker]


def check(content: bytes, limits: Limits) -> Checked:
    """Refuse bombs, entities, macros, encryption and packages that are no spreadsheet."""
    _check_directory(content, limits)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            _check_entries(entries, limits)
            return _check_parts(content, entries, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise FileRefused("damaged") from error


def _check_directory(content: bytes, limits: Limits) -> None:
    # The directory's size bounds its entries before anything walks through it.
    end = content.rfind(_END, max(0, len(content) - 66_000))
    if end < 0 or len(content) < end + 22:
        raise FileRefused("damaged")
    size = int.from_bytes(content[end + 12 : end + 16], "little")
    start = int.from_bytes(content[end + 16 : end + 20], "little")
    if size > limits.entries * _DIRECTORY_ENTRY_BYTES:
        raise FileRefused("bomb", params={"what": "entries"})
    if not 0 <= end - start - size <= _BETWEEN_BYTES:
        # Something before or between the parts: readers may disagree on what the package is.
        raise FileRefused("damaged")


def _check_entries(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    names = {entry.filename.lower() for entry in entries}
    if len(entries) > limits.entries or len(names) < len(entries):
        raise FileRefused("bomb", params={"what": "entries"})
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise FileRefused("encrypted")
    if "xl/workbook.xml" not in names:
        raise FileRefused("not_a_table", params={"format": _foreign(names)})
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        raise FileRefused("macros")


def _foreign(names: set[str]) -> str:
    if "word/document.xml" in names:
        return "document"
    if "ppt/presentation.xml" in names:
        return "slides"
    if "content.xml" in names:
        return "opendocument"
    return "binary_excel" if "xl/workbook.bin" in names else "archive"


def _check_parts(content: bytes, entries: list[zipfile.ZipInfo], limits: Limits) -> Checked:
    left = limits.inflated_bytes
    found = Checked({}, {})
    sheets = [entry for entry in entries if entry.filename.startswith(_SHEETS)]
    large = any(entry.file_size >= _LARGE_BYTES for entry in sheets)
    cells = 0
    for entry in entries:
        scan = SheetScan(limits, RowPacker() if large and entry in sheets else None)
        left -= _look_through(content, entry, scan, min(left, _honest(entry, limits)))
        cells += scan.cells
        if cells > limits.cells:
            raise FileRefused("too_many_cells", params={"cells": cells})
        if scan.unsaved:
            found.unsaved[entry.filename] = frozenset(scan.unsaved)
        if scan.packer is not None:
            found.packed[entry.filename] = scan.packer
    whole = len(found.packed) == len(sheets)
    return found if whole else Checked(found.unsaved, {})


def _honest(entry: zipfile.ZipInfo, limits: Limits) -> int:
    return entry.compress_size * limits.ratio + _FREE_BYTES


def _look_through(content: bytes, entry: zipfile.ZipInfo, scan: SheetScan, cap: int) -> int:
    size = 0
    for piece in inflate(content, entry):
        size += len(piece)
        if size > cap:
            raise FileRefused("bomb", params={"what": "size"})
        scan.feed(piece)
    scan.finish()
    return size
