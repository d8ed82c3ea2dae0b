"""Writes the demo district's result files as the federal system gives them out.

The files lie in `examples/results/<year>`, so that one can look at them and send them by hand;
`python -m bot.demo.files` makes them anew, always the same.
"""

from __future__ import annotations

import csv
import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from bot.settings import ROOT

Table = dict[str, Any]
Cells = Sequence[Any]
EXAMPLES = ROOT / "examples"
WRITTEN = datetime(2026, 5, 25, tzinfo=UTC)
"""The files say always the same of when they were made."""
SPREAD = 0.18
"""How far pupils of one class differ, as a share of the points."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the reports, from a data file: they are not ours."""

    individual: str
    completion: str
    subject: str
    maximum: str
    date: str
    level: str
    pupils: tuple[str, ...]
    groups: tuple[str, ...]
    scores: tuple[str, ...]
    whole: str
    most: str
    count: str
    title: str
    task: str


def write_all(directory: Path) -> list[Path]:
    """Write every file of `examples/results.toml`; the paths."""
    plan = tomllib.loads((EXAMPLES / "results.toml").read_text(encoding="utf-8"))
    words = Words(**{name: _frozen(value) for name, value in plan["words"].items()})
    written: list[Path] = []
    for study in plan["studies"]:
        tasks = _tasks(study["catalogue"])
        for year in study["years"]:
            for place in plan["places"]["municipalities"]:
                written += _of_place(directory, words, plan, study, year, place, tasks)
    return written


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _tasks(name: str) -> list[dict[str, str]]:
    path = ROOT / "catalogues" / "vpr" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _of_place(
    directory: Path,
    words: Words,
    plan: Table,
    study: Table,
    year: Table,
    place: Table,
    tasks: list[dict[str, str]],
) -> Iterator[Path]:
    schools = [one for one in place["schools"] if one["login"] in year["pupils"]]
    if not schools:
        return
    maxima = [int(task["max"]) for task in tasks]
    head = _head(words, study, year, sum(maxima))
    works = {one["login"]: _works(study, year, one, maxima) for one in schools}
    name = f"vpr_{study['file']}_{place['file']}"
    folder = directory / str(year["year"])
    folder.mkdir(parents=True, exist_ok=True)
    rows = [*head, *_individual(words, study, place, schools, works, tasks)]
    yield _write(folder / f"{name}_individual.xlsx", [words.individual, *rows])
    rows = [*head, *_completion(words, plan, year, place, schools, works, maxima)]
    rows.insert(6, [*words.groups, *(task["code"] for task in tasks)])
    yield _write(folder / f"{name}_tasks.xlsx", [words.completion, *rows])


def _head(words: Words, study: Table, year: Table, maximum: int) -> list[Cells]:
    title = words.title.format(year=year["year"], subject=study["subject"], grade=study["grade"])
    return [
        [],
        [title],
        [words.subject, study["subject"]],
        [words.maximum, maximum],
        [words.date, year["date"]],
    ]


def _works(study: Table, year: Table, school: Table, maxima: list[int]) -> list[list[int]]:
    """Scores, mark and journal mark of every pupil; the same numbers every time."""
    chance = random.Random(f"{study['file']} {year['year']} {school['login']}")
    return [
        _work(chance, study, year, school, maxima) for _ in range(year["pupils"][school["login"]])
    ]


def _work(
    chance: random.Random, study: Table, year: Table, school: Table, maxima: list[int]
) -> list[int]:
    able = chance.gauss(0, SPREAD) + school["shift"] / 100
    reach = [min(0.98, max(0.02, percent / 100 + able)) for percent in year["here"]]
    scores = [
        sum(chance.random() < share for _ in range(most))
        for share, most in zip(reach, maxima, strict=True)
    ]
    mark = 2 + sum(sum(scores) >= bound for bound in study["marks"])
    journal = min(5, max(3, mark + chance.choices((0, 1, -1), (70, 22, 8))[0]))
    return [*scores, sum(scores), mark, journal]


def _individual(
    words: Words,
    study: Table,
    place: Table,
    schools: list[Table],
    works: dict[str, list[list[int]]],
    tasks: list[dict[str, str]],
) -> Iterator[Cells]:
    yield [None, None, words.level, None, None, None, *(task["level"] for task in tasks)]
    labels = [words.task.format(code=task["code"], max=task["max"]) for task in tasks]
    yield [*words.pupils, *labels, *words.scores]
    number = study["grade"] * 10_000
    for school in schools:
        named = f"{school['name']}({school['login']})"
        yield [words.count.format(school=named, count=len(works[school["login"]]))]
        for place_in_row, scores in enumerate(works[school["login"]]):
            number += 1
            first = [school["login"], place["name"], named, number, 1 + place_in_row % 2]
            yield [*first, 1 + place_in_row % 2, *scores]


def _completion(
    words: Words,
    plan: Table,
    year: Table,
    place: Table,
    schools: list[Table],
    works: dict[str, list[list[int]]],
    maxima: list[int],
) -> Iterator[Cells]:
    yield []
    yield [words.most, None, None, *maxima]
    yield [words.whole, plan["places"]["country"], 1_400_000 + year["year"], *year["country"]]
    yield [plan["places"]["region"], 231, 9000 + year["year"] % 100, *year["region"]]
    everybody = [scores for one in works.values() for scores in one]
    named = f"{place['name']}({place['login']})"
    yield [named, len(schools), len(everybody), *_percents(everybody, maxima)]
    for school in schools:
        own = works[school["login"]]
        yield [f"{school['name']}({school['login']})", None, len(own), *_percents(own, maxima)]


def _percents(works: list[list[int]], maxima: list[int]) -> list[float]:
    return [
        round(100 * sum(scores[task] for scores in works) / (len(works) * most), 2)
        for task, most in enumerate(maxima)
    ]


def _write(path: Path, rows: Sequence[Any]) -> Path:
    title, *rest = rows
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"created": WRITTEN})
        sheet = book.add_worksheet(title[:31])
        for number, cells in enumerate([[title], *rest]):
            for column, value in enumerate(cells):
                if value is not None:
                    sheet.write(number, column, value)
    return path


if __name__ == "__main__":
    write_all(EXAMPLES / "results")
