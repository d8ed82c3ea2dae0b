"""One study put together from the reports a school has of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from services.analysis.catalogue import described
from services.analysis.completion import completion
from services.analysis.thresholds import Thresholds
from services.errors import ServiceError
from services.results.model import Exam, Group, Oddity, School, Task

_WIDE = ("country", "region")


class DifferentStudies(ServiceError):
    """The reports are not of one exam, year, subject and grade."""


@dataclass(frozen=True, slots=True)
class Study:
    """`own` holds the figures of our side; `groups` are everybody told about, by level."""

    own: Exam
    groups: tuple[Group, ...]
    kinds: tuple[str, ...]
    warnings: tuple[Oddity, ...] = ()

    def group(self, level: str) -> Group | None:
        """The group of a level to compare with; of several municipalities, the schools' own."""
        found = [group for group in self.groups if group.level == level]
        if len(found) > 1:
            ours = {_plain(school.municipality or "") for school in self.own.schools}
            found = [group for group in found if _plain(group.name) in ours]
        return found[0] if len(found) == 1 else None


def merge(individual: Exam, *others: Exam, rules: Thresholds | None = None) -> Study:
    """Reports of one study as one; the first with works of pupils (else the first) is our side.

    Skills and levels are taken from whichever report or catalogue has them. Where reports
    disagree on the same group the first one stands and a warning says so.
    Raises DifferentStudies.
    """
    exams = [individual, *others]
    _check_same(exams)
    with_pupils = [exam for exam in exams if exam.pupils]
    own = pool(*with_pupils) if with_pupils else individual
    own = described(replace(own, tasks=_tasks(own, exams)))
    groups, disagreements = _united(exams, (rules or Thresholds()).reports_agree_within)
    study = Study(own, groups, tuple(exam.kind for exam in exams))
    found = (*disagreements, *_against_own(study, rules or Thresholds()))
    warnings = tuple(warning for exam in exams for warning in exam.warnings)
    return replace(study, warnings=warnings + found)


def pool(*exams: Exam) -> Exam:
    """Works of several files of one study as one exam; tasks must agree.

    Raises DifferentStudies when they do not.
    """
    first = exams[0]
    _check_same(exams)
    if len({tuple((task.code, task.max) for task in exam.tasks) for exam in exams}) > 1:
        raise DifferentStudies(what="tasks")
    return replace(
        first,
        tasks=_tasks(first, exams),
        pupils=tuple(pupil for exam in exams for pupil in exam.pupils),
        schools=tuple(_schools(exams)),
        absent=sum(exam.absent for exam in exams),
        warnings=tuple(warning for exam in exams for warning in exam.warnings),
    )


def _check_same(exams: Iterable[Exam]) -> None:
    for name in ("exam", "year", "subject", "grade"):
        told = {_plain(str(value)) for exam in exams if (value := getattr(exam, name)) is not None}
        if len(told) > 1:
            raise DifferentStudies(what=name, told=sorted(told))


def _tasks(own: Exam, exams: Iterable[Exam]) -> tuple[Task, ...]:
    known: dict[str, Task] = {}
    for exam in exams:
        for task in exam.tasks:
            before = known.get(task.code, task)
            level, skill = before.level or task.level, before.skill or task.skill
            known[task.code] = replace(before, level=level, skill=skill)
    return tuple(replace(known[task.code], max=task.max) for task in own.tasks)


def _schools(exams: Iterable[Exam]) -> Iterator[School]:
    found: dict[str, School] = {}
    for exam in exams:
        for school in exam.schools:
            before = found.get(school.key)
            declared = [s.declared for s in (before, school) if s and s.declared is not None]
            found[school.key] = replace(
                school,
                declared=sum(declared) if declared else None,
                actual=school.actual + (before.actual if before else 0),
            )
    return iter(found.values())


def _united(exams: Iterable[Exam], within: float) -> tuple[tuple[Group, ...], list[Oddity]]:
    found: dict[tuple[str, str], Group] = {}
    disagreements: list[Oddity] = []
    for exam in exams:
        for group in exam.groups:
            key = (group.level, "" if group.level in _WIDE else _plain(group.name))
            before = found.get(key)
            if before is None:
                found[key] = group
                continue
            disagreements += _differences(before.tasks, group.tasks, group.name, within)
            found[key] = replace(
                before,
                login=before.login or group.login,
                tasks={**group.tasks, **before.tasks},
                marks={**group.marks, **before.marks},
                journal={**group.journal, **before.journal},
                points={**group.points, **before.points},
            )
    return tuple(found.values()), disagreements


def _against_own(study: Study, rules: Thresholds) -> list[Oddity]:
    """Where a report on groups tells another percent of our school than its works do."""
    if not study.own.pupils or len(study.own.schools) != 1:
        return []
    group = study.group("school")
    counted = {code: figure.percent for code, figure in completion(study.own, rules).items()}
    if group is None:
        return []
    return _differences(counted, group.tasks, group.name, rules.reports_agree_within)


def _differences(
    first: Mapping[str, float], second: Mapping[str, float], group: str, within: float
) -> list[Oddity]:
    told = {code: [round(first[code], 2), second[code]] for code in first if code in second}
    return [
        Oddity("reports_disagree", None, {"task": code, "group": group, "percents": percents})
        for code, percents in told.items()
        if abs(percents[0] - percents[1]) > within
    ]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
