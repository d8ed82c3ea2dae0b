"""Group chats and the associations they belong to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key


class GroupChat(Base):
    """A group the bot is in. Only a `linked` one is ever sent anything."""

    __tablename__ = "group_chat"

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    title: Mapped[str]
    status: Mapped[str]
    """stranger | asked | linked | left"""
    scope_id: Mapped[int | None] = mapped_column(ForeignKey("scope.id"), index=True)
    asked_by: Mapped[int | None]
    """The person whose code was shown in the group."""
    added_at: Mapped[datetime]
    leave_at: Mapped[datetime | None]
    """When the bot goes out by itself unless the group is linked before."""
    linked_at: Mapped[datetime | None]
    confirmed_by: Mapped[int | None]


class GroupCode(Base):
    """A one-time code that lets a group ask to be an association's group."""

    __tablename__ = "group_code"

    id: Mapped[Key]
    code_hash: Mapped[str] = mapped_column(unique=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"))
    created_by: Mapped[int]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
