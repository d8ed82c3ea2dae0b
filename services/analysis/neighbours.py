"""Other schools of the municipality, to be pooled with a small one; never shown one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from services.analysis.completion import Figure, of_works, share_figure
from services.analysis.counting import count_by
from services.analysis.demands import plain_skill
from services.analysis.thresholds import Thresholds
from services.analysis.works import names
from services.disclosure import SMALLEST
from services.results.model import Exam, Group, School, Task

_FEWEST = 2


def guarded(others: Sequence[int]) -> bool:
    """Whether works of others, so many per school, hide each school from one who knows the rest.

    Whoever subtracts the own works from the pool sees at least two schools, and even who knows the
    largest of them sees no fewer than five works.
    """
    return len(others) >= _FEWEST and sum(others) - max(others) >= SMALLEST


def neighbours(own: Exam, around: Sequence[Exam], rules: Thresholds) -> list[dict[str, Figure]]:
    """Figures of every other school by the codes of our tasks; a school is taken once."""
    known = {name for school in own.schools for name in names(school)}
    found = []
    for exam in sorted(around, key=lambda exam: -len(exam.pupils)):
        tasks = _same_tasks(own, exam)
        for school, figures in _schools(exam, tasks, rules):
            if figures and names(school) and not names(school) & known:
                known |= names(school)
                found.append(figures)
    return found


def _schools(
    exam: Exam, tasks: Mapping[str, Task], rules: Thresholds
) -> Iterator[tuple[School, dict[str, Figure]]]:
    by_key = {school.key: school for school in exam.schools}
    for key, counts in count_by(exam, lambda place: place[0]).items():
        figures = of_works(exam.tasks, counts, rules)
        own = {code: replace(figures[code], task=task) for code, task in tasks.items()
               if code in figures}  # fmt: skip
        yield by_key.get(key) or School(None, key, None, None, counts.works), own
    for group in exam.groups:
        if group.level == "school" and group.n:
            yield (
                _school(group),
                {
                    code: share_figure(task, group.n, group.tasks[code], rules)
                    for code, task in tasks.items()
                    if code in group.tasks
                },
            )


def _same_tasks(own: Exam, other: Exam) -> dict[str, Task]:
    """Our tasks that another school's report of the study has too.

    In an exam of the whole country equal codes and points are the same task; a school's own study
    of the same name may be another paper, so there the skills must be the same in all tasks.
    """
    theirs = {task.code: task for task in other.tasks}
    if own.exam is None and [_signature(t) for t in own.tasks] != [
        _signature(t) for t in other.tasks
    ]:
        return {}
    return {
        task.code: task
        for task in own.tasks
        if task.code in theirs and theirs[task.code].max == task.max
    }


def _signature(task: Task) -> tuple[str, float, str]:
    return task.code, task.max, plain_skill(task.skill or "")


def _school(group: Group) -> School:
    return School(group.login, group.name, None, None, group.n)
