"""Linking a group to an association: a code, the question, a methodologist's word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from db.models.groups import GroupChat, GroupCode
from db.models.scopes import ScopeLevel
from services.access import RULES, Action, authorize, holdings, record
from services.codes import hash_of, new_code
from services.errors import NotFound
from services.groups.notices import (
    GroupAsks,
    GroupLeft,
    GroupLinked,
    GroupNotAsking,
    GroupTaken,
    GroupUnlinked,
)
from services.groups.presence import leave_later
from services.notices import ToAssociation, ToGroup, ToPerson
from services.scopes import Place, place, within
from services.summaries import push_waiting
from services.work import Work

PREFIX = "g_"
"""How the payload of a link begins that brings the bot into a group."""
CODE_LIVES = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Linking:
    """An association with the group that belongs to it, if there is one."""

    association: Place
    parent: str
    chat_id: int | None
    title: str
    linked_at: datetime | None


def linkings(work: Work) -> tuple[Linking, ...]:
    """The associations whose groups the actor may link, with their groups."""
    found: dict[int, Place] = {}
    for held in holdings(work):
        if held.role in RULES[Action.LINK_GROUP]:
            places = within(work.session, held.path, ScopeLevel.ASSOCIATION)
            found.update((one.id, one) for one in places)
    return tuple(_linking(work, one) for one in found.values())


def linking(work: Work, scope_id: int) -> Linking:
    """One of them; refuse a place that is not the actor's."""
    return _linking(work, _own_association(work, scope_id))


def new_group_code(work: Work, scope_id: int) -> tuple[str, datetime]:
    """A one-time code for an association; an unused older one stops working."""
    association = _own_association(work, scope_id)
    work.session.execute(
        delete(GroupCode).where(GroupCode.scope_id == scope_id, GroupCode.used_at.is_(None))
    )
    code, expires_at = new_code(), work.now + CODE_LIVES
    work.session.add(
        GroupCode(
            code_hash=hash_of(code),
            scope_id=association.id,
            created_by=work.actor.person_id,
            expires_at=expires_at,
        )
    )
    work.session.flush()
    record(work, "group_code_made", f"scope:{scope_id}")
    return code, expires_at


def ask(work: Work, chat_id: int, title: str, members: int, code: str) -> bool:
    """Somebody showed a code in a group: whoever made it is asked. False for any wrong code."""
    row = work.session.get(GroupChat, chat_id)
    if row is not None and row.status == "linked":
        _tell_it_is_taken(work, row, code)
        return False
    used = work.session.execute(
        update(GroupCode)
        .where(
            GroupCode.code_hash == hash_of(code),
            GroupCode.used_at.is_(None),
            GroupCode.expires_at > work.now,
        )
        .values(used_at=work.now)
        .returning(GroupCode.scope_id, GroupCode.created_by)
    ).first()
    if used is None:
        return False
    if row is None:
        row = GroupChat(chat_id=chat_id, title=title, added_at=work.now)
        work.session.add(row)
    row.title, row.status = title, "asked"
    row.scope_id, row.asked_by = used.scope_id, used.created_by
    leave_later(work, row)
    current = _linking(work, place(work.session, used.scope_id))
    work.tell(
        ToPerson(used.created_by),
        GroupAsks(chat_id, title, members, current.association.name, current.title),
        anchor=f"group:{chat_id}",
    )
    return True


def confirm(work: Work, chat_id: int) -> Linking:
    """Link an asking group; the group linked so far gives its place up."""
    row = _asking(work, chat_id)
    before = _linking(work, place(work.session, row.scope_id or 0))
    if before.chat_id is not None and before.chat_id != chat_id:
        _release(work, before.chat_id)
    row.status, row.linked_at = "linked", work.now
    row.confirmed_by = work.actor.person_id
    work.session.flush()
    record(work, "group_linked", f"scope:{row.scope_id}", chat=chat_id)
    work.tell(ToAssociation(row.scope_id or 0), GroupLinked(before.association.name))
    push_waiting(work, before.association.id)
    return _linking(work, before.association)


def decline(work: Work, chat_id: int) -> str:
    """Refuse an asking group and leave it; its title."""
    row = _asking(work, chat_id)
    record(work, "group_declined", f"scope:{row.scope_id}", chat=chat_id)
    row.status, row.scope_id = "left", None
    work.session.flush()
    work.tell(ToGroup(chat_id), GroupLeft())
    return row.title


def unlink(work: Work, scope_id: int) -> Linking:
    """Part an association from its group; the bot leaves the group with a word."""
    current = linking(work, scope_id)
    if current.chat_id is None:
        raise NotFound
    _release(work, current.chat_id)
    record(work, "group_unlinked", f"scope:{scope_id}", chat=current.chat_id)
    return _linking(work, current.association)


def _tell_it_is_taken(work: Work, row: GroupChat, code: str) -> None:
    author = work.session.scalar(
        select(GroupCode.created_by).where(
            GroupCode.code_hash == hash_of(code),
            GroupCode.used_at.is_(None),
            GroupCode.expires_at > work.now,
        )
    )
    if author is not None and row.scope_id is not None:
        association = place(work.session, row.scope_id).name
        work.tell(ToPerson(author), GroupTaken(row.title, association))


def _release(work: Work, chat_id: int) -> None:
    work.session.execute(
        update(GroupChat)
        .where(GroupChat.chat_id == chat_id)
        .values(status="left", scope_id=None, linked_at=None)
    )
    work.tell(ToGroup(chat_id), GroupUnlinked())
    work.tell(ToGroup(chat_id), GroupLeft())


def _asking(work: Work, chat_id: int) -> GroupChat:
    row = work.session.get(GroupChat, chat_id)
    if row is None or row.scope_id is None:
        raise GroupNotAsking
    authorize(work, Action.LINK_GROUP, place(work.session, row.scope_id).path)
    if row.status != "asked":
        raise GroupNotAsking
    return row


def _own_association(work: Work, scope_id: int) -> Place:
    association = place(work.session, scope_id)
    if association.level is not ScopeLevel.ASSOCIATION:
        raise NotFound
    authorize(work, Action.LINK_GROUP, association.path)
    return association


def _linking(work: Work, association: Place) -> Linking:
    row = work.session.scalars(
        select(GroupChat).where(GroupChat.scope_id == association.id, GroupChat.status == "linked")
    ).first()
    parent = "" if association.parent_id is None else place(work.session, association.parent_id)
    name = parent if isinstance(parent, str) else parent.name
    if row is None:
        return Linking(association, name, None, "", None)
    return Linking(association, name, row.chat_id, row.title, row.linked_at)
