"""Dialogs: the forms a person is in the middle of, one answer one commit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Big


class Dialog(Base):
    """An unfinished form: its answers survive any restart."""

    __tablename__ = "dialog"

    chat_id: Mapped[Big] = mapped_column(primary_key=True, autoincrement=False)
    form: Mapped[str] = mapped_column(primary_key=True)
    active: Mapped[bool] = mapped_column(default=True)
    """Whether what the person writes now goes here; the others wait as drafts."""
    state: Mapped[dict[str, Any]]
    known: Mapped[dict[str, Any]]
    """What the one who opened the form told it (ids, choices), untouched by answers."""
    updated_at: Mapped[datetime]
    nudged: Mapped[bool] = mapped_column(default=False)
