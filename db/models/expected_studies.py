"""The calendar of studies: which results are expected of which school by when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key


class ExpectedStudy(Base):
    """One study of the calendar; `scope_id` is the place that ordered it."""

    __tablename__ = "expected_study"

    id: Mapped[Key]
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), index=True)
    exam: Mapped[str]
    occasion: Mapped[str] = mapped_column(default="")
    year: Mapped[int]
    subject: Mapped[str]
    grade: Mapped[int]
    due_on: Mapped[str] = mapped_column(index=True)
    """The last day to send results, YYYY-MM-DD."""
    person_id: Mapped[int | None]
    """Who put it into the calendar."""
    created_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]


class ExpectedSchool(Base):
    """A school that is to send an expected study."""

    __tablename__ = "expected_school"
    __table_args__ = (UniqueConstraint("expected_id", "scope_id"),)

    id: Mapped[Key]
    expected_id: Mapped[int] = mapped_column(ForeignKey("expected_study.id"), index=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), index=True)
    excused_at: Mapped[datetime | None]
    """Since when it need not send: the study was not held there."""
    reminders: Mapped[int] = mapped_column(default=0)
    """How often the school was reminded, at most twice; a new due day does not begin anew."""
    reminded_at: Mapped[datetime | None]
