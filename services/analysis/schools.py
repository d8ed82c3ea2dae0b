"""One school out of a file of several, and all of them together; never a class, never a teacher."""

from __future__ import annotations

from dataclasses import replace

from services.analysis.finding import Summary
from services.analysis.study import merge
from services.analysis.summary import summarise
from services.analysis.thresholds import Thresholds
from services.analysis.works import of_schools
from services.errors import NotFound
from services.results.model import Exam, School


def only_school(exam: Exam, key: str) -> Exam:
    """The exam with the works of one school, found by login or name; raises NotFound."""
    school = _find(exam, key)
    return replace(
        exam,
        pupils=of_schools(exam, (school.key,)),
        groups=tuple(g for g in exam.groups if g.level != "school" or _is(school, g.name, g.login)),
        schools=(school,),
        warnings=(),
    )


def school_summary(
    exam: Exam, key: str, *others: Exam, rules: Thresholds | None = None, dropped: int = 0
) -> Summary:
    """The summary of one school; fewer works than the smallest number judge nothing."""
    return summarise(merge(only_school(exam, key), *others, rules=rules), rules, dropped=dropped)


def municipality_summary(
    exam: Exam, *others: Exam, rules: Thresholds | None = None, dropped: int = 0
) -> Summary:
    """All schools of the file pooled by works, compared with region and country only."""
    study = merge(exam, *others, rules=rules)
    return summarise(replace(study, wide=True), rules, dropped=dropped)


def _find(exam: Exam, key: str) -> School:
    wanted = key.casefold()
    for school in exam.schools:
        if wanted in (school.key.casefold(), school.name.casefold()):
            return school
    raise NotFound(school=key)


def _is(school: School, name: str, login: str | None) -> bool:
    return school.login == login if school.login and login else school.name == name
