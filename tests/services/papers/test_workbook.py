"""Tables go out as spreadsheets whose strings nobody can turn into formulas."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from services.papers import Cell, Column, Sheet, Shown, workbook
from services.papers.typography import printable

HOSTILE = (
    "=1+1",
    "=HYPERLINK(\"http://x\")",
    "+7 900",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM",
    "{=1}",
    "http://example.org",
    "mailto:a@b.c",
    "internal:Sheet1!A1",
    "0012",
)  # fmt: skip


def read(sheets: tuple[Sheet, ...]) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(sheets)))


def one(*cells: Cell, shown: Shown = Shown.GENERAL) -> Sheet:
    return Sheet("Лист", (Column("Столбец", shown),), tuple((cell,) for cell in cells))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_string_stays_a_string(text: str) -> None:
    sheet = Sheet(text, (Column(text),), ((text,),), notes=(text,))

    page = read((sheet,)).worksheets[0]

    for address in ("A1", "A2", "A4"):
        cell = page[address]
        assert cell.data_type == "s", address
        assert cell.value == printable(text)
        assert cell.hyperlink is None


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    cell = read((one(text),)).worksheets[0]["A2"]

    assert cell.value in (printable(text), None)
    assert cell.data_type in ("s", "n")
    assert cell.value is not None or not printable(text)


def test_figures_are_figures_in_their_formats() -> None:
    columns = (
        Column("Доля", Shown.PERCENT),
        Column("Точно", Shown.PERCENT_EXACT),
        Column("Работ", Shown.WHOLE),
        Column("День", Shown.DAY),
        Column("Да"),
        Column("Пусто"),
    )
    moment = datetime(2026, 10, 14, 9, tzinfo=UTC)
    row: tuple[Cell, ...] = (41.4, 41.44, 58, moment, True, None)

    page = read((Sheet("Цифры", columns, (row,)),)).worksheets[0]

    cells = page[2]
    assert [one.data_type for one in cells] == ["n", "n", "n", "d", "b", "n"]
    assert cells[0].value == 41.4
    assert cells[0].number_format == '0"\u00a0%"'
    assert cells[3].value.date() == date(2026, 10, 14)
    assert cells[5].value is None


def test_a_figure_that_is_none_is_an_empty_cell() -> None:
    page = read((one(float("nan"), float("inf")),)).worksheets[0]

    assert (page["A2"].value, page["A3"].value) == (None, None)


def test_the_header_stays_in_sight_and_can_be_filtered() -> None:
    page = read((one("а", "б"),)).worksheets[0]

    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:A3"
    assert page.print_title_rows == "$1:$1"


def test_columns_are_as_wide_as_their_words_within_reason() -> None:
    page = read((one("слово " * 40),)).worksheets[0]

    assert 50 < page.column_dimensions["A"].width < 70


def test_names_of_sheets_are_made_fit() -> None:
    names = ("a/b:c*d?[e]", "x" * 40, "x" * 40, "", "History", "'q'")
    sheets = tuple(Sheet(name, (Column("a"),), ()) for name in names)

    made = read(sheets).sheetnames

    assert len(set(made)) == len(names)
    assert all(0 < len(name) <= 31 for name in made)
    assert "history" not in [name.lower() for name in made]


def test_equal_tables_are_equal_bytes() -> None:
    assert workbook((one("а", 1.5),)) == workbook((one("а", 1.5),))
