"""Named queries of the inbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from db.base import table_of
from db.models.intake import Inbox, InboxStatus

INBOX = table_of(Inbox)

DONE = (
    update(INBOX)
    .where(INBOX.c.update_id == bindparam("which"), INBOX.c.status == InboxStatus.WAITING)
    .values(status=InboxStatus.DONE)
)

WAITING = select(
    INBOX.c.update_id, INBOX.c.lane, INBOX.c.payload, INBOX.c.received_at, INBOX.c.attempts
).where(INBOX.c.status == InboxStatus.WAITING)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update as the messenger gave it. `lane` is the chat whose order it keeps."""

    update_id: int
    lane: int
    payload: str
    received_at: datetime
    attempts: int = 0


def store(session: Session, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Keep what is new and return it; an update already here is dropped silently."""
    if not arrivals:
        return []
    rows = [
        {
            "update_id": one.update_id,
            "lane": one.lane,
            "payload": one.payload,
            "received_at": one.received_at,
            "status": InboxStatus.WAITING,
            "attempts": 0,
        }
        for one in arrivals
    ]
    kept = set(session.connection().execute(_insert_new(_dialect(session)), rows).scalars())
    return [one for one in arrivals if one.update_id in kept]


def waiting(session: Session, *, after: int, limit: int) -> list[Arrival]:
    """What was accepted and not handled, oldest first, `limit` rows behind `after`."""
    rows = session.execute(
        WAITING.where(INBOX.c.update_id > after).order_by(INBOX.c.update_id).limit(limit)
    )
    return [Arrival(*row) for row in rows]


def count_waiting(session: Session) -> int:
    """How many accepted updates are not handled yet."""
    return session.execute(
        select(func.count()).select_from(INBOX).where(INBOX.c.status == InboxStatus.WAITING)
    ).scalar_one()


def in_turn(session: Session, lane: int, update_id: int) -> bool:
    """Whether nothing earlier of the lane waits, maybe in another process's hands."""
    earlier = (
        select(INBOX.c.update_id)
        .where(
            INBOX.c.status == InboxStatus.WAITING,
            INBOX.c.update_id < update_id,
            INBOX.c.lane == lane,
        )
        .limit(1)
    )
    return session.execute(earlier).first() is None


def left_waiting(session: Session, before: datetime, *, limit: int) -> list[Arrival]:
    """What has waited since before a moment, oldest first: its process may have died."""
    rows = session.execute(
        WAITING.where(INBOX.c.received_at < before).order_by(INBOX.c.update_id).limit(limit)
    )
    return [Arrival(*row) for row in rows]


def finish(session: Session, update_id: int) -> bool:
    """Mark handled, inside the unit of work that handled it; False if it already was."""
    return session.connection().execute(DONE, {"which": update_id}).rowcount == 1


def fail(session: Session, update_id: int, *, error: str, dead: bool) -> None:
    """Count a failed attempt; `dead` ends the attempts."""
    session.execute(
        update(INBOX)
        .where(INBOX.c.update_id == update_id)
        .values(
            attempts=INBOX.c.attempts + 1,
            error=error,
            status=InboxStatus.DEAD if dead else InboxStatus.WAITING,
        )
    )


def purge(session: Session, now: datetime, *, keep: timedelta = timedelta(days=7)) -> int:
    """Drop handled updates older than `keep`; ids restart at random after a quiet week."""
    gone = session.connection().execute(
        delete(INBOX).where(INBOX.c.status == InboxStatus.DONE, INBOX.c.received_at < now - keep)
    )
    return gone.rowcount


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name


@cache
def _insert_new(dialect: str) -> ReturningInsert[int]:
    add = sqlite.insert(INBOX) if dialect == "sqlite" else postgresql.insert(INBOX)
    return add.on_conflict_do_nothing().returning(INBOX.c.update_id)
