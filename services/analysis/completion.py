"""Completion of every task of an exam, with its interval, status and confidence."""

from __future__ import annotations

from dataclasses import dataclass

from services.analysis.counting import Counts, Tally, count
from services.analysis.intervals import Moments, interval, wilson
from services.analysis.thresholds import Thresholds, confidence_of, status_of
from services.results.model import Exam, Group, Task

_SPECIFIC = ("school", "municipality", "region", "country")


@dataclass(frozen=True, slots=True)
class Figure:
    """One task: percents 0-100; `moments` is there when scores of pupils are."""

    task: Task
    n: int
    percent: float
    low: float
    high: float
    not_attempted: int
    status: str
    confidence: str
    moments: Moments | None = None


def completion(
    exam: Exam, rules: Thresholds | None = None, counts: Counts | None = None
) -> dict[str, Figure]:
    """Figures by task code, in the order of tasks; a task nobody could do has none.

    Works of pupils are counted when the exam has them, else its most specific groups are pooled.
    `counts` are its works, or some of them, where they are counted already.
    """
    rules = rules or Thresholds.for_exam(exam.kind, exam.exam)
    if exam.pupils:
        return of_works(exam.tasks, counts or count(exam), rules)
    return _from_groups(exam.tasks, most_specific(exam.groups), rules)


def of_works(tasks: tuple[Task, ...], counts: Counts, rules: Thresholds) -> dict[str, Figure]:
    """Figures of counted works."""
    return of_tally(tasks, counts.tasks, rules)


def of_tally(tasks: tuple[Task, ...], tally: Tally, rules: Thresholds) -> dict[str, Figure]:
    """Figures of tallied works."""
    figures = {}
    for place, task in enumerate(tasks if tally.works else ()):
        moments = tally.moments(place, task.max)
        if moments:
            skipped = tally.skipped[place]
            figures[task.code] = figure_of(task, moments, rules, not_attempted=skipped)
    return figures


def figure_of(task: Task, moments: Moments, rules: Thresholds, *, not_attempted: int = 0) -> Figure:
    """The figure of a task whose scores are known."""
    bounds = interval(moments)
    return _figure(task, moments.n, moments.percent, bounds, rules, not_attempted, moments)


def share_figure(task: Task, n: int, percent: float, rules: Thresholds) -> Figure:
    """The figure of a task of which only the percent is known."""
    return _figure(task, n, percent, wilson(percent, n), rules)


def most_specific(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups of the narrowest level there is."""
    level = next((level for level in _SPECIFIC if any(g.level == level for g in groups)), None)
    return tuple(group for group in groups if group.level == level)


def pooled(groups: tuple[Group, ...], code: str) -> tuple[int, float] | None:
    """Participants and percent over groups, weighted by participants."""
    known = [(group.n, group.tasks[code]) for group in groups if code in group.tasks and group.n]
    people = sum(n for n, _percent in known)
    if not people:
        return None
    return people, round(sum(n * percent for n, percent in known) / people, 9)


def _from_groups(
    tasks: tuple[Task, ...], groups: tuple[Group, ...], rules: Thresholds
) -> dict[str, Figure]:
    figures = {}
    for task in tasks:
        known = pooled(groups, task.code)
        if known:
            figures[task.code] = share_figure(task, *known, rules)
    return figures


def _figure(
    task: Task,
    n: int,
    percent: float,
    bounds: tuple[float, float],
    rules: Thresholds,
    not_attempted: int = 0,
    moments: Moments | None = None,
) -> Figure:
    low, high = bounds
    status = status_of(percent, task.level, rules)
    confidence = confidence_of(status, n, low, high, task.level, rules)
    return Figure(task, n, percent, low, high, not_attempted, status, confidence, moments)
