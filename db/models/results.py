"""Uploaded files, the studies in them, summaries pushed to associations, their votes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Big, Key


class Upload(Base):
    """A result file somebody sent: read, previewed, then confirmed or dropped."""

    __tablename__ = "upload"

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"))
    """The place that gives the sender the right to upload."""
    purpose: Mapped[str] = mapped_column(default="results", server_default="results")
    """results | staff: what the sender came for."""
    channel: Mapped[str] = mapped_column(default="chat", server_default="chat")
    """chat | page | cli: the way the file came; one that names people never comes by chat."""
    file_key: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    message_id: Mapped[int | None]
    """The sender's message with the file, taken away when the file names people."""
    status: Mapped[str]
    """reading | previewed | confirmed | refused | dropped"""
    reason: Mapped[str | None]
    """Why it was refused: the code of the sentence."""
    parsed: Mapped[dict[str, Any] | None]
    """What was read, without anything that names a pupil; gone once the upload is decided."""
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    """What the sender said of the file because the file does not: year, subject, columns."""
    study_ids: Mapped[list[Any]] = mapped_column(default=list)
    sent_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]


class Study(Base):
    """One exam of one year, subject and grade, as one school (or municipality) has it."""

    __tablename__ = "study"
    __table_args__ = (UniqueConstraint("scope_id", "exam", "occasion", "year", "subject", "grade"),)

    id: Mapped[Key]
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), index=True)
    exam: Mapped[str]
    occasion: Mapped[str] = mapped_column(default="", server_default="")
    """Which of several of one year: an own study's name in its sender's words; else empty."""
    year: Mapped[int]
    subject: Mapped[str]
    grade: Mapped[int]
    held_on: Mapped[str | None]
    data: Mapped[dict[str, Any]]
    """`parts`: the reports of the study, each without anything that names a pupil."""
    upload_ids: Mapped[list[Any]]
    updated_at: Mapped[datetime]


class StudyVersion(Base):
    """What a study held before a newer file took its place."""

    __tablename__ = "study_version"

    id: Mapped[Key]
    study_id: Mapped[int] = mapped_column(ForeignKey("study.id"), index=True)
    data: Mapped[dict[str, Any]]
    replaced_by: Mapped[int | None]
    """The upload that replaced it."""
    replaced_at: Mapped[datetime]


class Summary(Base):
    """Findings of a study, pushed to one association's group."""

    __tablename__ = "summary"

    id: Mapped[Key]
    study_id: Mapped[int] = mapped_column(ForeignKey("study.id"), index=True)
    association_id: Mapped[int | None] = mapped_column(ForeignKey("scope.id"), index=True)
    """None while the place has no association for the subject."""
    upload_id: Mapped[int | None] = mapped_column(ForeignKey("upload.id"), index=True)
    """The file that made it."""
    findings: Mapped[dict[str, Any]]
    """`summary` and `tasks`, as `services.findings` writes them."""
    change: Mapped[str | None]
    """What is new against the summary its group saw: compared | named | replaced | corrected."""
    picture_key: Mapped[str | None]
    created_at: Mapped[datetime]
    ready_at: Mapped[datetime | None]
    pushed_at: Mapped[datetime | None]
    followed_by: Mapped[int | None]
    """The summary that took its place."""


class FindingVote(Base):
    """A member's named word on one finding: into the plan, not ours, help."""

    __tablename__ = "finding_vote"
    __table_args__ = (UniqueConstraint("summary_id", "finding", "account"),)

    id: Mapped[Key]
    summary_id: Mapped[int] = mapped_column(ForeignKey("summary.id"), index=True)
    finding: Mapped[int]
    account: Mapped[Big]
    name: Mapped[str]
    choice: Mapped[str]
    """plan | not_ours | help"""
    at: Mapped[datetime]


class SummaryReader(Base):
    """Somebody who saw a summary's figures in private: told of the difference when they change."""

    __tablename__ = "summary_reader"
    __table_args__ = (UniqueConstraint("summary_id", "person_id"),)

    id: Mapped[Key]
    summary_id: Mapped[int] = mapped_column(ForeignKey("summary.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime]
