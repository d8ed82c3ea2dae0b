"""Whatever stands in the cells, the answer is an exam or a refusal, never a crash."""

from __future__ import annotations

import json
import pickle
from datetime import date, datetime, time
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from services.analysis import completion, merge, summarise
from services.results import FileRefused, Limits, from_json, to_json
from services.results.opening import open_book
from services.results.reading import read
from services.results.sheet import Cell, Sheet, number
from tests.services.results.files import SAMPLES

NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in {".xlsx", ".csv"})
ODD: list[Cell] = [
    "", " ", -1.0, 1e9, 0.5, True, "X", "Х", "-", "н/п", "отсутствовал", "nan", "inf", "²", "1_0",
    "1,5", "9" * 50, "(edu1)", "5 (2б)", "Код участника", "ВПР 2026 Математика 6 класс",
    "01 - Физика 2026.06.09", datetime.fromisoformat("2026-01-01"), date(2026, 1, 1), time(1, 2),
]  # fmt: skip


@cache
def opened(name: str) -> tuple[Sheet, ...]:
    return open_book((SAMPLES / name).read_bytes(), Limits())


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_odd_cells_never_crash_the_reader(name: str, data: st.DataObject) -> None:
    sheet = opened(name)[0]
    rows = [list(row) for row in sheet.rows]
    places = st.tuples(
        st.integers(0, len(rows) - 1), st.integers(0, len(rows[0]) - 1), st.sampled_from(ODD)
    )
    for row, column, cell in data.draw(st.lists(places, min_size=1, max_size=12)):
        rows[row][column] = cell
    try:
        parsed = read((Sheet(sheet.name, rows),), "")
    except FileRefused:
        return
    assert from_json(json.loads(json.dumps(to_json(parsed)))) == parsed
    for exam in parsed.exams:
        assert all(0 <= figure.percent <= 100 for figure in completion(exam).values())
        summarise(merge(exam))


ANSWERS = st.dictionaries(
    st.sampled_from(["year", "subject", "grade", "occasion", "column:A", "column:C", "0.subject"]),
    st.sampled_from(["", "2026", "task", "skip", "code", "Физика", "12", "school"]),
)
CAPTIONS = st.sampled_from(
    ["Код", "Класс", "Школа", "Вариант", "Задание", "Балл", "Макс. балл", "1", "2 (2б)", "Итого",
     "ФИО", "Должность", "Стаж", "Категория", "Последние КПК", "Предмет", "Чтение", "Параллель"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(CAPTIONS, min_size=2, max_size=8), st.data(), ANSWERS)
def test_odd_tables_never_crash_the_reader(
    captions: list[str], data: st.DataObject, answers: dict[str, str]
) -> None:
    cells = st.sampled_from([*ODD, 1.0, 2.0, "6А", "a"])
    width = len(captions)
    rows = data.draw(st.lists(st.lists(cells, min_size=width, max_size=width), max_size=6))
    title = ["Срез", *[""] * (width - 1)]
    try:
        parsed = read((Sheet("6А", [title, captions, *rows]),), "", answers)
    except FileRefused:
        return
    assert from_json(json.loads(json.dumps(to_json(parsed)))) == parsed
    for exam in parsed.exams:
        assert all(len(pupil.scores) == len(exam.tasks) for pupil in exam.pupils)


def test_only_plain_finite_numbers_are_numbers() -> None:
    odd: list[Cell] = [
        "nan",
        "inf",
        "1e5",
        "1_0",
        "",
        " ",
        "x",
        True,
        float("inf"),
        float("nan"),
        "9" * 50,
    ]
    assert [number(cell) for cell in odd] == [None] * len(odd)
    plain: list[Cell] = ["1,5", " 2 ", "-3", 4, 5.5]
    assert [number(cell) for cell in plain] == [1.5, 2, -3, 4, 5.5]


def test_a_refusal_travels_between_processes() -> None:
    refused = FileRefused("score_above_max", "Q31", {"task": "11"})
    copy = pickle.loads(pickle.dumps(refused))  # noqa: S301 - our own bytes
    assert (copy.code, copy.cell, copy.params) == ("score_above_max", "Q31", {"task": "11"})
    assert str(copy) == "score_above_max at Q31"
