"""One study put together from the reports a school has of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from services.analysis.catalogue import described
from services.analysis.completion import Figure, completion
from services.analysis.counting import Counts, count
from services.analysis.lines import differences, plain_name, united
from services.analysis.thresholds import Thresholds
from services.analysis.works import fitting, works_once
from services.errors import ServiceError
from services.results.model import Exam, Group, Oddity, School, Task
from services.results.pupils import Pupil, Pupils


class DifferentStudies(ServiceError):
    """The reports are not of one exam, year, subject and grade."""


@dataclass(frozen=True, slots=True)
class Study:
    """`own` holds the figures of our side; `groups` are everybody told about, by level.

    Our side is a school, or all schools of a municipality pooled when `wide`. `counts` are the
    works of `own`, None where there are none.
    """

    own: Exam
    groups: tuple[Group, ...]
    kinds: tuple[str, ...]
    warnings: tuple[Oddity, ...] = ()
    counts: Counts | None = None
    wide: bool = False

    def figures(self, rules: Thresholds) -> dict[str, Figure]:
        """The completion of our side, by the codes of tasks."""
        if self.own.pupils:
            return completion(self.own, rules, self.counts)
        lines = self.lines(lambda group: group.tasks)
        return completion(replace(self.own, groups=lines), rules)

    def participants(self, rules: Thresholds) -> int:
        """How many works the figures of our side rest on."""
        if self.own.pupils:
            return len(self.own.pupils)
        return max((figure.n for figure in self.figures(rules).values()), default=0)

    def lines(self, told: Callable[[Group], Mapping[str, float]]) -> tuple[Group, ...]:
        """What reports on groups tell of our side, where they tell it: `told` picks the figures.

        A line on a wider place is never ours; for pooled schools the municipality's line is, where
        none is on the schools.
        """
        known = tuple(group for group in self.groups if told(group) and group.n)
        schools = tuple(group for group in known if group.level == "school")
        if schools or not self.wide:
            return schools
        return tuple(group for group in known if group is self._only("municipality"))

    def group(self, level: str) -> Group | None:
        """The group of a level to compare with; of several municipalities, the schools' own."""
        return None if self.wide and level == "municipality" else self._only(level)

    def _only(self, level: str) -> Group | None:
        found = [group for group in self.groups if group.level == level]
        if len(found) > 1:
            ours = {plain_name(school.municipality or "") for school in self.own.schools}
            found = [group for group in found if plain_name(group.name) in ours]
        return found[0] if len(found) == 1 else None


def merge(individual: Exam, *others: Exam, rules: Thresholds | None = None) -> Study:
    """Reports of one study as one; works of pupils (else the first report) are our side.

    Skills and levels are taken from whichever report or catalogue has them. Where reports
    disagree on the same group the first one stands and a warning says so; works on other tasks
    than most are left out, and a warning says how many. Raises DifferentStudies.
    """
    exams = [individual, *others]
    _check_same(exams)
    works, left_out = fitting(works_once(exams))
    own = pool(*works) if works else individual
    own = described(replace(own, tasks=_tasks(own, exams)))
    groups, disagreements = united(exams, (rules or Thresholds()).reports_agree_within)
    counts = count(own) if works else None
    study = Study(own, groups, tuple(exam.kind for exam in exams), counts=counts)
    found = (*left_out, *disagreements, *_against_own(study, rules or Thresholds()))
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
        pupils=_pupils(exams),
        schools=tuple(_schools(exams)),
        absent=sum(exam.absent for exam in exams),
        warnings=tuple(warning for exam in exams for warning in exam.warnings),
    )


def _pupils(exams: Sequence[Exam]) -> Pupils | tuple[Pupil, ...]:
    if len(exams) == 1:
        return exams[0].pupils
    works = (pupil for exam in exams for pupil in exam.pupils)
    return Pupils.of(works, len(exams[0].tasks))


def _check_same(exams: Iterable[Exam]) -> None:
    for name in ("exam", "occasion", "year", "subject", "grade"):
        told = {
            plain_name(str(value)) for exam in exams if (value := getattr(exam, name)) is not None
        }
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


def _against_own(study: Study, rules: Thresholds) -> list[Oddity]:
    """Where a report on groups tells another percent of our school than its works do."""
    if not study.own.pupils or len(study.own.schools) != 1:
        return []
    group = study.group("school")
    counted = {code: figure.percent for code, figure in study.figures(rules).items()}
    if group is None:
        return []
    return differences(counted, group.tasks, group.name, rules.reports_agree_within)
