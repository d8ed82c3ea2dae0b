"""Large sheets are packed as they stream by, and hold what a full reader finds in them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.results import FileRefused, Limits, guard
from services.results.opening import open_book
from services.results.packed import pack
from services.results.sheet import Cell, Sheet
from tests.services.results.files import HEAD, MATH, SAMPLES, SHEET, TAIL, package, part

BOOKS = sorted(path.name for path in SAMPLES.iterdir() if path.suffix == ".xlsx")
CELLS = (
    st.none()
    | st.booleans()
    | st.integers(-9, 99)
    | st.floats(-1e6, 1e6)
    | st.sampled_from(
        ["", " a ", "А & Б <в> \"г\"", "+", "X", "_x0041_", "два\nслова", date(2026, 4, 20),
         datetime.fromisoformat("2026-04-20T10:30:00")]
    )
)  # fmt: skip
TABLE = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8)


@pytest.fixture
def every_sheet_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "_LARGE_BYTES", 1)


def filled(sheets: tuple[Sheet, ...]) -> Iterator[tuple[str, dict[tuple[int, int], Cell]]]:
    for sheet in sheets:
        cells = {
            (r, c): cell
            for r, row in enumerate(sheet.rows)
            for c, cell in enumerate(row)
            if cell != ""
        }
        yield sheet.name, cells


def both(content: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[object, object]:
    monkeypatch.setattr(guard, "_LARGE_BYTES", 1)
    assert guard.check(content, Limits()).packed, "the sheet was not packed at all"
    packed = open_book(content, Limits())
    monkeypatch.setattr(guard, "_LARGE_BYTES", 1 << 40)
    read = open_book(content, Limits())
    assert [sheet.visible for sheet in packed] == [sheet.visible for sheet in read]
    return list(filled(packed)), list(filled(read))


@pytest.mark.parametrize("name", BOOKS)
def test_a_sample_is_read_alike_both_ways(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    packed, read = both((SAMPLES / name).read_bytes(), monkeypatch)
    assert packed == read


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TABLE, st.booleans())
def test_any_table_is_read_alike_both_ways(rows: list[list[object]], sparse: bool) -> None:
    book = openpyxl.Workbook()
    for place, row in enumerate(rows):
        for column, value in enumerate(row, 1):
            if value is not None:
                book.worksheets[0].cell(1 + place * (3 if sparse else 1), column, value)  # type: ignore[arg-type]
    book.worksheets[0].cell(40, 7, "end")
    stream = io.BytesIO()
    book.save(stream)
    with pytest.MonkeyPatch.context() as patch:
        packed, read = both(stream.getvalue(), patch)
    assert packed == read


def test_shared_rich_and_formula_cells_are_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Лист")
        bold = book.add_format({"bold": True})
        sheet.write_rich_string(0, 0, "Код ", bold, "участника", " здесь")
        sheet.write_formula(1, 0, "=1+1", None, 2)
        sheet.write_formula(1, 1, '="a"', None, "текст")
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
        sheet.write_formula(1, 3, "=TRUE", None, True)
        sheet.write(2, 2, "a_x000D_b")
        sheet.write_blank(3, 3, None, bold)
        sheet.write_number(4, 0, 7.5, book.add_format({"num_format": '0.0 "день"'}))
        book.add_worksheet("Скрытый").hide()
    packed, read = both(stream.getvalue(), monkeypatch)
    assert packed == read


@pytest.mark.usefixtures("every_sheet_is_large")
@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (
            b'<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
            "order",
        ),
        (b'<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>', "order of columns"),
        (b'<row r="1"><c r="A2"><v>1</v></c></row>', "a cell of another row"),
        (b'<row><c r="A1"><v>1</v></c></row>', "a row without a number"),
        (b'<row r="1"><!-- <c --><c r="A1"><v>1</v></c></row>', "a comment"),
        (b'<row r="1"><c><v>1</v></c></row>', "a cell without an address"),
        (b"<row r='1'><c r='A1'><v>1</v></c></row>", "single quotes"),
    ],
)
def test_what_is_not_plain_goes_to_the_full_reader(rows: bytes, why: str, tmp_path: Path) -> None:
    path = package(tmp_path, {SHEET: HEAD + rows + TAIL})
    assert guard.check(path.read_bytes(), Limits()).packed == {}, why
    assert open_book(path.read_bytes(), Limits())[0].rows[0]


@pytest.mark.usefixtures("every_sheet_is_large")
@pytest.mark.parametrize(
    "cell", ['XFD1048576', "A1048576", "XFD1", "AAA120000"]
)  # fmt: skip
def test_a_far_corner_of_a_large_sheet_is_refused(cell: str, tmp_path: Path) -> None:
    row = "".join(filter(str.isdigit, cell))
    far = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row>'.encode()
    content = package(tmp_path, {SHEET: HEAD + far + TAIL}).read_bytes()
    with pytest.raises(FileRefused) as refused:
        open_book(content, Limits())
    assert refused.value.code == "too_many_cells"


@pytest.mark.usefixtures("every_sheet_is_large")
def test_a_large_sheet_that_breaks_off_is_damaged(tmp_path: Path) -> None:
    content = package(tmp_path, {SHEET: part()[:3000]}).read_bytes()
    with pytest.raises(FileRefused) as refused:
        open_book(content, Limits())
    assert refused.value.code == "damaged"


@pytest.mark.usefixtures("every_sheet_is_large")
def test_a_place_among_shared_texts_that_is_not_there_needs_the_full_reader(tmp_path: Path) -> None:
    broken = HEAD + b'<row r="1"><c r="A1" t="s"><v>999</v></c></row>' + TAIL
    content = package(tmp_path, {SHEET: broken}).read_bytes()
    assert guard.check(content, Limits()).packed
    with pytest.raises(FileRefused):
        open_book(content, Limits())


def test_packed_rows_are_of_one_width_and_keep_truth_from_one() -> None:
    rows = pack([[1.0, True], [False, 0.0, "a"], []])
    assert [list(row) for row in rows] == [[1.0, True, ""], [False, 0.0, "a"], ["", "", ""]]
    assert [type(cell) for cell in rows[0]] == [float, bool, str]
    assert rows[-1] == rows[2]
    assert list(rows[1:]) == [rows[1], rows[2]]
    with pytest.raises(IndexError):
        rows[3]


def test_the_work_of_a_large_file_is_the_work_of_a_small_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from tests.services.results.files import read_here

    small = read_here(MATH)
    monkeypatch.setattr(guard, "_LARGE_BYTES", 1)
    assert read_here(MATH) == small
