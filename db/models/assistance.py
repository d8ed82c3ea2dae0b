"""Difficulties that teachers report and the help they get."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key


class Difficulty(Base):
    """One reported difficulty (обращение № `id`), from report to closing."""

    __tablename__ = "difficulty"

    id: Mapped[Key]
    reporter_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """None: entered from a telephone call, or the person has been forgotten."""
    school_id: Mapped[int | None] = mapped_column(ForeignKey("scope.id"), index=True)
    municipality_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), index=True)
    channel: Mapped[str] = mapped_column(default="bot")
    group: Mapped[str]
    item: Mapped[str]
    subject: Mapped[str | None]
    class_label: Mapped[str | None]
    title: Mapped[str]
    """The item in the reporter's words or the form's label, shown in lists."""
    text: Mapped[str | None]
    attachments: Mapped[list[Any]] = mapped_column(default=list)
    anonymous: Mapped[bool] = mapped_column(default=False)
    subject_hidden: Mapped[bool] = mapped_column(default=False)
    sensitive: Mapped[bool] = mapped_column(default=False)
    caller: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="new", index=True)
    """new | taken | answered | closed"""
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    step: Mapped[int] = mapped_column(default=0)
    """How many times it was passed on along the fallback chain."""
    due_at: Mapped[datetime]
    reported_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    origin_key: Mapped[str | None] = mapped_column(unique=True)
    """The update the report came with: the same update never makes two."""


class DifficultyEntry(Base):
    """One thing said in a case: an added word, an answer, a note of a call."""

    __tablename__ = "difficulty_entry"

    id: Mapped[Key]
    difficulty_id: Mapped[int] = mapped_column(ForeignKey("difficulty.id"), index=True)
    author_id: Mapped[int | None]
    kind: Mapped[str]
    """addition | answer | call | passed_on"""
    text: Mapped[str | None]
    attachments: Mapped[list[Any]] = mapped_column(default=list)
    at: Mapped[datetime]


class Feedback(Base):
    """What the person helped says of the help: at once (1-5) and after two school weeks."""

    __tablename__ = "feedback"
    __table_args__ = (UniqueConstraint("difficulty_id", "stage", "step"),)

    id: Mapped[Key]
    difficulty_id: Mapped[int] = mapped_column(ForeignKey("difficulty.id"), index=True)
    stage: Mapped[str]
    """at_once | on_lesson"""
    step: Mapped[int]
    score: Mapped[int | None]
    outcome: Mapped[str | None]
    reason: Mapped[str | None]
    at: Mapped[datetime]
