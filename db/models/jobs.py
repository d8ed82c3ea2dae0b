"""Jobs: what takes long, and what is due later. Time is rows."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum
from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key


class JobStatus(IntEnum):
    """Where a job stands."""

    WAITING = 0
    DONE = 1
    DEAD = 2
    CANCELLED = 3


class Job(Base):
    """One piece of work, done at least once, its effect applied exactly once."""

    __tablename__ = "job"
    __table_args__ = (
        Index(
            "ix_job_due",
            "due_at",
            sqlite_where=text("status = 0"),
            postgresql_where=text("status = 0"),
        ),
    )

    id: Mapped[Key]
    kind: Mapped[str]
    params: Mapped[dict[str, Any]]
    due_at: Mapped[datetime]
    dedupe_key: Mapped[str | None] = mapped_column(unique=True)
    status: Mapped[int] = mapped_column(default=JobStatus.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None]
    holder: Mapped[str | None]
    """The process that does it now."""
    created_at: Mapped[datetime]
    error: Mapped[str | None]


class Lease(Base):
    """Who alone may do a thing now: `leader` polls, ticks and sends what is due; `replica:<id>`
    says that a process lives."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    until: Mapped[datetime]
    epoch: Mapped[int]
