"""The roles a person holds: which one is worn now, who else holds one, giving and taking."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from db.models.people import Person, RoleAssignment
from db.models.scopes import Scope
from services.access import RULES, Action, Holding, Role, authorize, holdings, record
from services.errors import NotFound, ServiceError
from services.notices import Notice, ToPerson
from services.scopes import Place, place
from services.work import Work


class LastOwner(ServiceError):
    """Somebody must remain who can name others."""


@dataclass(frozen=True)
class RoleTaken(Notice):
    """Somebody is told that a role is theirs no more."""

    role: Role
    place: str


@dataclass(frozen=True, slots=True)
class Held:
    """A role somebody holds in a place, as those see it who manage roles."""

    assignment_id: int
    name: str
    role: Role
    place: Place


def active_holding(work: Work) -> Holding | None:
    """The role the actor wears now: the chosen one, else the first."""
    held = holdings(work)
    chosen = work.session.scalar(
        select(Person.active_role_id).where(Person.id == work.actor.person_id)
    )
    worn = (one for one in held if one.assignment_id == chosen)
    return next(worn, held[0] if held else None)


def wear(work: Work, assignment_id: int) -> Holding:
    """Change into another role one holds; raise NotFound for one that is not held."""
    for one in holdings(work):
        if one.assignment_id == assignment_id:
            work.session.execute(
                update(Person)
                .where(Person.id == work.actor.person_id)
                .values(active_role_id=assignment_id)
            )
            return one
    raise NotFound


def holders(session: Session, roles: Collection[Role], path: str) -> tuple[int, ...]:
    """The people whose role, in this place or one around it, is among `roles`."""
    around = [int(part) for part in path.strip("/").split("/") if part]
    found = session.scalars(
        select(RoleAssignment.person_id)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(
            RoleAssignment.role.in_(list(roles)),
            RoleAssignment.scope_id.in_(around),
            Person.forgotten_at.is_(None),
        )
        .order_by(RoleAssignment.id)
    )
    return tuple(dict.fromkeys(found))


def holds(work: Work, person_id: int, role: Role, scope_id: int) -> bool:
    """Whether the person has exactly this role in exactly this place."""
    return any(one.role is role and one.scope_id == scope_id for one in holdings(work, person_id))


def grant(work: Work, person_id: int, role: Role, scope_id: int, *, by: int | None) -> None:
    """Give a role, once; whoever calls has asked whether it may be given."""
    if holds(work, person_id, role, scope_id):
        return
    row = RoleAssignment(
        person_id=person_id, role=role, scope_id=scope_id, granted_at=work.now, granted_by=by
    )
    work.session.add(row)
    work.session.flush()
    work.session.execute(update(Person).where(Person.id == person_id).values(active_role_id=row.id))
    record(work, "role_granted", f"person:{person_id}", role=role.value, scope=scope_id, by=by)


def peopled_places(work: Work) -> tuple[Place, ...]:
    """The places whose roles the actor manages and somebody holds."""
    paths = [one.path for one in holdings(work) if one.role in RULES[Action.MANAGE_ROLES]]
    peopled = work.session.scalars(
        select(Scope.id)
        .where(Scope.id.in_(select(RoleAssignment.scope_id)))
        .order_by(Scope.name, Scope.id)
    )
    found = (place(work.session, scope_id) for scope_id in peopled)
    return tuple(one for one in found if one.path.startswith(tuple(paths)))


def held_in(work: Work, scope_id: int) -> tuple[Held, ...]:
    """Who holds what in a place; only for those who manage its roles."""
    where = place(work.session, scope_id)
    authorize(work, Action.MANAGE_ROLES, where.path)
    rows = work.session.execute(
        select(RoleAssignment.id, Person.name, RoleAssignment.role)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(RoleAssignment.scope_id == scope_id)
        .order_by(Person.name, RoleAssignment.id)
    )
    return tuple(Held(held_id, name, Role(role), where) for held_id, name, role in rows)


def held_by_id(work: Work, assignment_id: int) -> Held:
    """One of them; raise NotFound when it was taken meanwhile."""
    row = work.session.get(RoleAssignment, assignment_id)
    if row is None:
        raise NotFound
    return next(one for one in held_in(work, row.scope_id) if one.assignment_id == assignment_id)


def dismiss(work: Work, assignment_id: int) -> Held:
    """Take a role away from somebody, who is told; one owner always stays."""
    held = held_by_id(work, assignment_id)
    row = work.session.get_one(RoleAssignment, assignment_id)
    if held.role is Role.OWNER:
        _keep_one_owner(work.session, row.person_id, row.scope_id)
    record(work, "role_taken", f"person:{row.person_id}", role=row.role, scope=row.scope_id)
    work.tell(ToPerson(row.person_id), RoleTaken(held.role, held.place.name))
    work.session.delete(row)
    work.session.flush()
    return held


def renounce_all(work: Work, person_id: int) -> None:
    """Take every role of one who leaves; raise LastOwner where nobody would remain."""
    for one in holdings(work, person_id):
        if one.role is Role.OWNER:
            _keep_one_owner(work.session, person_id, one.scope_id)
    work.session.execute(delete(RoleAssignment).where(RoleAssignment.person_id == person_id))


def _keep_one_owner(session: Session, leaving: int, scope_id: int) -> None:
    others = session.scalar(
        select(func.count())
        .select_from(RoleAssignment)
        .where(
            RoleAssignment.role == Role.OWNER,
            RoleAssignment.scope_id == scope_id,
            RoleAssignment.person_id != leaving,
        )
    )
    if not others:
        raise LastOwner
