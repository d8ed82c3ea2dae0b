"""How to reach a living methodologist: what people are told who want no bot, or need more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.people import Person, RoleAssignment
from db.models.scopes import ScopeLevel
from services.access import Role
from services.scopes import Place, above, within


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call in a place; what is not known is empty."""

    place: str
    name: str = ""
    phone: str = ""
    office: str = ""


def contact_of(session: Session, path: str) -> Contact:
    """The methodologist who answers for the municipality (or region) of a place."""
    home = _responsible(session, path)
    if home is None:
        return Contact("")
    details = _with_those_above(session, home)
    return Contact(
        short_name(home),
        str(details.get("methodologist") or _name_of_methodologist(session, home)),
        str(details.get("phone") or ""),
        str(details.get("office") or ""),
    )


def contact_of_all(session: Session) -> Contact | None:
    """The contact for somebody of whom nothing is known; None where it depends on the place."""
    homes = municipalities(session)
    return contact_of(session, homes[0].path) if len(homes) == 1 else None


def municipalities(session: Session) -> tuple[Place, ...]:
    """Every municipality that is served, by name."""
    return within(session, "/", ScopeLevel.MUNICIPALITY)


def short_name(place: Place) -> str:
    """What a place is called in a sentence."""
    return str(place.details.get("short") or place.name)


def home_of(session: Session, place: Place) -> Place:
    """The municipality (or region) a place lies in, or the place itself."""
    return _responsible(session, place.path) or place


def _responsible(session: Session, path: str) -> Place | None:
    return above(session, path, ScopeLevel.MUNICIPALITY) or above(session, path, ScopeLevel.REGION)


def _with_those_above(session: Session, home: Place) -> dict[str, Any]:
    region = above(session, home.path, ScopeLevel.REGION)
    inherited = {} if region is None else {"phone": region.details.get("phone")}
    return {**inherited, **home.details}


def _name_of_methodologist(session: Session, home: Place) -> str:
    name = session.scalars(
        select(Person.name)
        .join(RoleAssignment, RoleAssignment.person_id == Person.id)
        .where(RoleAssignment.role == Role.METHODOLOGIST, RoleAssignment.scope_id == home.id)
        .order_by(RoleAssignment.id)
    ).first()
    return name or ""
