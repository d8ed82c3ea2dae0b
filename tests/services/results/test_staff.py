"""Lists of staff: what is known of service is read, whose it is is not."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.results import ParsedFile, StaffRow
from services.results.sheet import Cell
from services.results.staff.cells import Unclear, category, day, ends, experience, subjects
from tests.services.results.files import SAMPLES, read_here, written

HEAD = [
    "№", "ОО", "ФИО", "Должность", "Предметы", "Квалификационная категория", "Дата присвоения",
    "Заявление на категорию", "Педагогический стаж, лет", "Последние КПК",
]  # fmt: skip


def staff(folder: Path, *rows: list[object], head: list[str] | None = None) -> ParsedFile:
    return read_here(written(folder, [["Сведения о кадрах"], [], head or HEAD, *rows]))


def test_the_sample_gives_everybody_without_a_name() -> None:
    parsed = read_here(SAMPLES / "staff_2026.xlsx")
    assert (parsed.people, parsed.personal, len(parsed.staff)) == (48, True, 48)
    assert parsed.staff[1] == StaffRow(
        school="МБОУ «Восходская СШ»",
        post="учитель",
        subjects=("Математика", "Информатика"),
        category="first",
        category_until="2025",
        applied_for=None,
        experience=16,
        last_course_on="2019",
    )
    assert parsed.warnings == ()
    assert "Белова" not in str(parsed)


def test_every_column_of_a_row_is_read(tmp_path: Path) -> None:
    parsed = staff(
        tmp_path,
        [1, "СОШ № 1(edu621001)", "Иванов И. И.", "учитель", "физика, астрономия",
         "высшая", date(2022, 3, 25), "высшая", "16 лет", "с 01.03.2024 по 15.03.2024, 72 ч."],
        [2, None, "Петров П. П.", "учитель математики", None, "без категории", None, None,
         "3 мес.", None],
        [None, None, "Итого", None, None, None, None, None, None, None],
    )  # fmt: skip
    assert parsed.staff == (
        StaffRow(
            "edu621001", "учитель", ("Физика", "астрономия"), "highest", "2027-03-25", "highest",
            16, "2024-03-15",
        ),
        StaffRow("edu621001", "учитель математики", ("Математика",), "none", None, None, 0, None),
    )  # fmt: skip
    assert "Иванов" not in str(parsed)


def test_what_is_not_understood_is_told_with_its_cell_and_without_its_words(
    tmp_path: Path,
) -> None:
    parsed = staff(
        tmp_path,
        [1, "СОШ № 1", "Иванов И. И.", "учитель", "физика", "скоро", "когда-то", "да",
         "много", "не помнит"],
    )  # fmt: skip
    told = [(w.code, w.cell, w.params["field"]) for w in parsed.warnings]
    assert sorted(told) == sorted(
        [
            ("not_understood", "F4", "category"),
            ("not_understood", "G4", "granted"),
            ("not_understood", "H4", "applied"),
            ("not_understood", "I4", "experience"),
            ("not_understood", "J4", "course"),
        ]
    )
    assert parsed.staff[0].category is None
    assert "помнит" not in str(parsed)


def test_schools_follow_each_other_under_their_lines(tmp_path: Path) -> None:
    head = ["ФИО", "Должность", "Предмет", "Категория", "Стаж"]
    parsed = staff(
        tmp_path,
        ["МБОУ СОШ № 1"],
        ["Иванов И. И.", "учитель", "химия", "1 кк", 5],
        ["МБОУ СОШ № 2"],
        ["Петров П. П.", "учитель", "химия", "СЗД", 7],
        head=head,
    )
    assert [(row.school, row.category) for row in parsed.staff] == [
        ("МБОУ СОШ № 1", "first"),
        ("МБОУ СОШ № 2", "fitness"),
    ]


def test_a_sheet_called_after_its_school_tells_it(tmp_path: Path) -> None:
    rows = [["ФИО", "Должность", "Стаж"], ["Иванов И. И.", "учитель физики", 5]]
    path = written(tmp_path, rows, rows, names=["МБОУ СОШ № 1", "Гимназия № 2"])
    parsed = read_here(path)
    assert [row.school for row in parsed.staff] == ["МБОУ СОШ № 1", "Гимназия № 2"]
    assert parsed.people == 2


def test_categories_ticked_off_in_columns_of_their_own(tmp_path: Path) -> None:
    head = ["ФИО", "Должность", "Стаж", "Высшая", "Первая", "СЗД", "Нет категории"]
    parsed = staff(
        tmp_path,
        ["Иванов И. И.", "учитель", 5, "25.03.2021", None, None, None],
        ["Петров П. П.", "учитель", 5, None, "+", None, None],
        ["Сидоров С. С.", "учитель", 5, None, None, None, "+"],
        head=head,
    )
    assert [(row.category, row.category_until) for row in parsed.staff] == [
        ("highest", "2026-03-25"),
        ("first", None),
        ("none", None),
    ]


def test_an_end_that_is_written_wins_over_a_reckoned_one(tmp_path: Path) -> None:
    head = ["ФИО", "Должность", "Стаж", "Категория", "Дата присвоения", "Срок действия категории"]
    row = ["Иванов И. И.", "учитель", 5, "первая", "01.02.2022", "до 01.03.2027"]
    assert staff(tmp_path, row, head=head).staff[0].category_until == "2027-03-01"


def test_a_name_beside_the_post_does_not_stay(tmp_path: Path) -> None:
    row: list[object] = ["x", "учитель Иванов И. И.", 5]
    parsed = staff(tmp_path, row, head=["ФИО", "Должность", "Стаж"])
    assert parsed.staff[0].post == "учитель"


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("высшая", "highest"), ("Высшая кв. категория", "highest"), ("ВКК", "highest"),
        ("педагог-методист", "highest"), ("первая", "first"), ("1", "first"), (1.0, "first"),
        ("I", "first"), ("1 КК", "first"), ("1-я", "first"), ("I кв. категория", "first"),
        ("первая, 25.03.2022", "first"), ("соответствие занимаемой должности", "fitness"),
        ("СЗД", "fitness"), ("соответствует", "fitness"), ("нет", "none"),
        ("без категории", "none"),
        ("б/к", "none"), ("-", "none"), ("не имеет", "none"), ("молодой специалист", "none"),
        ("", None),
    ],
)  # fmt: skip
def test_categories_are_known_by_their_many_names(cell: Cell, meaning: str | None) -> None:
    assert category(cell) == meaning


@pytest.mark.parametrize("cell", ["12", "скоро", "2022", "11 лет"])
def test_what_is_no_category_is_unclear(cell: str) -> None:
    with pytest.raises(Unclear):
        category(cell)


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("12.03.2024", "2024-03-12"), ("2024", "2024"), (2024.0, "2024"),
        (datetime.fromisoformat("2024-03-12"), "2024-03-12"), (date(2024, 3, 12), "2024-03-12"),
        ("2022, 72, методика", "2022"), ("2019 (36 ч), 2023 (72 ч)", "2023"),
        ("ИРО, 12.03.24, «Тема 2030»", "2024-03-12"), ("2024-03-12", "2024-03-12"), ("", None),
    ],
)  # fmt: skip
def test_days_are_found_in_text_numbers_and_dates(cell: Cell, meaning: str | None) -> None:
    assert day(cell) == meaning


@pytest.mark.parametrize(
    ("granted", "kind", "end"),
    [
        ("2022-03-25", "highest", "2027-03-25"),
        ("2022", "first", "2027"),
        ("2023", "first", "2028"),
        ("2023-08-31", "first", "2028-08-31"),
        ("2023-09-01", "first", None),
        ("2024", "highest", None),
        ("2024", "fitness", "2029"),
        ("2020-02-29", "first", "2025-02-28"),
        ("2022", "none", None),
        ("2022", None, None),
    ],
)
def test_older_categories_end_and_newer_do_not(
    granted: str, kind: str | None, end: str | None
) -> None:
    assert ends(granted, kind) == end


@pytest.mark.parametrize(
    ("cell", "years"),
    [(16.0, 16), ("16", 16), ("16 лет", 16), ("5 л. 3 мес.", 5), ("7,5", 7), ("менее года", 0),
     ("2 мес.", 0), ("1 год", 1), ("", None)],
)  # fmt: skip
def test_years_of_work_are_whole(cell: Cell, years: int | None) -> None:
    assert experience(cell) == years


@pytest.mark.parametrize("cell", ["с 2005 года", "много", -1.0, 99.0, "2005"])
def test_impossible_years_of_work_are_unclear(cell: Cell) -> None:
    with pytest.raises(Unclear):
        experience(cell)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Русский язык и литература", ("Русский язык", "Литература")),
        ("математика; информатика", ("Математика", "Информатика")),
        ("История, обществознание\nгеография", ("История", "Обществознание", "География")),
        ("Начальные классы", ("Начальные классы",)),
        ("ОБЖ / физкультура", ("ОБЗР", "Физическая культура")),
        ("", ()),
    ],
)
def test_several_subjects_are_told_apart(cell: str, names: tuple[str, ...]) -> None:
    assert subjects(cell) == names


@given(st.text(max_size=20) | st.floats() | st.dates() | st.booleans())
def test_no_cell_breaks_the_reading(cell: Cell) -> None:
    for meaning in (category, day, experience):
        try:
            meaning(cell)
        except Unclear:
            continue
