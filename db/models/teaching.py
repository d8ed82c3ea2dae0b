"""Who teaches which class, as far as the teacher said and the school confirmed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key


class TeachingLoad(Base):
    """One class in one subject; only a confirmed one opens the class's figures to the teacher."""

    __tablename__ = "teaching_load"
    __table_args__ = (
        UniqueConstraint("person_id", "school_id", "subject", "class_label", "school_year"),
    )

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), index=True)
    subject: Mapped[str]
    class_label: Mapped[str]
    """The class with its grade (6A, 6-1), as no other class of the school is called."""
    school_year: Mapped[int]
    """The year the school year of the lessons began in: 6A is another class a year later."""
    said_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[int | None]
    refused_at: Mapped[datetime | None]
