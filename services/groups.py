"""Group chats: which association a group belongs to; a stranger's group gets nothing."""

from __future__ import annotations

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from db.models.groups import GroupChat


def group_moved(session: Session, old: int, new: int) -> None:
    """A group became a supergroup: the row goes with it, once."""
    session.execute(delete(GroupChat).where(GroupChat.chat_id == new))
    session.execute(update(GroupChat).where(GroupChat.chat_id == old).values(chat_id=new))
