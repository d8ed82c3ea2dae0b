"""What decisions keep of a person: those they led, and areas that name them as the one to do it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.models.decisions import Decision, DecisionItem
from db.models.people import RoleAssignment
from db.models.scopes import Scope

Rows = list[dict[str, Any]]


def led(session: Session, person_id: int) -> Rows:
    """Which decisions the person wrote down."""
    rows = session.scalars(
        select(Decision).where(Decision.person_id == person_id).order_by(Decision.id)
    )
    return [
        {
            "number": row.number,
            "held_on": row.held_on,
            "status": row.status,
            "note": row.note,
            "recorded_at": row.recorded_at,
        }
        for row in rows
    ]


def named(session: Session, person_id: int, name: str) -> Rows:
    """In which areas of a plan the person is named."""
    return [
        {"skill": item.skill, "measure": item.measure, "owner": item.owner, "due_on": item.due_on}
        for item in _naming(session, name, places(session, person_id))
    ]


def places(session: Session, person_id: int) -> tuple[str, ...]:
    """The paths of the person's roles: where a decision may mean them and not a namesake."""
    return tuple(
        session.scalars(
            select(Scope.path)
            .join(RoleAssignment, RoleAssignment.scope_id == Scope.id)
            .where(RoleAssignment.person_id == person_id)
        )
    )


def wipe(session: Session, person_id: int, name: str, paths: Collection[str]) -> None:
    """Part decisions from the person; `paths` are the places they had when they were asked for."""
    for item in list(_naming(session, name, paths)):
        item.owner = None
    session.flush()
    session.execute(update(Decision).where(Decision.person_id == person_id).values(person_id=None))


def _naming(session: Session, name: str, paths: Collection[str]) -> Iterator[DecisionItem]:
    """Areas whose owner is this name, in associations of these places."""
    sought = _plain(name)
    rows = session.execute(
        select(DecisionItem, Scope.path)
        .join(Decision, Decision.id == DecisionItem.decision_id)
        .join(Scope, Scope.id == Decision.association_id)
        .where(DecisionItem.owner.is_not(None))
        .order_by(DecisionItem.id)
    )
    for item, association in rows:
        if sought and _plain(item.owner or "") == sought and _near(association, paths):
            yield item


def _near(association: str, paths: Collection[str]) -> bool:
    """Whether somebody with roles at these paths may belong to an association's people."""
    parent = association.rstrip("/").rpartition("/")[0] + "/"
    return any(association.startswith(path) or path.startswith(parent) for path in paths)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
