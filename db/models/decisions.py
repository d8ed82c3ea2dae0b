"""What an association decided about a study, the papers written of it, their templates."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key


class Decision(Base):
    """A meeting's decision about one study; a corrected one follows the one before it."""

    __tablename__ = "decision"

    id: Mapped[Key]
    association_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), index=True)
    study_id: Mapped[int] = mapped_column(ForeignKey("study.id"), index=True)
    summary_id: Mapped[int] = mapped_column(ForeignKey("summary.id"), index=True)
    number: Mapped[int]
    """The number of the minutes, counted through the school year."""
    school_year: Mapped[int]
    """The year the school year began in."""
    held_on: Mapped[str]
    """The day of the meeting, YYYY-MM-DD."""
    status: Mapped[str]
    """draft | recorded | replaced"""
    person_id: Mapped[int | None]
    """Who leads it; none once the person is forgotten."""
    note: Mapped[str | None]
    """What the head added in words."""
    created_at: Mapped[datetime]
    recorded_at: Mapped[datetime | None]
    corrects: Mapped[int | None]
    """The recorded decision this one takes the place of, once it is recorded itself."""
    followed_by: Mapped[int | None]


class DecisionItem(Base):
    """One area the association decided about: what is done, by whom, until when."""

    __tablename__ = "decision_item"
    __table_args__ = (UniqueConstraint("decision_id", "code"),)

    id: Mapped[Key]
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), index=True)
    code: Mapped[str]
    """The task that stands for the area."""
    skill: Mapped[str | None]
    choice: Mapped[str]
    """plan | not_ours | help"""
    measure: Mapped[str | None]
    """What is done, in the head's words."""
    owner: Mapped[str | None]
    """Who answers for it, as the head named them."""
    due_on: Mapped[str | None]
    """Until which day, YYYY-MM-DD."""
    votes: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """How many chose what when it was recorded."""
    outcome: Mapped[str | None]
    """done | partly | moved: what the head said when the day had come."""
    moved_to: Mapped[str | None]
    """The day it was put off to; what was decided stays as it was."""
    asked_at: Mapped[datetime | None]
    """When the head was asked; nobody is asked twice."""


class Paper(Base):
    """A document the bot wrote; the file itself is in the store."""

    __tablename__ = "paper"

    id: Mapped[Key]
    kind: Mapped[str]
    """minutes | plan | report"""
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"), index=True)
    study_id: Mapped[int | None] = mapped_column(ForeignKey("study.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(index=True)
    template_id: Mapped[int | None]
    file_key: Mapped[str | None]
    """None while it is being written, or when it could not be."""
    name: Mapped[str]
    made_at: Mapped[datetime]


class PaperTemplate(Base):
    """A place's own form of a paper; a newer one takes its place."""

    __tablename__ = "paper_template"

    id: Mapped[Key]
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), index=True)
    kind: Mapped[str]
    """minutes | plan | report; empty until its sender has said which."""
    file_key: Mapped[str]
    name: Mapped[str]
    fields: Mapped[list[Any]]
    """The named fields it uses."""
    sent_by: Mapped[int | None]
    sent_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]
    """When another took its place, it was put away, or it was refused."""
