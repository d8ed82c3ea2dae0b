"""Staff of schools without their names: what is needed to see who needs which help."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key


class StaffList(Base):
    """A school's list as one file told it; a newer one takes its place."""

    __tablename__ = "staff_list"

    id: Mapped[Key]
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), index=True)
    upload_id: Mapped[int | None]
    sent_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]


class StaffMember(Base):
    """One teacher, unnamed. Days are YYYY-MM-DD, or YYYY where only the year is known."""

    __tablename__ = "staff_member"

    id: Mapped[Key]
    list_id: Mapped[int] = mapped_column(ForeignKey("staff_list.id"), index=True)
    post: Mapped[str | None]
    subjects: Mapped[list[Any]] = mapped_column(default=list)
    category: Mapped[str | None]
    """highest | first | fitness | none; None where the file does not tell."""
    category_until: Mapped[str | None]
    applied_for: Mapped[str | None]
    """The category the teacher has applied for."""
    experience: Mapped[int | None]
    """Whole years of teaching."""
    last_course_on: Mapped[str | None]
