"""People, their consents, the roles they hold."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key


class Person(Base):
    """Somebody who gave consent (or a staff member entered by the owner's settings)."""

    __tablename__ = "person"

    id: Mapped[Key]
    account: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    """The person's id in the messenger; none for people known by telephone only."""
    name: Mapped[str]
    language: Mapped[str] = mapped_column(default="ru")
    subjects: Mapped[list[Any]] = mapped_column(default=list)
    classes: Mapped[list[Any]] = mapped_column(default=list)
    active_role_id: Mapped[int | None]
    appointed: Mapped[bool] = mapped_column(default=False)
    """Named owner by the settings: holds that role in every region, also in later ones."""
    blocked_at: Mapped[datetime | None]
    """Since when the person's messenger refuses our messages."""
    created_at: Mapped[datetime]
    forgotten_at: Mapped[datetime | None]


class Consent(Base):
    """A consent given or withdrawn; the history is kept as long as the person."""

    __tablename__ = "consent"

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]
    version: Mapped[int]
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    """Set when it was withdrawn, or when its term ended."""


class RoleAssignment(Base):
    """A role held in one scope."""

    __tablename__ = "role_assignment"
    __table_args__ = (UniqueConstraint("person_id", "role", "scope_id"),)

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str]
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), index=True)
    granted_at: Mapped[datetime]
    granted_by: Mapped[int | None]
