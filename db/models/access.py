"""Ways in: invitations, requests for access; and the trail of privileged acts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key


class Invitation(Base):
    """A deep link into a role. Only the hash of its code is kept."""

    __tablename__ = "invitation"

    id: Mapped[Key]
    code_hash: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"))
    uses_left: Mapped[int]
    expires_at: Mapped[datetime]
    created_by: Mapped[int | None]
    created_at: Mapped[datetime]


class AccessRequest(Base):
    """A stranger's request to be let in, waiting for the methodologist of the place."""

    __tablename__ = "access_request"

    id: Mapped[Key]
    account: Mapped[int] = mapped_column(BigInteger, index=True)
    name: Mapped[str] = mapped_column(default="")
    """What the stranger goes by; emptied as soon as nobody needs it."""
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"))
    status: Mapped[str] = mapped_column(default="naming")
    """naming | waiting | accepted | declined | cancelled | used"""
    created_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None]


class WrongCode(Base):
    """Wrong invitation codes of one account, counted so that guessing is locked out."""

    __tablename__ = "wrong_code"

    account: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    count: Mapped[int]
    since: Mapped[datetime]
    """When the counting began; of a locked account, when it was locked."""


class AuditRecord(Base):
    """One privileged act: who did what to what, and when."""

    __tablename__ = "audit_record"

    id: Mapped[Key]
    at: Mapped[datetime]
    actor_id: Mapped[int | None]
    action: Mapped[str]
    object: Mapped[str]
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
