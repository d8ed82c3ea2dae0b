"""Task catalogues: what each task of an exam asks for, as data beside the program."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path

from services.results.model import Exam, Task

CATALOGUES = Path(__file__).resolve().parents[2] / "catalogues"


def load(path: Path) -> dict[str, Task]:
    """Tasks by code from a CSV with columns code, max, level, skill, content_element.

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
    subject: str, grade: int, family: str = "vpr", root: Path = CATALOGUES
) -> dict[str, Task] | None:
    """The catalogue of a subject and grade, None when there is none."""
    path = root / family / f"{_file_name(subject)}-{grade}.csv"
    return load(path) if path.is_file() else None


def described(exam: Exam, root: Path = CATALOGUES) -> Exam:
    """The exam with levels and skills the catalogue knows and the file does not.

    A catalogue counts only when its codes and maxima are those of the exam: another year's
    tasks under the same numbers would name the wrong skill.
    """
    if not exam.subject or not exam.grade or exam.kind == "gia_protocol":
        return exam
    known = catalogue(exam.subject, exam.grade, root=root)
    if not known or {t.code: t.max for t in known.values()} != {t.code: t.max for t in exam.tasks}:
        return exam
    return replace(exam, tasks=tuple(_filled(task, known[task.code]) for task in exam.tasks))


def _filled(task: Task, known: Task) -> Task:
    return replace(task, level=task.level or known.level, skill=task.skill or known.skill)


def _file_name(subject: str) -> str:
    # A subject comes from a file: nothing but its letters may reach the disk.
    letters = "".join(sign if sign.isalnum() else " " for sign in subject.casefold())
    return "-".join(letters.split())
