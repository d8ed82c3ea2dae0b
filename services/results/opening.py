"""Bytes of a stranger's file → sheets, or the reason why not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree

from services.results import csvtext, guard
from services.results.limits import Limits
from services.results.packed import pack
from services.results.rawcells import Unusual, raw_cells
from services.results.refusal import FileRefused
from services.results.sheet import Cell, Row, Sheet
from services.results.sheetparts import SheetPart, counts_days_from_1904, sheet_parts

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = {
    b"%PDF": "pdf",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
    b"\x1f\x8b": "archive",
    b"{\\rtf": "rtf",
    b"OggS": "sound",
    b"ID3": "sound",
}


def open_book(content: bytes, limits: Limits) -> tuple[Sheet, ...]:
    """Every sheet of the file, hidden ones included.

    Raises FileRefused before anything is unpacked beyond the limits.
    """
    if not content.strip(b"\x00\r\n\t "):
        raise FileRefused("empty")
    if content.startswith(b"PK"):
        sheets = _open_zip(content, limits)
    elif content.startswith(_OLE):
        sheets = _open_ole(content, limits)
    else:
        _refuse_foreign(content)
        sheets = (csvtext.read(content, limits),)
    if not any(sheet.rows for sheet in sheets):
        raise FileRefused("empty")
    return sheets


def _open_zip(content: bytes, limits: Limits) -> tuple[Sheet, ...]:
    checked = guard.check(content, limits)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = sheet_parts(package)
        if checked.packed:
            try:
                return tuple(_packed(package, parts, checked))
            except (Unusual, ElementTree.ParseError):
                # What is packed goes before the full reader needs the room.
                checked.packed.clear()
    unsaved = {part.name: checked.unsaved.get(part.path, frozenset()) for part in parts}
    return _calamine(content, unsaved, limits)


def _packed(
    package: zipfile.ZipFile, parts: Sequence[SheetPart], checked: guard.Checked
) -> Iterator[Sheet]:
    known = [part for part in parts if part.path in checked.packed]
    if len(known) != len(checked.packed) or counts_days_from_1904(package):
        raise Unusual
    cells = raw_cells(package)
    for part in known:
        rows = checked.packed.pop(part.path).rows(cells.decode)
        unsaved = checked.unsaved.get(part.path, frozenset())
        yield Sheet(part.name, rows, part.visible, unsaved)


def _open_ole(content: bytes, limits: Limits) -> tuple[Sheet, ...]:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise FileRefused("encrypted")
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        raise FileRefused("not_a_table", params={"format": "document"})
    if "_VBA_PROJECT_CUR".encode("utf-16-le") in content:
        raise FileRefused("macros")
    try:
        return _calamine(content, {}, limits)
    except FileRefused as refused:
        if refused.code == "damaged":
            raise FileRefused("old_excel") from refused
        raise


def _calamine(
    content: bytes, unsaved: dict[str, frozenset[str]], limits: Limits
) -> tuple[Sheet, ...]:
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = []
        for meta in book.sheets_metadata:
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue
            found = book.get_sheet_by_name(meta.name)
            _stay_within(found.total_height, found.total_width, limits)
            visible = meta.visible == SheetVisibleEnum.Visible
            rows = _from_a1(found.iter_rows(), found.start, found.end)
            sheets.append(Sheet(meta.name, rows, visible, unsaved.get(meta.name, frozenset())))
    except PasswordError as error:
        raise FileRefused("encrypted") from error
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise FileRefused("damaged") from error
    return tuple(sheets)


def _from_a1(
    found: Iterable[list[Cell]], start: tuple[int, int] | None, end: tuple[int, int] | None
) -> Sequence[Row]:
    """Rows with the empty columns and rows the reader leaves out before its first cell."""
    if start is None or end is None:
        return []
    padding: list[Cell] = [""] * start[1]
    rows = pack(padding + row for row in found)
    return rows.below(end[0] + 1 - len(rows))


def _stay_within(height: int, width: int, limits: Limits) -> None:
    if height > limits.rows or width > limits.columns or height * width > limits.area:
        raise FileRefused("too_many_cells", params={"rows": height, "columns": width})


def _refuse_foreign(content: bytes) -> None:
    for magic, name in _FOREIGN.items():
        if content.startswith(magic):
            raise FileRefused("not_a_table", params={"format": name})
    start = content[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta")):
        raise FileRefused("not_a_table", params={"format": "html"})
