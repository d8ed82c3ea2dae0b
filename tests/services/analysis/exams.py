"""Exams made for a test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from services.results import Exam, Group, Pupil, School, Task


def exam_of(
    scores: Sequence[Sequence[float | None]],
    maxima: Sequence[float],
    *,
    level: str | None = "Б",
    schools: Sequence[str] | None = None,
) -> Exam:
    """An exam with a row of scores per work."""
    tasks = tuple(Task(str(place), most, level) for place, most in enumerate(maxima, 1))
    owners = schools or ["edu1"] * len(scores)
    pupils = tuple(
        Pupil(owner, None, None, tuple(row), (False,) * len(row), None)
        for row, owner in zip(scores, owners, strict=True)
    )
    told = tuple(School(key, key, None, None, owners.count(key)) for key in sorted(set(owners)))
    return Exam("vpr_individual", "ВПР", 2026, "Физика", 7, None, None, tasks, pupils, (), told)


def group_exam(exam: Exam, level: str, n: int, tasks: dict[str, float]) -> Exam:
    """A report of one wider group on the same study."""
    group = Group(level, None, level, None, n, tasks)
    return replace(exam, kind="vpr_task_completion", pupils=(), schools=(), groups=(group,))
