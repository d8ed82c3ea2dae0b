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
    """None where the reporter wished to stay unnamed: what is not kept cannot be shown."""
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
    """new | taken | answered | closed | withdrawn"""
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    offered: Mapped[list[Any]] = mapped_column(default=list)
    """The people beside the methodologists of the place whom the case was passed on to."""
    told: Mapped[list[Any]] = mapped_column(default=list)
    """The people whose card of the new case is kept up to date."""
    round: Mapped[int] = mapped_column(default=0)
    """How many answers were given; feedback belongs to one of them."""
    call_at: Mapped[str | None]
    """When the reporter would like to be called: today | tomorrow | any."""
    delayed: Mapped[bool] = mapped_column(default=False)
    """Whether the promised day has passed and everybody was told."""
    due_at: Mapped[datetime]
    reported_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    """When the first answer was given."""
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
    album: Mapped[str | None]
    """The album whose first file came with it; the others are added."""
    at: Mapped[datetime]


class Feedback(Base):
    """What the person helped says of the help: at once (1-5) and after two school weeks."""

    __tablename__ = "feedback"
    __table_args__ = (UniqueConstraint("difficulty_id", "stage", "round"),)

    id: Mapped[Key]
    difficulty_id: Mapped[int] = mapped_column(ForeignKey("difficulty.id"), index=True)
    stage: Mapped[str]
    """at_once | on_lesson"""
    round: Mapped[int]
    score: Mapped[int | None]
    outcome: Mapped[str | None]
    """yes | partly | no | not_yet: whether it worked in class."""
    reason: Mapped[str | None]
    times: Mapped[int] = mapped_column(default=0)
    """How often the question was put off because there had been no lesson yet."""
    at: Mapped[datetime]


class FeedbackRefusal(Base):
    """Somebody who does not want to be asked whether it worked in class."""

    __tablename__ = "feedback_refusal"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id"), primary_key=True, autoincrement=False
    )
    at: Mapped[datetime]
