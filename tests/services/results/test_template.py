"""The bot's own template: given out, filled in by somebody, known again."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from services.results import FileRefused, ParsedFile, Task
from services.results.template import template
from tests.services.results.files import read_here

TASKS = (
    Task("1", 1.0, "Б", "Считать проценты"),
    Task("2.1", 2.0, "П", "Решать задачи, большие 1,5"),
    Task("9К1", 3.0),
)
FIRST = 12
GIVEN: dict[str, Any] = {"year": 2026, "occasion": "Контрольный срез", "school": "МБОУ СОШ № 106"}


def sheet_of(content: bytes) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def returned(folder: Path, content: bytes, *works: tuple[object, ...], sparse: int = 1) -> Path:
    book = openpyxl.load_workbook(io.BytesIO(content))
    for place, work in enumerate(works):
        for column, value in enumerate(work, 1):
            book.worksheets[0].cell(FIRST + place * sparse, column).value = value  # type: ignore[assignment]
    path = folder / "без имени.xlsx"
    book.save(path)
    return path


def read_back(folder: Path, **given: Any) -> ParsedFile:
    content = template("Математика", 6, TASKS, **given)
    return read_here(returned(folder, content, ("a", "6А", 1, 1, 2, 3), ("b", "6А", 2, 0, "X", 1)))


def test_a_filled_template_is_known_with_all_it_says(tmp_path: Path) -> None:
    parsed = read_back(tmp_path, **GIVEN)
    exam = parsed.exams[0]
    assert (parsed.kind, parsed.personal, parsed.questions) == ("own_template", False, ())
    assert (exam.exam, exam.occasion, exam.year) == (None, "Контрольный срез", 2026)
    assert (exam.subject, exam.grade, exam.max_score) == ("Математика", 6, 6)
    assert exam.tasks == TASKS
    assert [school.name for school in exam.schools] == ["МБОУ СОШ № 106"]
    assert exam.pupils[1].not_attempted == (False, True, False)
    assert parsed.warnings == ()


def test_what_was_left_empty_above_is_asked(tmp_path: Path) -> None:
    parsed = read_back(tmp_path)
    assert [question.key for question in parsed.questions] == ["occasion", "year"]
    assert [question.options for question in parsed.questions] == [(), ()]


def test_empty_rows_do_not_matter(tmp_path: Path) -> None:
    content = template("Математика", 6, TASKS, **GIVEN)
    works = [("a", "6А", 1, 1, 2, 3), ("b", "6А", "отсутствовал"), ("c", "6А", 2, 0, 0, 0)]
    parsed = read_here(returned(tmp_path, content, *works, sparse=40))
    assert (parsed.rows_read, parsed.exams[0].absent, parsed.rows_dropped) == (2, 1, 0)


def test_an_empty_template_is_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(template("Математика", 6, TASKS, **GIVEN))
    with pytest.raises(FileRefused) as refused:
        read_here(path)
    assert refused.value.code == "empty"


def test_another_maximum_and_a_column_more_are_taken_from_the_sheet(tmp_path: Path) -> None:
    content = template("Математика", 6, TASKS, **GIVEN)
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    sheet["F11"] = "3 (5б)"
    sheet.insert_cols(7)
    sheet["G11"], sheet["G9"] = "4 (1б)", "Чертить"
    for column, value in enumerate(("a", "6А", 1, 1, 2, 5, 1), 1):
        sheet.cell(FIRST, column).value = value
    book.save(tmp_path / "a.xlsx")
    exam = read_here(tmp_path / "a.xlsx").exams[0]
    assert [(task.code, task.max) for task in exam.tasks] == [
        ("1", 1),
        ("2.1", 2),
        ("3", 5),
        ("4", 1),
    ]
    assert exam.tasks[3].skill == "Чертить"


def test_a_score_above_the_maximum_is_told(tmp_path: Path) -> None:
    content = template("Математика", 6, TASKS, **GIVEN)
    path = returned(tmp_path, content, ("a", "6А", 1, 1, 5, 3), ("b", "6А", 1, 1, 2, 3))
    bad = read_here(path).bad_rows
    assert [(one.problem.code, one.problem.cell) for one in bad] == [("score_above_max", "E12")]


def test_without_tasks_there_are_ten_to_be_changed(tmp_path: Path) -> None:
    content = template("Физика", 8, rows=5)
    path = returned(tmp_path, content, ("a", "8А", 1, *[1] * 10))
    assert [task.code for task in read_here(path).exams[0].tasks] == [str(n) for n in range(1, 11)]


def test_the_table_stays_in_sight_and_cells_say_what_belongs_there() -> None:
    sheet = sheet_of(template("Математика", 6, TASKS, **GIVEN))
    assert sheet.freeze_panes == "B12"
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert "D12<=1" in rules["D12:D311"].formula1
    assert rules["H12:H311"].formula1 == '"2,3,4,5"'
    assert rules["D12:D311"].error


def test_a_second_sheet_explains_how_to_fill_it_in() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template("Математика", 6, TASKS)))
    guide = [cell.value for cell in book.worksheets[1]["A"] if cell.value]
    assert book.worksheets[1].title == "Как заполнять"
    assert len(guide) > 8
    assert any("Имён и фамилий не пишите" in line for line in guide)


def test_words_that_look_like_formulas_stay_words() -> None:
    sheet = sheet_of(
        template("Математика", 6, (Task("1", 1.0, None, "=1+1"),), occasion="=HYPERLINK(1)")
    )
    assert (sheet["B5"].value, sheet["B5"].data_type) == ("=HYPERLINK(1)", "s")
    assert sheet["D9"].data_type == "s"
