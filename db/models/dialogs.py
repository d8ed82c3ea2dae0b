"""Dialogs: the forms a person is in the middle of, one answer one commit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Big


class Dialog(Base):
    """An unfinished form: its answers survive any restart."""

    __tablename__ = "dialog"

    chat_id: Mapped[Big] = mapped_column(primary_key=True, autoincrement=False)
    form: Mapped[str] = mapped_column(primary_key=True)
    about: Mapped[str] = mapped_column(primary_key=True, default="")
    """What the form is filled in about ("difficulty:12"), so that two answers never mix."""
    active: Mapped[bool] = mapped_column(default=True)
    """Whether what the person writes now goes here; the others wait as drafts."""
    state: Mapped[dict[str, Any]]
    known: Mapped[dict[str, Any]]
    """What the one who opened the form told it (ids, choices), untouched by answers."""
    choices: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """The lists that were known only when the form was opened, by name."""
    step: Mapped[int] = mapped_column(BigInteger)
    """The update that brought the present question; buttons of older ones are stale by it."""
    marks: Mapped[list[Any] | None]
    """What is ticked so far at a question with several answers; none: as the form has it."""
    album: Mapped[str | None]
    """The album whose first file was taken as an answer; the others are added to it."""
    album_path: Mapped[str | None]
    updated_at: Mapped[datetime]
    nudged: Mapped[bool] = mapped_column(default=False)
