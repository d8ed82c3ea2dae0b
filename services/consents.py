"""Consent to keep personal data: which edition, given when, withdrawn when, for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.models.people import Consent, Person
from services.people.contacts import home_of
from services.scopes import Place
from services.work import Work

PERSONAL_DATA = "personal_data"
VERSION = 1
"""The edition of the text; it rises whenever the words of consent-text change."""
VERSION_DATE = date(2026, 9, 1)
YEARS = 5
"""How long a consent lasts where the operator names no term of its own."""
DAYS_OF_YEAR = 365


@dataclass(frozen=True, slots=True)
class Operator:
    """Who keeps the data: the words of the municipality, and the term in years."""

    name: str
    years: int = YEARS


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """One line of the consent history."""

    version: int
    given_at: datetime
    withdrawn_at: datetime | None


def operator_of(session: Session, place: Place) -> Operator:
    """The operator for people of this place."""
    home = home_of(session, place)
    return Operator(
        str(home.details.get("operator") or home.name),
        int(home.details.get("consent_years") or YEARS),
    )


def agrees(session: Session, person_id: int) -> bool:
    """Whether a consent of the person stands; one named by the settings needs none."""
    appointed = session.scalar(select(Person.appointed).where(Person.id == person_id))
    return bool(appointed) or _standing(session, person_id) is not None


def give(work: Work, person_id: int, *, years: int = YEARS) -> None:
    """Write a consent down, once, and let it end with its term."""
    if _standing(work.session, person_id) is not None:
        return
    work.session.add(
        Consent(person_id=person_id, kind=PERSONAL_DATA, version=VERSION, given_at=work.now)
    )
    work.session.flush()
    work.later(
        "consents.end",
        {"person_id": person_id},
        due_at=work.now + timedelta(days=DAYS_OF_YEAR * years),
        key=f"consent:{person_id}:end",
    )


def withdraw(work: Work, person_id: int) -> None:
    """End whatever consents stand; the history stays."""
    work.session.execute(
        update(Consent)
        .where(Consent.person_id == person_id, Consent.withdrawn_at.is_(None))
        .values(withdrawn_at=work.now)
    )
    work.never_mind(f"consent:{person_id}:end")


def history(session: Session, person_id: int) -> tuple[ConsentRecord, ...]:
    """Every consent given and withdrawn, oldest first."""
    rows = session.scalars(
        select(Consent).where(Consent.person_id == person_id).order_by(Consent.id)
    )
    return tuple(ConsentRecord(row.version, row.given_at, row.withdrawn_at) for row in rows)


def _standing(session: Session, person_id: int) -> Any:
    return session.scalars(
        select(Consent.id).where(
            Consent.person_id == person_id,
            Consent.kind == PERSONAL_DATA,
            Consent.withdrawn_at.is_(None),
        )
    ).first()
