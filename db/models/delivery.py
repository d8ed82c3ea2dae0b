"""The outbox: every message owed to somebody, one row per recipient."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum
from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Big, Key


class OutboxLane(IntEnum):
    """Who goes first when the limits are short."""

    REPLY = 0
    REMINDER = 1
    BROADCAST = 2


class OutboxStatus(IntEnum):
    """Where a message stands. UNKNOWN: it may have arrived, its answer was lost."""

    PENDING = 0
    SENDING = 1
    SENT = 2
    FAILED = 3
    UNKNOWN = 4
    EXPIRED = 5


OPEN = text("status < 2")


class Outbox(Base):
    """A screen (or another visible act) for one chat, kept until Telegram has confirmed it."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_open", "lane", "next_at", "id", sqlite_where=OPEN, postgresql_where=OPEN),
        Index("ix_outbox_chat_id_anchor", "chat_id", "anchor"),
    )

    id: Mapped[Key]
    chat_id: Mapped[Big]
    topic_id: Mapped[int | None]
    lane: Mapped[int] = mapped_column(default=OutboxLane.REPLY)
    kind: Mapped[str]
    """The class name of the screen or act; its fields are `payload`."""
    payload: Mapped[dict[str, Any]]
    language: Mapped[str] = mapped_column(default="ru")
    replaces: Mapped[int | None]
    """The message to edit; when it is gone a new one is sent."""
    anchor: Mapped[str | None]
    """What the message stands for ("difficulty:12"): a later row may edit it in place."""
    dedupe_key: Mapped[str | None] = mapped_column(unique=True)
    status: Mapped[int] = mapped_column(default=OutboxStatus.PENDING)
    attempts: Mapped[int] = mapped_column(default=0)
    holder: Mapped[str | None]
    """The process that sends it now: when it dies, another one finds out and takes over."""
    next_at: Mapped[datetime]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    message_id: Mapped[int | None]
    error: Mapped[str | None]


class UploadedFile(Base):
    """What Telegram called a file of ours after its first upload, so that it travels once."""

    __tablename__ = "uploaded_file"

    key: Mapped[str] = mapped_column(primary_key=True)
    file_id: Mapped[str]


class Rate(Base):
    """How far a limit of Telegram is used up, for every process that sends for the token.

    `tat` is the theoretical arrival time of the generic cell rate algorithm: the moment from which
    the next message may go without any burst, in milliseconds since 1970.
    """

    __tablename__ = "rate"

    key: Mapped[str] = mapped_column(primary_key=True)
    """token | chat:<id>"""
    tat: Mapped[Big]
