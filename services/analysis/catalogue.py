"""Task catalogues: what each task of an exam asks for, as data beside the program.

A catalogue is a CSV of one exam, subject and grade (and perhaps one year), called
`<family>/<subject>-<grade>[-<year>].csv`. Those of the operator are looked into before ours.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from services.results.model import Exam, Task
from services.results.words import exam_name

CATALOGUES = Path(__file__).resolve().parents[2] / "catalogues"
FAMILIES = ("vpr", "oge", "ege")
STATE_EXAMS = frozenset({"oge", "ege"})
COLUMNS = ("code", "max", "level", "skill", "content_element")


class _Own:
    """Where this process looks first."""

    root: Path | None = None


def look_first_in(root: Path | None) -> None:
    """Let the operator's catalogues come before ours in this process."""
    _Own.root = root
    catalogue.cache_clear()


def load(path: Path) -> dict[str, Task]:
    """Tasks by code from a CSV with the COLUMNS.

    Raises ValueError on a repeated code, KeyError on a missing column.
    """
    tasks: dict[str, Task] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            task = Task(row["code"], float(row["max"]), row["level"] or None, row["skill"] or None)
            if task.code in tasks:
                raise ValueError(f"task {task.code} stands twice in {path.name}")
            tasks[task.code] = task
    return tasks


@cache
def catalogue(
    subject: str,
    grade: int,
    family: str = "vpr",
    year: int | None = None,
    root: Path | None = None,
) -> dict[str, Task] | None:
    """The catalogue of a subject and grade, that of the year first; None when there is none."""
    for path in _places(subject, grade, family, year, root):
        if path.is_file():
            return load(path)
    return None


def described(exam: Exam, root: Path | None = None) -> Exam:
    """The exam with levels, skills and maxima the catalogue knows and the file does not.

    A catalogue counts only when its tasks are those of the exam: another year's tasks under the
    same numbers would name the wrong skill.
    """
    family = next((one for one in FAMILIES if exam_name(one) == exam.exam), None)
    if family is None or not exam.subject or not exam.grade:
        return exam
    known = catalogue(exam.subject, exam.grade, family, exam.year, root)
    if not known or not _fits(known, exam, family):
        return exam
    return replace(exam, tasks=tuple(_filled(task, known[task.code]) for task in exam.tasks))


def file_name(subject: str, grade: int, year: int | None = None) -> str:
    """What a catalogue's file is called."""
    # A subject comes from a file: nothing but its letters may reach the disk.
    letters = "".join(sign if sign.isalnum() else " " for sign in subject.casefold())
    parts = [*letters.split(), str(grade), *([str(year)] if year else [])]
    return f"{'-'.join(parts)}.csv"


def _places(
    subject: str, grade: int, family: str, year: int | None, root: Path | None
) -> Iterator[Path]:
    roots = [root] if root is not None else [one for one in (_Own.root, CATALOGUES) if one]
    for one in roots:
        if year is not None:
            yield one / family / file_name(subject, grade, year)
        yield one / family / file_name(subject, grade)


def _fits(known: Mapping[str, Task], exam: Exam, family: str) -> bool:
    if known.keys() != {task.code for task in exam.tasks}:
        return False
    if family in STATE_EXAMS:
        # The file tells no maxima: the largest score seen must be within the known one.
        return all(task.max <= known[task.code].max for task in exam.tasks)
    return all(task.max == known[task.code].max for task in exam.tasks)


def _filled(task: Task, known: Task) -> Task:
    return replace(
        task, max=known.max, level=task.level or known.level, skill=task.skill or known.skill
    )
