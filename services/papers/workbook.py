"""Tables for a spreadsheet: typed cells, and no string that a program would take for a formula."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from services.papers.steady import steady
from services.papers.typography import printable

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

Cell = str | float | int | bool | date | None
_NAME_LIMIT, _CELL_LIMIT = 31, 32_767
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_WIDEST = 60
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The same workbook makes the same bytes."""


class Shown(StrEnum):
    """How the figures of a column are shown."""

    GENERAL = "General"
    WHOLE = "#,##0"
    PERCENT = '0"\u00a0%"'
    """Of percents 0-100, as all of ours are."""
    PERCENT_EXACT = '0.0"\u00a0%"'
    DAY = "dd.mm.yyyy"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the format of its figures, its width in letters (None: as it needs)."""

    title: str
    shown: Shown = Shown.GENERAL
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a header that stays in sight, rows of cells; `notes` stand under the table."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    notes: tuple[str, ...] = ()


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an XLSX.

    Every string is written as a string: never a formula, never a link, whatever it begins with.
    """
    import xlsxwriter  # type: ignore[import-untyped]

    written = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(written, options)
    book.set_properties({"created": _MADE})
    faces = _Faces(book)
    for sheet, name in zip(sheets, _names(sheets), strict=True):
        _write(book.add_worksheet(name), sheet, faces)
    book.close()
    return steady(written.getvalue())


class _Faces:
    """The formats of one workbook, made once each."""

    def __init__(self, book: Workbook) -> None:
        edge = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
        self.head = book.add_format(
            {**edge, "bold": True, "bg_color": "#E7EEF7", "text_wrap": True}
        )
        # The quote prefix keeps a string a string when somebody edits its cell by hand.
        self.words = book.add_format({**edge, "text_wrap": True, "quote_prefix": True})
        self.note = book.add_format({"italic": True, "quote_prefix": True})
        self.figures = {
            shown: book.add_format({**edge, "num_format": shown.value}) for shown in Shown
        }


def _write(page: Worksheet, sheet: Sheet, faces: _Faces) -> None:
    for place, column in enumerate(sheet.columns):
        page.write_string(0, place, _safe(column.title), faces.head)
        page.set_column(place, place, column.width or _width(sheet, place))
    for line, row in enumerate(sheet.rows, 1):
        for place, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _cell(page, line, place, cell, column.shown, faces)
    for line, note in enumerate(sheet.notes, len(sheet.rows) + 2):
        page.write_string(line, 0, _safe(note), faces.note)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    if sheet.rows and sheet.columns:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)


def _cell(page: Worksheet, line: int, place: int, cell: Cell, shown: Shown, faces: _Faces) -> None:
    figures: Format = faces.figures[shown]
    match cell:
        case None:
            page.write_blank(line, place, None, figures)
        case bool():
            page.write_boolean(line, place, cell, figures)
        case str():
            page.write_string(line, place, _safe(cell), faces.words)
        case date():
            # A moment of our own is in UTC; a spreadsheet knows no zones.
            plain = cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell
            page.write_datetime(line, place, plain, faces.figures[Shown.DAY])
        case float() if not math.isfinite(cell):
            page.write_blank(line, place, None, figures)
        case int() | float():
            page.write_number(line, place, cell, figures)


def _safe(text: str) -> str:
    return printable(text)[:_CELL_LIMIT]


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """Names a spreadsheet takes: short, without its own signs, no two alike."""
    taken: list[str] = []
    for number, sheet in enumerate(sheets, 1):
        plain = _NOT_IN_A_NAME.sub(" ", printable(sheet.name)).strip(" '\t\n") or str(number)
        name = plain[:_NAME_LIMIT].rstrip(" '")
        if name.casefold() in {one.casefold() for one in taken} or name.casefold() == "history":
            tail = f" {number}"
            name = f"{name[: _NAME_LIMIT - len(tail)]}{tail}"
        taken.append(name)
    return taken


def _width(sheet: Sheet, place: int) -> float:
    words = [sheet.columns[place].title, *(str(row[place] or "") for row in sheet.rows)]
    longest = max(len(line) for one in words for line in (one.splitlines() or [""]))
    return min(_WIDEST, max(8, longest + 2))
