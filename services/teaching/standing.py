"""How a word on who teaches which class stands: until September, waiting, confirmed or refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from db.models.people import Person, RoleAssignment
from db.models.teaching import TeachingLoad
from services.access import Action, Role, holdings
from services.errors import Forbidden
from services.scopes import place
from services.teaching.classes import calendar
from services.work import Work


class State(StrEnum):
    """How a load stands."""

    FREE = "free"
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Load:
    """A class somebody said they teach."""

    load_id: int
    name: str
    """Who said it."""
    key: str
    subject: str
    school_year: int
    school: str
    state: State


def state_of(work: Work, row: TeachingLoad) -> State:
    """A word of an earlier school year counts no more: it has to be said anew."""
    if row.said_at < calendar(work, row.school_id).school_year_began(work.now):
        return State.FREE
    if row.refused_at is not None:
        return State.REFUSED
    return State.WAITING if row.confirmed_at is None else State.CONFIRMED


def load_of(work: Work, row: TeachingLoad) -> Load:
    """The row as people see it."""
    person = work.session.get(Person, row.person_id)
    return Load(
        row.id,
        person.name if person else "",
        row.class_label,
        row.subject,
        row.school_year,
        place(work.session, row.school_id).name,
        state_of(work, row),
    )


def row_of(
    work: Work, person_id: int | None, school_id: int, subject: str, key: str, year: int
) -> TeachingLoad | None:
    """What somebody said of one class in one school year, if they did."""
    return work.session.scalars(
        select(TeachingLoad).where(
            TeachingLoad.person_id == person_id,
            TeachingLoad.school_id == school_id,
            TeachingLoad.subject == subject,
            TeachingLoad.class_label == key,
            TeachingLoad.school_year == year,
        )
    ).first()


def own_schools(work: Work) -> frozenset[int]:
    """The schools the actor teaches at; raise Forbidden for a stranger."""
    if work.actor.person_id is None:
        raise Forbidden(action=Action.SAY_LOADS.value)
    return frozenset(one.scope_id for one in holdings(work) if one.role is Role.TEACHER)


def teaches_there(work: Work, row: TeachingLoad) -> bool:
    """Whether the person still holds the role of a teacher in that school."""
    held = select(RoleAssignment.id).where(
        RoleAssignment.person_id == row.person_id,
        RoleAssignment.scope_id == row.school_id,
        RoleAssignment.role == Role.TEACHER,
    )
    return work.session.execute(held).first() is not None
