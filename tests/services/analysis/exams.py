"""Exams made for a test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from services.results import Exam, Group, Pupil, School, Task

SKILLS = ("Решать задачи на проценты", "Сравнивать дроби", "Читать диаграммы", "Строить углы")


def exam_of(
    scores: Sequence[Sequence[float | None]],
    maxima: Sequence[float],
    *,
    level: str | None = "Б",
    schools: Sequence[str] | None = None,
    skills: Sequence[str] = (),
    year: int = 2026,
) -> Exam:
    """An exam with a row of scores per work."""
    named = [*skills, *[None] * (len(maxima) - len(skills))]
    tasks = tuple(
        Task(str(place), most, level, skill)
        for place, (most, skill) in enumerate(zip(maxima, named, strict=True), 1)
    )
    owners = schools or ["edu1"] * len(scores)
    pupils = tuple(
        Pupil(owner, None, None, tuple(row), (False,) * len(row), None)
        for row, owner in zip(scores, owners, strict=True)
    )
    told = tuple(School(key, key, None, None, owners.count(key)) for key in sorted(set(owners)))
    return Exam("vpr_individual", "ВПР", year, "Физика", 7, None, None, tasks, pupils, (), told)


def solved(right: int, n: int, *, year: int = 2026, schools: Sequence[str] | None = None) -> Exam:
    """An exam of one known skill that `right` of `n` works have done."""
    rows = [(1,)] * right + [(0,)] * (n - right)
    return exam_of(rows, (1,), skills=SKILLS[:1], year=year, schools=schools)


def marked(
    marks: Sequence[int],
    journal: Sequence[int | None] | None = None,
    totals: Sequence[float] | None = None,
    *,
    year: int = 2026,
) -> Exam:
    """An exam of works of which marks, marks of the journal and first scores matter."""
    exam = exam_of([(1,)] * len(marks), (1,), year=year)
    others: Sequence[int | None] = journal or [None] * len(marks)
    scores: Sequence[float | None] = totals or [None] * len(marks)
    rows = zip(exam.pupils, marks, others, scores, strict=True)
    pupils = tuple(
        replace(pupil, mark=mark, journal_mark=other, total=total)
        for pupil, mark, other, total in rows
    )
    return replace(exam, pupils=pupils)


def in_classes(exam: Exam, labels: Sequence[str | None]) -> Exam:
    """The exam with its works in classes, in the order of works."""
    pairs = zip(exam.pupils, labels, strict=True)
    return replace(exam, pupils=tuple(replace(one, class_label=label) for one, label in pairs))


def group_exam(exam: Exam, level: str, n: int, tasks: dict[str, float]) -> Exam:
    """A report of one wider group on the same study."""
    return told_exam(exam, Group(level, None, level, None, n, tasks))


def told_exam(exam: Exam, *groups: Group) -> Exam:
    """A report on groups of the same study."""
    return replace(exam, kind="vpr_task_completion", pupils=(), schools=(), groups=groups)
