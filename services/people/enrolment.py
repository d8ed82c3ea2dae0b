"""Enrolment: from an invitation or an accepted request, through consent, to a person."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from db.models.people import Person
from services import access_requests, consents, invitations
from services.access import Role
from services.consents import Operator, operator_of
from services.errors import NotFound
from services.people.contacts import Contact, contact_of, home_of, short_name
from services.people.roles import active_holding, grant, holds
from services.scopes import Place, place
from services.work import Actor, Work

REQUEST = "r_"
LISTED = "p_"
"""The way of people entered by the district's list who have not consented yet."""


@dataclass(frozen=True, slots=True)
class Doorway:
    """What a way in leads to, and whom the place belongs to."""

    way: str
    role: Role
    place: Place
    home: str
    operator: Operator
    contact: Contact
    name: str = ""
    """What the newcomer has called themselves already, if they have."""
    granted_by: int | None = None
    here_already: bool = False


def way_of_request(request_id: int) -> str:
    """The way in that an accepted request opens."""
    return f"{REQUEST}{request_id}"


def doorway(work: Work, way: str) -> Doorway | None:
    """What `way` ("i_<code>", "r_<request>", "p_") leads to now; None if it is closed."""
    if way.startswith(invitations.PREFIX):
        return _invited(work, way, invitations.look(work, _code(way)))
    if way.startswith(REQUEST):
        return _requested(work, way, access_requests.granted(work, _request_id(way)))
    return _listed(work)


def enter(work: Work, way: str, *, name: str) -> Doorway | None:
    """Go through, consent given: the person, the consent and the role, in one piece.

    From here on the actor of the work is this person. None if the way has closed meanwhile.
    """
    door = _pass(work, way)
    if door is None:
        return None
    person_id = _person(work, door.name or name)
    consents.give(work, person_id, years=door.operator.years)
    if door.way != LISTED:
        grant(work, person_id, door.role, door.place.id, by=door.granted_by)
    return door


def turn_away(work: Work, way: str) -> None:
    """Consent was refused: nothing of the newcomer is kept; the invitation stays open."""
    if way.startswith(REQUEST):
        access_requests.drop(work, _request_id(way))


def needs_consent(work: Work) -> bool:
    """Whether the actor is on the list but has never agreed to it."""
    person_id = work.actor.person_id
    return person_id is not None and not consents.agrees(work.session, person_id)


def _pass(work: Work, way: str) -> Doorway | None:
    if way.startswith(invitations.PREFIX):
        return _invited(work, way, invitations.redeem(work, _code(way)))
    if way.startswith(REQUEST):
        return _requested(work, way, access_requests.use(work, _request_id(way)))
    return _listed(work)


def _invited(work: Work, way: str, offer: invitations.Offer | None) -> Doorway | None:
    if offer is None:
        return None
    return _door(work, way, offer.role, offer.place, granted_by=offer.invited_by)


def _requested(work: Work, way: str, granted: access_requests.Granted) -> Doorway:
    return _door(
        work,
        way,
        Role.TEACHER,
        granted.school,
        name=granted.name,
        granted_by=granted.decided_by,
    )


def _listed(work: Work) -> Doorway | None:
    held = active_holding(work)
    if held is None:
        return None
    return _door(work, LISTED, held.role, place(work.session, held.scope_id), name=work.actor.name)


def _door(
    work: Work,
    way: str,
    role: Role,
    where: Place,
    *,
    name: str = "",
    granted_by: int | None = None,
) -> Doorway:
    person_id = work.actor.person_id
    return Doorway(
        way,
        role,
        where,
        short_name(home_of(work.session, where)),
        operator_of(work.session, where),
        contact_of(work.session, where.path),
        name,
        granted_by,
        person_id is not None and holds(work, person_id, role, where.id),
    )


def _person(work: Work, name: str) -> int:
    actor = work.actor
    row = work.session.scalars(select(Person).where(Person.account == actor.account)).first()
    if row is None:
        row = Person(account=actor.account, name=name, language=actor.language, created_at=work.now)
        work.session.add(row)
    row.name = row.name or name
    work.session.flush()
    work.actor = Actor(row.id, row.account, row.name, row.language)
    return row.id


def _code(way: str) -> str:
    return way.removeprefix(invitations.PREFIX)


def _request_id(way: str) -> int:
    number = way.removeprefix(REQUEST)
    if not (number.isascii() and number.isdecimal()):
        raise NotFound
    return int(number)
