"""Which works of several reports are ours to count: each once, and all on the same tasks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from services.analysis.counting import packed
from services.results.model import Exam, Oddity, School
from services.results.pupils import Pupils


def works_once(exams: Iterable[Exam]) -> list[Exam]:
    """The exams with works; a school that two kinds of reports list is taken from the fuller."""
    by_kind: dict[str, list[Exam]] = {}
    for exam in exams:
        if exam.pupils:
            by_kind.setdefault(exam.kind, []).append(exam)
    taken: list[Exam] = []
    known: set[str] = set()
    for kind in sorted(by_kind, key=lambda kind: -_works(by_kind[kind])):
        more = [_without(exam, known) for exam in by_kind[kind]] if taken else by_kind[kind]
        taken += [exam for exam in more if exam.pupils]
        known |= {name for exam in more for school in exam.schools for name in names(school)}
    return taken


def fitting(exams: Sequence[Exam]) -> tuple[list[Exam], tuple[Oddity, ...]]:
    """The exams on the tasks that most works are on, and what is said of the rest."""
    by_tasks: dict[tuple[tuple[str, float], ...], list[Exam]] = {}
    for exam in exams:
        by_tasks.setdefault(tuple((task.code, task.max) for task in exam.tasks), []).append(exam)
    if len(by_tasks) < 2:
        return list(exams), ()
    most = max(by_tasks.values(), key=_works)
    left = _works(exams) - _works(most)
    return most, (Oddity("other_tasks", None, {"works": left}),)


def of_schools(exam: Exam, keys: Collection[str]) -> Pupils:
    """The works of some schools of an exam."""
    return packed(exam.pupils, len(exam.tasks)).of_schools(keys)


def names(school: School) -> set[str]:
    """What a school is known by: its login and its name, spelt alike."""
    return {plain(name) for name in (school.login, school.name) if name and plain(name)}


def plain(name: str) -> str:
    """A name without what differs from one report to the next."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def _without(exam: Exam, known: set[str]) -> Exam:
    # Works of a school nobody named may be those we have already.
    rest = tuple(one for one in exam.schools if names(one) and not names(one) & known)
    keys = {school.key for school in rest}
    return replace(exam, pupils=of_schools(exam, keys), schools=rest)


def _works(exams: Iterable[Exam]) -> int:
    return sum(len(exam.pupils) for exam in exams)
