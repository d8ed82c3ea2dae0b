"""Reminders: a school twice at most, the methodologist once, in the evening after the due day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update

from db.models.expected_studies import ExpectedSchool, ExpectedStudy
from db.models.people import Person, RoleAssignment
from services.access import Role
from services.expected_studies.days import (
    after_day,
    after_lessons,
    allowed_at,
    before_day,
    end_of_work,
)
from services.expected_studies.entries import Entry, Line, entries
from services.expected_studies.notices import (
    Awaited,
    Missing,
    NobodyToRemind,
    ResultsAwaited,
    ResultsMissing,
    Unreached,
)
from services.jobs import timed
from services.notices import Notice, ToPerson, Urgency
from services.people.contacts import home_of
from services.scopes import Place, place
from services.work import Work
from services.working_time import Calendar, calendar_of

MOST_REMINDERS = 2


def remind_later(work: Work, row: ExpectedStudy) -> None:
    """Plan what follows from a study's due day; what is gone by is not planned."""
    due_on = date.fromisoformat(row.due_on)
    for home in _homes(work, row.id):
        times = calendar_of(home.details)
        for day in (before_day(times, due_on), after_day(times, due_on)):
            _plan(work, home, day, after_lessons(times, day))
    orderer = place(work.session, row.scope_id)
    if orderer.level.value != "school":
        times = calendar_of(home_of(work.session, orderer).details)
        evening = end_of_work(times, after_day(times, due_on))
        if evening > work.now:
            params = {"scope": orderer.id, "due_on": row.due_on}
            key = f"expected:{orderer.id}:digest:{row.due_on}"
            work.later("expected_studies.digest", params, due_at=evening, key=key)


@timed("expected_studies.remind")
def remind(work: Work, params: dict[str, Any]) -> None:
    """Remind the schools of a municipality of what a day is the day to remind of."""
    home, day = place(work.session, params["home"]), date.fromisoformat(params["day"])
    times = calendar_of(home.details)
    at = allowed_at(times, work.now)
    if at > work.now:
        # The bot was away at the hour itself: not in the lessons or at night, then.
        _plan(work, home, day, at)
        return
    unreached = []
    for school, found in _by_school(_due(work, home, times, day)):
        items = tuple(_awaited(one, times, work.now) for one, _ in found)
        last = all(line.reminders + 1 >= MOST_REMINDERS for _, line in found)
        people = _reachable(work, Role.ADMINISTRATOR, school.id)
        _count(work, school, found)
        _tell(work, people, ResultsAwaited(school.id, items, last), f"{school.id}:{day}")
        ordered = tuple(_awaited(one, times, work.now) for one, _ in found if not one.of_school)
        if not people and ordered:
            unreached.append(_unreached(work, school, ordered))
    if unreached:
        notice = NobodyToRemind(tuple(unreached))
        _tell(work, _answering(work, home), notice, f"{home.id}:{day}:call")


@timed("expected_studies.digest")
def digest(work: Work, params: dict[str, Any]) -> None:
    """Tell who answers for a place which schools have not sent; nothing where all have."""
    where, due_on = place(work.session, params["scope"]), date.fromisoformat(params["due_on"])
    studies = tuple(
        Missing(
            one.id,
            one.title,
            len(one.sent),
            len(one.sent) + len(one.waiting),
            tuple(line.name for line in one.waiting),
        )
        for one in entries(work, where.path, since=due_on)
        if one.due_on == due_on and one.orderer.id == where.id and one.waiting
    )
    if studies:
        notice = ResultsMissing(due_on, studies)
        _tell(work, _answering(work, where), notice, f"{where.id}:digest:{due_on}")


def _tell(work: Work, people: Iterable[int], notice: Notice, name: str) -> None:
    for person_id in people:
        key = f"expected:{name}:{person_id}"
        work.tell(ToPerson(person_id), notice, urgency=Urgency.REMINDER, key=key)


