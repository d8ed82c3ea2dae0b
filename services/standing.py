"""The first owner comes from the settings, never from who wrote first."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.models.people import Person, RoleAssignment
from db.models.scopes import Scope, ScopeLevel
from services.access import Role


def appoint_owner(session: Session, account: int, now: datetime) -> None:
    """Make the account of the settings an owner of every region, now and of later ones."""
    session.execute(
        update(Person)
        .where(Person.appointed.is_(True), Person.account != account)
        .values(appointed=False)
    )
    person = session.scalars(select(Person).where(Person.account == account)).first()
    if person is None:
        person = Person(account=account, name="", created_at=now)
        session.add(person)
    person.appointed = True
    session.flush()
    seat_owners(session, now)


def seat_owners(session: Session, now: datetime) -> None:
    """Give those named by the settings the role in regions that have come since."""
    owners = session.scalars(select(Person.id).where(Person.appointed.is_(True))).all()
    regions = session.scalars(select(Scope.id).where(Scope.level == ScopeLevel.REGION)).all()
    seated = {
        (person_id, scope_id)
        for person_id, scope_id in session.execute(
            select(RoleAssignment.person_id, RoleAssignment.scope_id).where(
                RoleAssignment.role == Role.OWNER
            )
        )
    }
    for person_id in owners:
        for scope_id in regions:
            if (person_id, scope_id) not in seated:
                session.add(
                    RoleAssignment(
                        person_id=person_id, role=Role.OWNER, scope_id=scope_id, granted_at=now
                    )
                )
    session.flush()


def is_appointed(session: Session, person_id: int) -> bool:
    """Whether the settings name this person an owner."""
    return bool(session.scalar(select(Person.appointed).where(Person.id == person_id)))
