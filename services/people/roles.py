"""The roles a person holds: which one is worn now, who else holds one, giving and taking."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from db.models.people import Person, RoleAssignment
from db.models.scopes import Scope
from services.access import Action, Holding, Role, authorize, holdings, record
from services.errors import NotFound, ServiceError
from services.work import Work


class LastOwner(ServiceError):
    """Somebody must remain who can name others."""


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


def dismiss(work: Work, assignment_id: int) -> None:
    """Take a role away from somebody; only an owner of the place may, and one owner stays."""
    row = work.session.get(RoleAssignment, assignment_id)
    if row is None:
        raise NotFound
    path = work.session.scalars(select(Scope.path).where(Scope.id == row.scope_id)).one()
    authorize(work, Action.MANAGE_ROLES, path)
    if row.role == Role.OWNER:
        _keep_one_owner(work.session, row.person_id, row.scope_id)
    record(work, "role_taken", f"person:{row.person_id}", role=row.role, scope=row.scope_id)
    work.session.delete(row)
    work.session.flush()


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
