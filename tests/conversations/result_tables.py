"""Tables of own studies as schools really write them, made by hand for conversations."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import openpyxl

Rows = Sequence[Sequence[object]]


def works(count: int, tasks: int, *extra: object) -> list[list[object]]:
    """Rows of a class: a code, the class, scores of 0 to 2, then the same cells for everybody."""
    return [
        [f"К{number:02}", "7А", *((number + task) % 3 for task in range(tasks)), *extra]
        for number in range(count)
    ]


def xlsx(folder: Path, rows: Rows, *, name: str = "2849657.xlsx") -> Path:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    path = folder / name
    book.save(path)
    return path


def csv_of_windows(folder: Path, rows: Rows) -> Path:
    """The same as a text file of an old spreadsheet: cp1251, semicolons."""
    path = folder / "2849657.csv"
    with path.open("w", encoding="cp1251", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path
