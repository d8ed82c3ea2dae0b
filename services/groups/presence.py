"""Groups the bot is in: it comes as a stranger, leaves after a day unless it is linked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from db.models.groups import GroupChat
from services.groups.notices import GroupLeft, GroupLost
from services.jobs import timed
from services.notices import ToGroup, ToPerson
from services.scopes import Place, place
from services.work import Work

STRANGER_STAYS = timedelta(hours=24)


def joined(work: Work, chat_id: int, title: str) -> None:
    """We were brought into a group: a stranger until a methodologist says otherwise."""
    row = work.session.get(GroupChat, chat_id)
    if row is None:
        row = GroupChat(chat_id=chat_id, title=title, status="stranger", added_at=work.now)
        work.session.add(row)
        leave_later(work, row)
    elif row.status == "left":
        row.status, row.scope_id, row.asked_by = "stranger", None, None
        row.added_at = work.now
        leave_later(work, row)
    row.title = title
    work.session.flush()


def removed(work: Work, chat_id: int) -> None:
    """We were put out: nothing is sent there any more, and the methodologist hears of it."""
    row = work.session.get(GroupChat, chat_id)
    if row is None or row.status == "left":
        return
    if row.status == "linked" and row.scope_id is not None and row.confirmed_by is not None:
        association = place(work.session, row.scope_id)
        work.tell(ToPerson(row.confirmed_by), GroupLost(row.title, association.name))
    row.status = "left"
    work.session.flush()


def group_moved(session: Session, old: int, new: int) -> None:
    """A group became a supergroup: the row goes with it, once."""
    if session.get(GroupChat, old) is None:
        return
    session.execute(delete(GroupChat).where(GroupChat.chat_id == new))
    session.execute(update(GroupChat).where(GroupChat.chat_id == old).values(chat_id=new))


def association_of(session: Session, chat_id: int) -> Place | None:
    """The association a linked group belongs to; None for every other group."""
    scope_id = session.scalar(
        select(GroupChat.scope_id).where(GroupChat.chat_id == chat_id, GroupChat.status == "linked")
    )
    return None if scope_id is None else place(session, scope_id)


@timed("groups.leave")
def leave(work: Work, _params: dict[str, Any]) -> None:
    """Go out of every group that nobody has linked within its day.

    All that are due, since a group may have changed its id while the job was waiting.
    """
    overdue = work.session.scalars(
        select(GroupChat).where(
            GroupChat.status.in_(("stranger", "asked")), GroupChat.leave_at <= work.now
        )
    )
    for row in overdue.all():
        row.status, row.scope_id = "left", None
        work.tell(ToGroup(row.chat_id), GroupLeft())
    work.session.flush()


def leave_later(work: Work, row: GroupChat) -> None:
    """Give the group a day from now."""
    row.leave_at = work.now + STRANGER_STAYS
    work.session.flush()
    work.later("groups.leave", {}, due_at=row.leave_at, key=f"group:{row.chat_id}:leave")
