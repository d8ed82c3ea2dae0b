"""The inbox: every accepted update, raw, until it was handled once."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Big


class InboxStatus(IntEnum):
    """Where an update stands."""

    WAITING = 0
    DONE = 1
    DEAD = 2


class Inbox(Base):
    """One update as it came; its row is committed before the messenger hears it is accepted."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "ix_inbox_waiting",
            "update_id",
            sqlite_where=text("status = 0"),
            postgresql_where=text("status = 0"),
        ),
    )

    update_id: Mapped[Big] = mapped_column(primary_key=True, autoincrement=False)
    lane: Mapped[Big]
    payload: Mapped[str | None]
    received_at: Mapped[datetime]
    status: Mapped[int] = mapped_column(default=InboxStatus.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
