"""A made-up report on individual results, as large as asked for, written row by row."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

SCHOOL_SIZE = 400
CLASS_SIZE = 25
HEAD = (
    ("Индивидуальные результаты",),
    (),
    ("ВПР {year} Математика 6 класс",),
    ("Предмет:", "Математика"),
    ("Максимальный первичный балл:", None),
    ("Дата:", "20.04.{year}"),
)
BEFORE = ("ОО", "Муниципалитет", "Название ОО", "Код участника", "Класс", "Вариант")
AFTER = ("Первичный балл", "Отметка", "Отметка по журналу")


def write_individual_results(
    path: Path, *, pupils: int = 100_000, tasks: int = 20, year: int = 2026
) -> None:
    """Write a ВПР report of `pupils` rows and `tasks` columns of scores, the same every time."""
    chance = random.Random(20260420)
    maxima = [1 + place % 3 for place in range(tasks)]
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("МА 6 Индивидуальные результаты")
        for row, cells in enumerate(_rows(chance, maxima, pupils, year)):
            for column, cell in enumerate(cells):
                if cell is not None:
                    sheet.write(row, column, cell)


def _rows(
    chance: random.Random, maxima: list[int], pupils: int, year: int
) -> Iterator[tuple[str | int | None, ...]]:
    for line in HEAD:
        told = tuple(one.format(year=year) if one else sum(maxima) for one in line)
        yield told
    levels = ("Б" if most < 3 else "П" for most in maxima)
    yield (None, None, "Уровень сложности задания", None, None, None, *levels)
    yield (*BEFORE, *(f"{n} ({most}б)" for n, most in enumerate(maxima, 1)), *AFTER)
    for place in range(pupils):
        school, seat = divmod(place, SCHOOL_SIZE)
        login = f"edu62{school:04d}"
        name = f"МБОУ СОШ № {school}({login})"
        if seat == 0:
            yield (f"{name} | Кол-во участников: {min(SCHOOL_SIZE, pupils - place)}",)
        yield (login, "Кадомский муниципальный район", name, *_work(chance, maxima, seat))


def _work(chance: random.Random, maxima: list[int], seat: int) -> tuple[int, ...]:
    scores = [chance.randint(0, most) for most in maxima]
    total = sum(scores)
    mark = 2 + min(3, 4 * total // sum(maxima))
    class_number, code = 1 + seat // CLASS_SIZE, 60001 + seat
    return (code, class_number, 1 + seat % 2, *scores, total, mark, chance.randint(2, 5))
