"""The scope tree, asked and grown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.scopes import Scope, ScopeLevel
from services.errors import NotFound


@dataclass(frozen=True, slots=True)
class Place:
    """A scope as plain data; `path` ("/1/4/9/") begins with the paths of all it lies in."""

    id: int
    level: ScopeLevel
    path: str
    name: str
    subject: str | None
    parent_id: int | None
    details: dict[str, Any]


def add_scope(
    session: Session,
    level: ScopeLevel,
    name: str,
    *,
    parent: Place | None = None,
    login: str | None = None,
    subject: str | None = None,
    details: dict[str, Any] | None = None,
) -> Place:
    """Grow the tree by one place."""
    row = Scope(
        parent_id=None if parent is None else parent.id,
        level=level,
        path="",
        name=name,
        login=login,
        subject=subject,
        details=details or {},
    )
    session.add(row)
    session.flush()
    row.path = f"{'/' if parent is None else parent.path}{row.id}/"
    session.flush()
    return _place(row)


def place(session: Session, scope_id: int) -> Place:
    """The place with this id; raise NotFound."""
    known: dict[int, Place] = session.info.setdefault("places", {})
    if scope_id not in known:
        row = session.get(Scope, scope_id)
        if row is None:
            raise NotFound
        known[scope_id] = _place(row)
    return known[scope_id]


def by_login(session: Session, login: str) -> Place | None:
    """The place the federal system calls so."""
    row = session.scalars(select(Scope).where(Scope.login == login)).first()
    return None if row is None else _place(row)


def within(session: Session, path: str, level: ScopeLevel) -> tuple[Place, ...]:
    """All places of one level under a path (itself included), by name."""
    rows = session.scalars(
        select(Scope).where(Scope.path.startswith(path), Scope.level == level).order_by(Scope.name)
    )
    return tuple(_place(row) for row in rows)


def schools_in(session: Session, path: str) -> tuple[Place, ...]:
    """All schools under a path, by name."""
    return within(session, path, ScopeLevel.SCHOOL)


def above(session: Session, path: str, level: ScopeLevel) -> Place | None:
    """The place of this level that a path lies in (or is)."""
    ids = [int(part) for part in path.strip("/").split("/") if part]
    return next((one for one in map(partial(place, session), ids) if one.level is level), None)


def associations_of(session: Session, parent_id: int, subject: str | None) -> tuple[Place, ...]:
    """The associations directly under a place that care for a subject (or for all)."""
    rows = session.scalars(
        select(Scope)
        .where(Scope.parent_id == parent_id, Scope.level == ScopeLevel.ASSOCIATION)
        .order_by(Scope.id)
    )
    return tuple(_place(row) for row in rows if subject is None or row.subject in (None, subject))


def _place(row: Scope) -> Place:
    return Place(
        row.id,
        ScopeLevel(row.level),
        row.path,
        row.name,
        row.subject,
        row.parent_id,
        dict(row.details or {}),
    )
