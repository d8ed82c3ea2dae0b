"""Telegram's limits as rows: what one process uses up, all that send for the token see.

The generic cell rate algorithm, one statement a reservation. Milliseconds of `db.wall`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sqlalchemy import BindParameter, bindparam, case, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from db.base import table_of
from db.models.delivery import Rate

RATE = table_of(Rate)
TOKEN = "token"  # noqa: S105 the bot's token as a whole, no secret


@dataclass(frozen=True, slots=True)
class Pace:
    """One message every `interval` milliseconds, after `burst` of them at once."""

    interval: int
    burst: int = 1

    @property
    def ahead(self) -> int:
        """How far the next free moment may lie ahead of a message that goes at once."""
        return (self.burst - 1) * self.interval


def chat_key(chat_id: int) -> str:
    """The row of a chat."""
    return f"chat:{chat_id}"


def take(session: Session, key: str, pace: Pace, now: int, count: int = 1) -> int:
    """Reserve the next `count` messages; milliseconds until the first of them may go."""
    cost = count * pace.interval
    tat = int(
        session.connection()
        .execute(_reserve(_dialect(session)), {"which": key, "at": now, "cost": cost})
        .scalar_one()
    )
    return max(0, tat - cost - pace.ahead - now)


def room(session: Session, key: str, pace: Pace, now: int, *, within: int) -> int:
    """How many messages may begin within so many milliseconds; reserves nothing."""
    tat = session.execute(select(RATE.c.tat).where(RATE.c.key == key)).scalar_one_or_none()
    first = max(now, (tat or 0) - pace.ahead)
    if first >= now + within:
        return 0
    return pace.burst + (now + within - 1 - max(now, tat or 0)) // pace.interval


def spend(session: Session, key: str, pace: Pace, now: int, count: int, *, at_most: int) -> None:
    """Count messages that did not ask, like replies; they reserve at most `at_most` ahead."""
    cost = count * pace.interval
    tat = session.execute(select(RATE.c.tat).where(RATE.c.key == key)).scalar_one_or_none()
    if cost and (tat or 0) < now + at_most:
        take(session, key, pace, now, min(count, max(1, at_most // pace.interval)))


def pause(session: Session, key: str, pace: Pace, until: int) -> None:
    """Telegram asked for patience: nothing under this key begins before `until`."""
    params = {"which": key, "at": until + pace.ahead, "cost": 0}
    session.connection().execute(_reserve(_dialect(session)), params)


def purge(session: Session, now: int) -> None:
    """Drop rows that hold nobody back any more."""
    session.execute(delete(RATE).where(RATE.c.tat < now))


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name


@cache
def _reserve(dialect: str) -> ReturningInsert[int]:
    add = sqlite.insert(RATE) if dialect == "sqlite" else postgresql.insert(RATE)
    at: BindParameter[int] = bindparam("at")
    cost: BindParameter[int] = bindparam("cost")
    begun = case((RATE.c.tat > at, RATE.c.tat), else_=at)
    return (
        add.values(key=bindparam("which"), tat=at + cost)
        .on_conflict_do_update(index_elements=[RATE.c.key], set_={"tat": begun + cost})
        .returning(RATE.c.tat)
    )
