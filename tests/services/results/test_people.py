"""Files that name people are known as such, and nothing of the names is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.results.people import are_people, without_people
from tests.services.results.files import MATH, SAMPLES, read_here, written

KNOWN = {"year": "2025", "subject": "Математика", "grade": "6", "occasion": "Срез"}
PEOPLE = ["Иванов Иван Петрович", "Петрова Анна Ильинична", "Сидоров Олег Кимович"]


@pytest.mark.parametrize(
    "caption",
    ["ФИО", "Ф.И.О.", "Фамилия", "Фамилия, имя", "ФИО ученика", "Ученик", "СНИЛС", "Паспорт",
     "Телефон", "E-mail", "Дата рождения", "Учитель", "Cписок класса"],
)  # fmt: skip
def test_a_heading_of_names_or_documents_makes_a_file_personal(
    caption: str, tmp_path: Path
) -> None:
    rows = [[caption, "Класс", "1", "2"], ["тайна", "6А", 1, 0], ["тайна", "6А", 1, 1]]
    parsed = read_here(written(tmp_path, rows), answers=KNOWN)
    assert parsed.personal
    assert len(parsed.exams[0].pupils) == 2
    assert "тайна" not in str(parsed)


@pytest.mark.parametrize(
    "cells",
    [
        PEOPLE,
        ["Иванов И. И.", "Петрова А.", "Сидоров О.К."],
        ["Иванов Иван", "Анна Петрова", "Ким Олег"],
        ["a@b.ru", "c@d.com", "e.f@g.org"],
        ["+7 910 123-45-67", "89101234567", "8(910)123-45-67"],
        ["123-456-789 01", "123-456-789 02", "123-456-789 03"],
        ["6100 100000", "61 00 100001", "6100 100002"],
    ],
)
def test_people_are_known_by_what_stands_in_a_column(cells: list[str], tmp_path: Path) -> None:
    rows = [["Кто", "Класс", "1", "2"], *[[cell, "6А", 1, 0] for cell in cells]]
    parsed = read_here(written(tmp_path, rows), answers=KNOWN)
    assert parsed.personal
    assert not any(question.name == "column" for question in parsed.questions)
    assert cells[0] not in str(parsed)


@pytest.mark.parametrize(
    "cells",
    [
        ["МБОУ СОШ № 106", "Гимназия № 5", "Лицей"],
        ["Нижний Новгород", "Старый Оскол", "Великий Устюг"],
        ["Кадомский муниципальный район", "Сасово", "Рязань"],
        ["60001", "60002", "60003"],
        ["Русский язык", "Физическая культура", "Окружающий мир"],
        ["6А", "6Б", "6В"],
    ],
)
def test_places_and_subjects_are_not_people(cells: list[str]) -> None:
    assert not are_people(cells)


@pytest.mark.parametrize(
    "name",
    [path.name for path in sorted(SAMPLES.iterdir()) if path.stem[:3] in ("vpr", "284", "for")],
)
def test_reports_without_names_are_not_personal(name: str) -> None:
    assert not read_here(SAMPLES / name).personal


def test_names_added_to_a_report_make_it_personal(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(MATH)
    for row, person in enumerate(PEOPLE * 8, 10):
        book.worksheets[0][f"W{row}"] = person
    book.save(tmp_path / "a.xlsx")
    parsed = read_here(tmp_path / "a.xlsx")
    assert parsed.personal
    assert "Иванов" not in str(parsed)


def test_a_long_table_with_names_keeps_pupils_apart_and_unnamed(tmp_path: Path) -> None:
    rows: list[list[object]] = [["ФИО", "Задание", "Балл"]]
    rows += [[person, task, task % 2] for person in PEOPLE for task in (1, 2)]
    parsed = read_here(written(tmp_path, rows), answers=KNOWN)
    assert parsed.personal
    assert [pupil.scores for pupil in parsed.exams[0].pupils] == [(1, 0)] * 3
    assert "Иванов" not in str(parsed)


def test_a_name_inside_of_words_is_taken_out() -> None:
    assert without_people("учитель Иванов И.И., совместитель") == "учитель , совместитель"
    assert without_people("учитель математики") == "учитель математики"
