"""The school confirms who teaches which class; one's own classes are for others to confirm."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.models.people import Person, RoleAssignment
from db.models.teaching import TeachingLoad
from services.access import Action, Role, holdings, may, record
from services.errors import NotFound, ServiceError
from services.notices import Notice, ToPerson, Urgency
from services.scopes import place
from services.teaching.classes import calendar
from services.teaching.saying import own
from services.teaching.standing import Load, State, load_of, own_schools, state_of, teaches_there
from services.work import Work
from services.working_time import not_at_night


class OwnLoad(ServiceError):
    """Nobody confirms a load of their own."""


@dataclass(frozen=True)
class LoadsSaid(Notice):
    """Somebody said which classes they teach; for those who can confirm it."""

    loads: tuple[Load, ...]


@dataclass(frozen=True)
class LoadDecided(Notice):
    """The school said yes or no to what a teacher said."""

    load: Load


def ask_to_confirm(work: Work) -> bool:
    """Tell those who can confirm what waits; False where the school has nobody for it.

    One teacher's word comes at most once a day; what is said later stands on the same list.
    """
    waiting = [one for one in own(work) if one.state is State.WAITING]
    reached = True
    for school_id in sorted(own_schools(work)):
        here = place(work.session, school_id)
        loads = tuple(one for one in waiting if one.school == here.name)
        if loads:
            people = _confirmers(work, school_id)
            _tell(work, people, loads, school_id)
            reached = reached and bool(people)
    return reached


def waiting(work: Work) -> tuple[Load, ...]:
    """What waits for the actor's yes or no."""
    return tuple(load_of(work, row) for row in _of_my_schools(work, State.WAITING))


def confirmed(work: Work) -> tuple[Load, ...]:
    """What was confirmed in the actor's schools this school year."""
    return tuple(load_of(work, row) for row in _of_my_schools(work, State.CONFIRMED))


def decide(work: Work, load_id: int, *, yes: bool) -> Load:
    """Confirm that somebody teaches a class, or not; the teacher is told of a change."""
    row = work.session.get(TeachingLoad, load_id)
    if row is None or not may(work, Action.CONFIRM_LOADS, place(work.session, row.school_id).path):
        raise NotFound
    if row.person_id == work.actor.person_id:
        raise OwnLoad
    state = state_of(work, row)
    wanted = State.CONFIRMED if yes else State.REFUSED
    if state is State.FREE:
        raise NotFound
    if state is not wanted:
        row.confirmed_at = work.now if yes else None
        row.confirmed_by = work.actor.person_id if yes else None
        row.refused_at = None if yes else work.now
        work.session.flush()
        record(work, f"load_{wanted.value}", f"teaching_load:{row.id}")
        work.tell(ToPerson(row.person_id), LoadDecided(load_of(work, row)))
    return load_of(work, row)


def confirmed_teachers(
    work: Work, school_id: int, subject: str, keys: Collection[str], school_year: int
) -> dict[str, set[int]]:
    """Who teaches each of these classes, as far as it was said and confirmed this year."""
    rows = work.session.scalars(
        select(TeachingLoad).where(
            TeachingLoad.school_id == school_id,
            TeachingLoad.subject == subject,
            TeachingLoad.school_year == school_year,
            TeachingLoad.class_label.in_(list(keys)),
        )
    )
    found: dict[str, set[int]] = {key: set() for key in keys}
    for row in rows:
        if state_of(work, row) is State.CONFIRMED and teaches_there(work, row):
            found[row.class_label].add(row.person_id)
    return found


def _of_my_schools(work: Work, state: State) -> list[TeachingLoad]:
    schools = [
        one.scope_id
        for one in holdings(work)
        if one.role in (Role.ADMINISTRATOR, Role.DIRECTOR) and one.level == "school"
    ]
    rows = work.session.scalars(
        select(TeachingLoad)
        .where(TeachingLoad.school_id.in_(schools))
        .order_by(TeachingLoad.said_at, TeachingLoad.id)
    )
    return [
        row
        for row in rows
        if state_of(work, row) is state
        and row.person_id != work.actor.person_id
        and teaches_there(work, row)
    ]


def _confirmers(work: Work, school_id: int) -> Sequence[int]:
    """The administrators of the school; where there is no other, its director."""
    for role in (Role.ADMINISTRATOR, Role.DIRECTOR):
        people = work.session.scalars(
            select(RoleAssignment.person_id)
            .join(Person, Person.id == RoleAssignment.person_id)
            .where(
                RoleAssignment.role == role,
                RoleAssignment.scope_id == school_id,
                RoleAssignment.person_id != work.actor.person_id,
                Person.forgotten_at.is_(None),
            )
            .order_by(RoleAssignment.id)
        ).all()
        if people:
            return people
    return ()


def _tell(work: Work, people: Sequence[int], loads: tuple[Load, ...], school_id: int) -> None:
    zone = calendar(work, school_id).zone
    today = work.now.astimezone(zone).date().isoformat()
    for person_id in people:
        work.tell(
            ToPerson(person_id),
            LoadsSaid(loads),
            urgency=Urgency.REMINDER,
            key=f"loads:{school_id}:{work.actor.person_id}:{person_id}:{today}",
            not_before=not_at_night(work.now, zone),
        )
