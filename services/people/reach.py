"""How people and associations are reached, and who an account belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from db.base import table_of
from db.models.groups import GroupChat
from db.models.people import Person
from services.notices import Recipient, ToAccount, ToAssociation, ToGroup, ToPerson
from services.work import Actor

PERSON = table_of(Person)
FIND_ACTOR = select(PERSON.c.id, PERSON.c.name, PERSON.c.language, PERSON.c.blocked_at).where(
    PERSON.c.account == bindparam("sought")
)
FIND_PERSON = select(PERSON.c.account, PERSON.c.language).where(
    PERSON.c.id == bindparam("sought"), PERSON.c.forgotten_at.is_(None)
)


@dataclass(frozen=True, slots=True)
class Address:
    """A chat and the language spoken in it."""

    chat_id: int
    language: str | None = None


def actor_of(session: Session, account: int, *, name: str, language: str) -> Actor:
    """The person behind an account, or a stranger who goes by `name`."""
    row = session.connection().execute(FIND_ACTOR, {"sought": account}).first()
    if row is None:
        return Actor(None, account, name, language)
    if row.blocked_at is not None:
        # Whoever writes to us again wants to hear from us again.
        session.execute(update(Person).where(Person.id == row.id).values(blocked_at=None))
    return Actor(row.id, account, row.name, row.language)


def address_of(session: Session, recipient: Recipient) -> Address | None:
    """Where a recipient is reached; None for those who cannot or must not be."""
    match recipient:
        case ToAccount(account):
            return Address(account)
        case ToGroup(group):
            return Address(group)
        case ToPerson(person_id):
            session.flush()
            row = session.connection().execute(FIND_PERSON, {"sought": person_id}).first()
            return None if row is None or row[0] is None else Address(row[0], row[1])
        case ToAssociation(scope_id):
            chat_id = session.execute(
                select(GroupChat.chat_id).where(
                    GroupChat.scope_id == scope_id, GroupChat.status == "linked"
                )
            ).scalar()
            return None if chat_id is None else Address(chat_id)


def chat_blocked_us(session: Session, chat_id: int, now: datetime) -> None:
    """Note that a person refuses our messages, or that a group has put us out."""
    if chat_id > 0:
        session.execute(update(Person).where(Person.account == chat_id).values(blocked_at=now))
    else:
        session.execute(update(GroupChat).where(GroupChat.chat_id == chat_id).values(status="left"))
