"""The scope tree, asked and grown."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from db.base import table_of
from db.models.scopes import Scope, ScopeLevel
from services.errors import NotFound

SCOPE = table_of(Scope)
FIND_PLACES = select(
    SCOPE.c.id,
    SCOPE.c.level,
    SCOPE.c.path,
    SCOPE.c.name,
    SCOPE.c.subject,
    SCOPE.c.parent_id,
    SCOPE.c.details,
).where(SCOPE.c.id.in_(bindparam("sought", expanding=True)))


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
    return _places(session, (scope_id,))[0]


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
    return next((one for one in _places(session, ids) if one.level is level), None)


def associations_of(session: Session, parent_id: int, subject: str | None) -> tuple[Place, ...]:
    """The associations directly under a place that care for a subject (or for all)."""
    rows = session.scalars(
        select(Scope)
        .where(Scope.parent_id == parent_id, Scope.level == ScopeLevel.ASSOCIATION)
        .order_by(Scope.id)
    )
    return tuple(_place(row) for row in rows if subject is None or row.subject in (None, subject))


def _places(session: Session, ids: Collection[int]) -> list[Place]:
    """These places, asked for together and once in a unit of work; raise NotFound."""
    known: dict[int, Place] = session.info.setdefault("places", {})
    missing = [one for one in ids if one not in known]
    if missing:
        session.flush()
        rows = session.connection().execute(FIND_PLACES, {"sought": missing})
        known.update(
            (row.id, Place(row.id, ScopeLevel(row.level), *row[2:6], dict(row.details or {})))
            for row in rows
        )
        if not known.keys() >= set(missing):
            raise NotFound
    return [known[one] for one in ids]


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
