"""The percents one report of a study tells of its own side, cheap enough for a unit of work.

They serve to compare reports with each other; what people are shown is reckoned by the analysis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from services.results import Exam, Group

Figures = dict[tuple[str, str], float]
OWN_LEVELS = ("school", "municipality")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two reports on the same works: `what` is works, task or mark; `kind` the second report's."""

    what: str
    code: str
    first: float
    second: float
    kind: str


def figures(exam: Exam) -> Figures:
    """The percents of a report, by ("task", code) and ("mark", mark)."""
    if exam.pupils:
        return {**_tasks_of_works(exam), **_marks_of_works(exam)}
    group = own_group(exam)
    if group is None:
        return {}
    tasks = {("task", code): percent for code, percent in group.tasks.items()}
    return {**tasks, **{("mark", mark): percent for mark, percent in group.marks.items()}}


def works(exam: Exam) -> int:
    """How many works a report tells of."""
    if exam.pupils:
        return len(exam.pupils)
    group = own_group(exam)
    return group.n if group else 0


def own_group(exam: Exam) -> Group | None:
    """The line of a report that stands for its own place: the only one of the narrowest level."""
    for level in OWN_LEVELS:
        found = [group for group in exam.groups if group.level == level]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def disagreements(exams: Sequence[Exam], within: float) -> tuple[Disagreement, ...]:
    """Where reports of one study in one school differ by more than `within` percent points."""
    # The fullest first: its figures are the ones taken.
    ordered = sorted(exams, key=lambda exam: not exam.pupils)
    told = (found for pair in combinations(ordered, 2) for found in _between(*pair, within))
    unique = {(one.what, one.code, one.kind): one for one in told}
    return tuple(unique.values())


def _between(first: Exam, second: Exam, within: float) -> Iterator[Disagreement]:
    if _is_wider(first) or _is_wider(second):
        return
    sizes = works(first), works(second)
    if all(sizes) and sizes[0] != sizes[1]:
        yield Disagreement("works", "", *sizes, second.kind)
    ours, theirs = figures(first), figures(second)
    for what, code in ours:
        told = theirs.get((what, code))
        if told is not None and abs(ours[what, code] - told) > within:
            yield Disagreement(what, code, round(ours[what, code], 1), round(told, 1), second.kind)


def _is_wider(exam: Exam) -> bool:
    group = own_group(exam)
    return not exam.pupils and (group is None or group.level != OWN_LEVELS[0])


def _tasks_of_works(exam: Exam) -> Figures:
    columns = zip(*(pupil.scores for pupil in exam.pupils), strict=True)
    found: Figures = {}
    for task, scores in zip(exam.tasks, columns, strict=True):
        known = [score for score in scores if score is not None]
        if known and task.max:
            found["task", task.code] = 100 * sum(known) / (len(known) * task.max)
    return found


def _marks_of_works(exam: Exam) -> Figures:
    marks = [pupil.mark for pupil in exam.pupils if pupil.mark is not None]
    return {("mark", str(mark)): 100 * marks.count(mark) / len(marks) for mark in set(marks)}