def _answering(work: Work, where: Place) -> tuple[int, ...]:
    """The methodologists of a place, else of the one around it."""
    around = (int(part) for part in reversed(where.path.strip("/").split("/")))
    found = (_reachable(work, Role.METHODOLOGIST, one) for one in around)
    return next((people for people in found if people), ())


def _plan(work: Work, home: Place, day: date, at: datetime) -> None:
    if at > work.now:
        params = {"home": home.id, "day": day.isoformat()}
        key = f"expected:{home.id}:remind:{day}"
        work.later("expected_studies.remind", params, due_at=at, key=key)


def _homes(work: Work, expected_id: int) -> Iterable[Place]:
    """The municipalities of the schools a study is expected of."""
    schools = work.session.scalars(
        select(ExpectedSchool.scope_id).where(ExpectedSchool.expected_id == expected_id)
    )
    homes = (home_of(work.session, place(work.session, one)) for one in schools)
    return {home.id: home for home in homes}.values()


def _due(work: Work, home: Place, times: Calendar, day: date) -> list[tuple[Entry, Line]]:
    """What a day is the day to remind of: what is due soon, once; what is late, if not twice."""
    today = work.now.astimezone(times.zone).date()
    found = []
    for one in entries(work, home.path):
        if before_day(times, one.due_on) == day and today <= one.due_on:
            found += [(one, line) for line in one.waiting if line.reminders == 0]
        elif after_day(times, one.due_on) == day:
            found += [(one, line) for line in one.waiting if line.reminders < MOST_REMINDERS]
    return found


def _by_school(
    found: Sequence[tuple[Entry, Line]],
) -> Iterable[tuple[Place, list[tuple[Entry, Line]]]]:
    schools: dict[int, list[tuple[Entry, Line]]] = {}
    for one, line in found:
        schools.setdefault(line.place.id, []).append((one, line))
    ordered = sorted(schools.values(), key=lambda some: some[0][1].name)
    return [(some[0][1].place, some) for some in ordered]


def _count(work: Work, school: Place, found: Sequence[tuple[Entry, Line]]) -> None:
    work.session.execute(
        update(ExpectedSchool)
        .where(
            ExpectedSchool.scope_id == school.id,
            ExpectedSchool.expected_id.in_([one.id for one, _ in found]),
        )
        .values(reminders=ExpectedSchool.reminders + 1, reminded_at=work.now)
        .execution_options(synchronize_session=False)
    )


def _awaited(one: Entry, times: Calendar, now: datetime) -> Awaited:
    late = one.due_on < now.astimezone(times.zone).date()
    return Awaited(one.id, one.title, one.due_on, late)


def _reachable(work: Work, role: Role, scope_id: int) -> tuple[int, ...]:
    """Those who hold a role in exactly this place and can be written to."""
    found = work.session.scalars(
        select(Person.id)
        .join(RoleAssignment, RoleAssignment.person_id == Person.id)
        .where(
            RoleAssignment.role == role,
            RoleAssignment.scope_id == scope_id,
            Person.account.is_not(None),
            Person.blocked_at.is_(None),
            Person.forgotten_at.is_(None),
        )
        .order_by(RoleAssignment.id)
    )
    return tuple(dict.fromkeys(found))


def _unreached(work: Work, school: Place, items: tuple[Awaited, ...]) -> Unreached:
    """Whom to call: an administrator without the bot, else the director, else the school."""
    names = work.session.execute(
        select(RoleAssignment.role, Person.name)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(
            RoleAssignment.scope_id == school.id,
            RoleAssignment.role.in_([Role.ADMINISTRATOR, Role.DIRECTOR]),
            Person.forgotten_at.is_(None),
        )
        # By the alphabet an administrator comes before a director.
        .order_by(RoleAssignment.role, RoleAssignment.id)
    ).all()
    name = names[0][1] if names else ""
    phone = str(school.details.get("phone") or "")
    label = str(school.details.get("short") or school.name)
    return Unreached(label, name, phone, items)
