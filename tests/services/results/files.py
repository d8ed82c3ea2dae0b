"""Result files made for a test: a sample with something changed, or a package built by hand."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from services.results import Exam, Limits, ParsedFile
from services.results.opening import open_book
from services.results.reading import read

SAMPLES = Path(__file__).resolve().parents[3] / "examples" / "results"
MATH = SAMPLES / "vpr_individual_math6.xlsx"
RUSSIAN = SAMPLES / "2849913.xlsx"
SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"


def read_here(
    path: Path, limits: Limits | None = None, answers: Mapping[str, str] | None = None
) -> ParsedFile:
    """Parse in this process: fast, for files that mean no harm."""
    content = path.read_bytes()
    sheets = open_book(content, limits or Limits())
    return read(sheets, hashlib.sha256(content).hexdigest(), answers)


def written(folder: Path, *sheets: Sequence[Sequence[object]], names: Sequence[str] = ()) -> Path:
    """A workbook with these rows on its sheets."""
    book = openpyxl.Workbook()
    for place, rows in enumerate(sheets):
        sheet = book.worksheets[0] if place == 0 else book.create_sheet()
        sheet.title = names[place] if names else f"Sheet {place}"
        for row in rows:
            sheet.append(list(row))
    path = folder / "2849657.xlsx"
    book.save(path)
    return path


def sample(name: str) -> Exam:
    """The first exam of a sample."""
    return read_here(SAMPLES / name).exams[0]


def changed(folder: Path, change: Callable[[Worksheet], None], source: Path = MATH) -> Path:
    """A copy of a sample whose first sheet was changed, under a name that tells nothing."""
    book = openpyxl.load_workbook(source)
    sheet = book.worksheets[0]
    change(sheet)
    path = folder / "2849657.xlsx"
    book.save(path)
    return path


def package(folder: Path, parts: dict[str, bytes], source: Path = MATH) -> Path:
    """A sample's package with some of its parts replaced or added."""
    path = folder / "package.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return path


def part(name: str = SHEET, source: Path = MATH) -> bytes:
    """A part of a sample's package."""
    with zipfile.ZipFile(source) as old:
        return old.read(name)
