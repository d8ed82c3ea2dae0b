"""Putting studies into the calendar and taking them out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from db.models.expected_studies import ExpectedSchool, ExpectedStudy
from db.models.scopes import ScopeLevel
from services.access import Action, authorize, record
from services.errors import NotFound, ServiceError
from services.expected_studies.entries import entries, local_day, row_of, title_of
from services.expected_studies.reminding import remind_later
from services.expected_studies.sending import plain
from services.results.words import exam_name
from services.scopes import Place, place, schools_in
from services.studies import Title
from services.work import Work

EXAMS = ("vpr", "oge", "ege", "olympiad")
ONLY_GRADE = {"oge": 9, "ege": 11}
"""Exams of one grade."""
GRADES = range(1, 12)
LATEST = 400
"""Days from today within which results may be expected."""
LONGEST_NAME = 60


class DueDayPassed(ServiceError):
    """Nothing can be expected by a day that has gone by, or that is years away."""


class NoSchoolChosen(ServiceError):
    """A study needs a school to come from."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be expected. `exam` is one of EXAMS, or "" for an own study with a `name`.

    `subject` is a key of `services.subjects`.
    """

    exam: str
    name: str
    subject: str
    grades: tuple[int, ...]
    due_on: date


@dataclass(frozen=True, slots=True)
class Added:
    """What was put into the calendar in one go; `first` and `last` are ids, 0 for nothing."""

    first: int
    last: int
    titles: tuple[Title, ...]
    known: tuple[Title, ...]
    """What was expected of all these schools already."""
    due_on: date
    schools: int
    all_schools: bool
    of_school: bool
    one_grade: bool
    """Whether the exam knows one grade only."""


def add(work: Work, scope_id: int, wish: Wish, school_ids: Sequence[int] | None = None) -> Added:
    """Expect a study, grade by grade, from all schools of a place or from some of them.

    What a school is expected to send already is not expected twice. Raise Forbidden,
    DueDayPassed, NoSchoolChosen, or NotFound for what no form would give.
    """
    where = place(work.session, scope_id)
    authorize(work, Action.PLAN_STUDIES, where.path)
    _check(work, where, wish)
    schools = _schools(work, where, school_ids)
    taken = _taken(work, where)
    added: list[ExpectedStudy] = []
    known: list[Title] = []
    for title in _titles(wish):
        missing = [one for one in schools if (_same(title), one.id) not in taken]
        if missing:
            added.append(_put(work, where, title, wish.due_on, missing))
        else:
            known.append(title)
    return Added(
        added[0].id if added else 0,
        added[-1].id if added else 0,
        tuple(title_of(row) for row in added),
        tuple(known),
        wish.due_on,
        len(schools),
        len(schools) == len(_all_schools(work, where)),
        where.level is ScopeLevel.SCHOOL,
        wish.exam in ONLY_GRADE,
    )


def add_alike(
    work: Work, first: int, last: int, *, subject: str = "", grade: int | None = None
) -> Added:
    """The same again for another subject, or another grade: the same day, the same schools."""
    rows = together(work, first, last)
    pattern = rows[0]
    wish = Wish(
        exam_key(pattern.exam),
        pattern.occasion,
        subject or pattern.subject,
        tuple(row.grade for row in rows) if grade is None else (grade,),
        date.fromisoformat(pattern.due_on),
    )
    return add(work, pattern.scope_id, wish, _school_ids(work, pattern.id))


def titles_together(work: Work, first: int, last: int) -> tuple[Title, ...]:
    """What the studies put into the calendar in one go are called; raise as `together` does."""
    return tuple(title_of(row) for row in together(work, first, last))


def exam_key(name: str) -> str:
    """The key of an exam by its official name; "" for an own study."""
    return next((key for key in EXAMS if exam_name(key) == name), "")


def together(work: Work, first: int, last: int) -> list[ExpectedStudy]:
    """The studies put into the calendar in one go, if the actor may plan there; or NotFound."""
    pattern = row_of(work, first)
    authorize(work, Action.PLAN_STUDIES, place(work.session, pattern.scope_id).path)
    return list(
        work.session.scalars(
            select(ExpectedStudy)
            .where(
                ExpectedStudy.id.between(first, last),
                ExpectedStudy.scope_id == pattern.scope_id,
                ExpectedStudy.created_at == pattern.created_at,
            )
            .order_by(ExpectedStudy.id)
        )
    )


def _check(work: Work, where: Place, wish: Wish) -> None:
    named = bool(wish.name.strip()) and len(wish.name) <= LONGEST_NAME
    if not (wish.exam in EXAMS or (not wish.exam and named)):
        raise NotFound
    if not (wish.subject and wish.grades and set(wish.grades) <= set(GRADES)):
        raise NotFound
    check_day(work, where, wish.due_on)


def check_day(work: Work, where: Place, due_on: date) -> None:
    """Raise DueDayPassed for a day by which nothing can be expected in a place."""
    if not 0 <= (due_on - local_day(work, where)).days <= LATEST:
        raise DueDayPassed


def _titles(wish: Wish) -> list[Title]:
    exam = exam_name(wish.exam) if wish.exam else ""
    name = "" if wish.exam else " ".join(wish.name.split())
    year = wish.due_on.year
    return [Title(exam, year, wish.subject, grade, name) for grade in sorted(set(wish.grades))]


def _schools(work: Work, where: Place, chosen: Sequence[int] | None) -> list[Place]:
    found = [one for one in _all_schools(work, where) if chosen is None or one.id in chosen]
    if not found:
        raise NoSchoolChosen
    return found


def _all_schools(work: Work, where: Place) -> tuple[Place, ...]:
    return schools_in(work.session, where.path)


_Same = tuple[str, str, int, str, int]


def _taken(work: Work, where: Place) -> set[tuple[_Same, int]]:
    return {
        (_same(one.title), line.place.id) for one in entries(work, where.path) for line in one.lines
    }


def _same(title: Title) -> _Same:
    return title.exam, plain(title.occasion), title.year, title.subject, title.grade


def _put(
    work: Work, where: Place, title: Title, due_on: date, schools: Sequence[Place]
) -> ExpectedStudy:
    row = ExpectedStudy(
        scope_id=where.id,
        exam=title.exam,
        occasion=title.occasion,
        year=title.year,
        subject=title.subject,
        grade=title.grade,
        due_on=due_on.isoformat(),
        person_id=work.actor.person_id,
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    work.session.add_all(
        ExpectedSchool(expected_id=row.id, scope_id=one.id, reminders=0) for one in schools
    )
    work.session.flush()
    record(work, "study_expected", f"expected:{row.id}", due_on=row.due_on, schools=len(schools))
    remind_later(work, row)
    return row


def _school_ids(work: Work, expected_id: int) -> list[int]:
    return list(
        work.session.scalars(
            select(ExpectedSchool.scope_id).where(ExpectedSchool.expected_id == expected_id)
        )
    )


def used_days(work: Work, scope_id: int, since: datetime) -> list[date]:
    """The due days this place has set since a moment, the latest set first."""
    rows = work.session.scalars(
        select(ExpectedStudy.due_on)
        .where(ExpectedStudy.scope_id == scope_id, ExpectedStudy.created_at >= since)
        .order_by(ExpectedStudy.id.desc())
    )
    return [date.fromisoformat(day) for day in dict.fromkeys(rows)]
