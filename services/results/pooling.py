"""One work of one subject and grade written on several sheets, put together again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from services.results.model import BadRow, Exam, Oddity, School
from services.results.pupils import Pupils

_OF_SHEETS = ("table", "own_template", "vpr_individual", "vpr_collection_form")


def pooled(
    exams: Sequence[Exam], bad_rows: Sequence[BadRow]
) -> tuple[tuple[Exam, ...], tuple[BadRow, ...]]:
    """The exams with those of one work joined, and bad rows pointing at their new places."""
    places: list[int] = []
    groups: list[list[Exam]] = []
    for exam in exams:
        place = next((n for n, one in enumerate(groups) if _belongs(exam, one[0])), len(groups))
        if place == len(groups):
            groups.append([])
        groups[place].append(exam)
        places.append(place)
    moved = (replace(bad, exam=places[bad.exam]) for bad in bad_rows)
    return tuple(map(_joined, groups)), tuple(moved)


def _belongs(exam: Exam, other: Exam) -> bool:
    return exam.kind in _OF_SHEETS and bool(exam.tasks) and _work(exam) == _work(other)


def _work(exam: Exam) -> tuple[object, ...]:
    # A maximum that is only the largest score seen may differ from sheet to sheet.
    codes = tuple(task.code for task in exam.tasks)
    named = (exam.kind, exam.exam, exam.occasion, exam.year, exam.subject, exam.grade)
    return *named, exam.date, codes


def _joined(exams: Sequence[Exam]) -> Exam:
    first = exams[0]
    if len(exams) == 1:
        return first
    columns = zip(*(exam.tasks for exam in exams), strict=True)
    maxima = [max(column, key=lambda task: task.max) for column in columns]
    return replace(
        first,
        tasks=tuple(maxima),
        max_score=sum(task.max for task in maxima),
        pupils=Pupils.of(chain.from_iterable(exam.pupils for exam in exams), len(maxima)),
        schools=tuple(_schools(school for exam in exams for school in exam.schools)),
        absent=sum(exam.absent for exam in exams),
        warnings=tuple(_warnings(exams)),
    )


def _schools(schools: Iterable[School]) -> Iterable[School]:
    found: dict[str, School] = {}
    for school in schools:
        before = found.get(school.key)
        declared = (before.declared or 0 if before else 0) + (school.declared or 0)
        actual = (before.actual if before else 0) + school.actual
        found[school.key] = replace(before or school, declared=declared or None, actual=actual)
    return found.values()


def _warnings(exams: Iterable[Exam]) -> Iterable[Oddity]:
    # The number of those absent is told once, for all sheets.
    absent = sum(exam.absent for exam in exams)
    told = [oddity for exam in exams for oddity in exam.warnings if oddity.code != "absent"]
    return [*told, Oddity("absent", None, {"count": absent})] if absent else told
