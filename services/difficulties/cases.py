"""Cases: finding them, who may see one, by which calendar it is answered."""

from __future__ import annotations

from sqlalchemy import select

from db.models.assistance import Difficulty
from db.models.people import Person
from services.access import RULES, Action, Role, holdings
from services.errors import NotFound
from services.scopes import place
from services.work import Work
from services.working_time import Calendar, calendar_of

OPEN = ("new", "taken")
LEFT = ("closed", "withdrawn")


def case_row(work: Work, number: int) -> Difficulty:
    """The row of a case; raise NotFound."""
    row = work.session.get(Difficulty, number)
    if row is None:
        raise NotFound
    return row


def seen_by_staff(work: Work, number: int) -> Difficulty:
    """The case, if the actor answers for its municipality or was asked to help with it."""
    row = case_row(work, number)
    if not answers_for(work, row):
        raise NotFound
    return row


def answers_for(work: Work, row: Difficulty) -> bool:
    """Whether the actor may see and answer the case now."""
    person_id = work.actor.person_id
    if person_id is None:
        return False
    home = place(work.session, row.municipality_id).path
    if any(home.startswith(path) for path in desks(work)):
        return True
    asked = person_id == row.assignee_id or person_id in row.offered
    return asked and any(held.role in RULES[Action.WORK_AT_HELP_DESK] for held in holdings(work))


def desks(work: Work) -> tuple[str, ...]:
    """The places whose cases are the actor's by office: those they are a methodologist of.

    Heads and curators help with what is passed on to them, and see nothing else.
    """
    return tuple(held.path for held in holdings(work) if held.role is Role.METHODOLOGIST)


def own(work: Work, number: int) -> Difficulty:
    """The actor's own case; for anybody else there is no such thing."""
    row = case_row(work, number)
    if row.reporter_id is None or row.reporter_id != work.actor.person_id:
        raise NotFound
    return row


def calendar(work: Work, row: Difficulty) -> Calendar:
    """The calendar of the municipality a case belongs to."""
    return calendar_of(place(work.session, row.municipality_id).details)


def grade_of(row: Difficulty) -> int | None:
    """The class of a case as a number, where it is one."""
    label = row.class_label or ""
    return int(label) if label.isdigit() else None


def name_of(work: Work, person_id: int | None) -> str:
    """A person's name, empty for nobody."""
    if person_id is None:
        return ""
    return work.session.scalar(select(Person.name).where(Person.id == person_id)) or ""


def name_of_helper(work: Work, number: int) -> str:
    """Who has the actor's own case."""
    return name_of(work, own(work, number).assignee_id)
