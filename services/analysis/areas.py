"""Areas × districts: the schools of each district together, never one by one, never ranked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services.analysis.counting import packed
from services.analysis.demands import plain_skill
from services.analysis.intervals import wilson
from services.analysis.neighbours import guarded
from services.analysis.study import Study
from services.analysis.thresholds import Thresholds, confidence_of, status_of

Json = Mapping[str, Any]
Area = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """An area in a district; percents 0-100."""

    n: int
    schools: int
    percent: float
    low: float
    high: float
    status: str
    confidence: str


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area in every district, in the order the districts came; None is not told."""

    code: str
    skill: str | None
    level: str | None
    cells: tuple[Cell | None, ...]


def well_hidden(works: Sequence[int]) -> bool:
    """Whether works of schools, so many each, hide each school even from any one of the others."""
    return bool(works) and all(
        guarded([*works[:place], *works[place + 1 :]]) for place in range(len(works))
    )


def hides_its_schools(study: Study) -> bool:
    """Whether what is told of pooled schools gives none of them away to another one.

    What a report tells of the municipality in a line of its own is public anyway.
    """
    if not study.wide:
        return True
    if study.own.pupils:
        works: Counter[str] = Counter()
        places = packed(study.own.pupils, len(study.own.tasks)).places
        for (school, *_class), count in places.counts().items():
            works[school] += count
        return well_hidden(list(works.values()))
    lines = study.lines(lambda group: group.tasks)
    return any(one.level != "school" for one in lines) or well_hidden([one.n for one in lines])


def areas_by_district(
    districts: Sequence[Sequence[Json]], rules: Thresholds
) -> tuple[AreaRow, ...]:
    """One study over districts: for each the findings of its schools, as `reckon` gave them.

    Rows follow the tasks and columns the districts: nothing is sorted by value. A cell of schools
    that could tell one of them apart stays empty.
    """
    cells = [_district(schools) for schools in districts]
    first: dict[Area, Json] = {}
    for by_area in cells:
        for area, rows in by_area.items():
            first.setdefault(area, rows[0])
    return tuple(
        AreaRow(
            row["code"],
            row["skill"],
            row["level"],
            tuple(_cell(by_area.get(area, ()), row["level"], rules) for by_area in cells),
        )
        for area, row in first.items()
    )


def _district(schools: Sequence[Json]) -> dict[Area, list[Json]]:
    found: dict[Area, list[Json]] = {}
    for findings in schools:
        for row in findings["tasks"]:
            found.setdefault((row["code"], plain_skill(row["skill"] or "")), []).append(row)
    return found


def _cell(rows: Sequence[Json], level: str | None, rules: Thresholds) -> Cell | None:
    works = [int(row["n"]) for row in rows]
    if not well_hidden(works):
        return None
    n = sum(works)
    percent = sum(works_ * row["percent"] for works_, row in zip(works, rows, strict=True)) / n
    percent = round(percent, 9)
    low, high = wilson(percent, n)
    status = status_of(percent, level, rules)
    confidence = confidence_of(status, n, low, high, level, rules)
    return Cell(n, len(rows), percent, low, high, status, confidence)
