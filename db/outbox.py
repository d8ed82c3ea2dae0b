"""Named queries of the outbox."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from db.base import table_of
from db.models.delivery import Outbox, OutboxLane, OutboxStatus, UploadedFile

OUTBOX = table_of(Outbox)

COLUMNS = (
    OUTBOX.c.id,
    OUTBOX.c.chat_id,
    OUTBOX.c.topic_id,
    OUTBOX.c.lane,
    OUTBOX.c.kind,
    OUTBOX.c.payload,
    OUTBOX.c.language,
    OUTBOX.c.replaces,
    OUTBOX.c.anchor,
    OUTBOX.c.attempts,
    OUTBOX.c.expires_at,
)
PUT = insert(OUTBOX).returning(OUTBOX.c.id)
SETTLE = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("which"))
    .values(
        status=bindparam("to_status"),
        message_id=bindparam("to_message"),
        sent_at=bindparam("to_sent"),
        next_at=bindparam("to_next"),
        attempts=bindparam("to_attempts"),
        error=bindparam("to_error"),
        chat_id=bindparam("to_chat"),
    )
)


@dataclass(frozen=True, slots=True)
class Letter:
    """One open row of the outbox, as the sender needs it."""

    id: int
    chat_id: int
    topic_id: int | None
    lane: int
    kind: str
    payload: dict[str, Any]
    language: str
    replaces: int | None
    anchor: str | None
    attempts: int
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Settlement:
    """What became of a letter."""

    id: int
    chat_id: int
    status: OutboxStatus
    at: datetime
    attempts: int
    message_id: int | None = None
    error: str | None = None
    secret: bool = False
    """Whether the words (a code, a link) must not stay readable once they are delivered."""


def put(session: Session, values: dict[str, Any]) -> int | None:
    """Add a row and return its id; None when one with its dedupe key is already there."""
    values["holder"] = session.info.get("process")
    if values.get("dedupe_key") is None:
        return session.connection().execute(PUT, values).scalar_one()  # type: ignore[no-any-return]
    dialect = session.get_bind().dialect.name
    add = sqlite.insert(OUTBOX) if dialect == "sqlite" else postgresql.insert(OUTBOX)
    return session.execute(
        add.values(values).on_conflict_do_nothing().returning(OUTBOX.c.id)
    ).scalar_one_or_none()


def claim_due(
    session: Session,
    now: datetime,
    *,
    limit: int,
    skip: Sequence[int],
    lanes: Collection[int] = tuple(OutboxLane),
) -> list[Letter]:
    """Take due rows of these lanes for sending, replies first; `skip` are those already in hand.

    Only replies are marked at once: what must not go twice is marked by `begin` when it is tried,
    so that a crash before that costs nothing.
    """
    due = (
        select(*COLUMNS)
        .where(
            OUTBOX.c.status == OutboxStatus.PENDING,
            OUTBOX.c.next_at <= now,
            OUTBOX.c.id.not_in(skip),
            OUTBOX.c.lane.in_(lanes),
        )
        .order_by(OUTBOX.c.lane, OUTBOX.c.next_at, OUTBOX.c.id)
        .limit(limit)
    )
    letters = [Letter(*row) for row in session.execute(due.with_for_update(skip_locked=True))]
    begin(session, [one.id for one in letters if one.lane == OutboxLane.REPLY])
    return letters


def begin(session: Session, ids: Sequence[int]) -> int:
    """Mark rows as being sent; how many were still there to be sent.

    After a crash nobody knows whether they arrived.
    """
    if not ids:
        return 0
    begun = session.connection().execute(
        update(OUTBOX)
        .where(OUTBOX.c.id.in_(ids), OUTBOX.c.status == OutboxStatus.PENDING)
        .values(status=OutboxStatus.SENDING, holder=session.info.get("process"))
    )
    return begun.rowcount


def recover(session: Session, now: datetime, living: Collection[str] = ()) -> tuple[int, int]:
    """What dead processes had in flight: replies go out again, the rest become unknown.

    A question asked twice is better than a dead dialogue; a broadcast twice is not.
    Returns how many of each; `living` processes keep what they have.
    """
    orphaned = or_(OUTBOX.c.holder.is_(None), OUTBOX.c.holder.not_in(living))
    in_flight = (OUTBOX.c.status == OutboxStatus.SENDING) & orphaned
    again = session.connection().execute(
        update(OUTBOX)
        .where(in_flight, OUTBOX.c.lane == OutboxLane.REPLY)
        .values(status=OutboxStatus.PENDING, next_at=now)
    )
    unknown = session.connection().execute(
        update(OUTBOX)
        .where(in_flight, OUTBOX.c.lane != OutboxLane.REPLY)
        .values(status=OutboxStatus.UNKNOWN, error="the process died while sending")
    )
    return again.rowcount, unknown.rowcount


def settle(session: Session, settlements: Sequence[Settlement]) -> None:
    """Write what became of letters, many in one statement."""
    session.connection().execute(
        SETTLE,
        [
            {
                "which": one.id,
                "to_status": one.status,
                "to_message": one.message_id,
                "to_sent": one.at if one.status is OutboxStatus.SENT else None,
                "to_next": one.at,
                "to_attempts": one.attempts,
                "to_error": one.error,
                "to_chat": one.chat_id,
            }
            for one in settlements
        ],
    )
    done = [one.id for one in settlements if one.secret and one.status is not OutboxStatus.PENDING]
    if done:
        session.execute(update(OUTBOX).where(OUTBOX.c.id.in_(done)).values(payload={}))


def message_of(session: Session, chat_id: int, anchor: str) -> int | None:
    """The newest message of a chat that stands for `anchor`."""
    return session.execute(
        select(OUTBOX.c.message_id)
        .where(
            OUTBOX.c.chat_id == chat_id,
            OUTBOX.c.anchor == anchor,
            OUTBOX.c.message_id.is_not(None),
        )
        .order_by(OUTBOX.c.id.desc())
        .limit(1)
    ).scalar_one_or_none()


def count_open(session: Session) -> dict[int, int]:
    """How many letters wait, by lane."""
    rows = session.execute(
        select(OUTBOX.c.lane, func.count())
        .where(OUTBOX.c.status < OutboxStatus.SENT)
        .group_by(OUTBOX.c.lane)
    )
    return {int(lane): int(count) for lane, count in rows}


def move_chat(session: Session, old: int, new: int) -> None:
    """Address what is still open to the chat's new id."""
    session.execute(
        update(OUTBOX)
        .where(OUTBOX.c.chat_id == old, OUTBOX.c.status < OutboxStatus.SENT)
        .values(chat_id=new)
    )


def known_file(session: Session, key: str) -> str | None:
    """The messenger's id of a file of ours, if it was uploaded before."""
    return session.execute(
        select(UploadedFile.file_id).where(UploadedFile.key == key)
    ).scalar_one_or_none()


def remember_file(session: Session, key: str, file_id: str) -> None:
    """Note the messenger's id of a file of ours."""
    session.merge(UploadedFile(key=key, file_id=file_id))


def undelivered(session: Session) -> list[dict[str, Any]]:
    """Failed and unknown letters, newest first: ids and reasons, no words of theirs."""
    rows = session.execute(
        select(OUTBOX.c.id, OUTBOX.c.status, OUTBOX.c.kind, OUTBOX.c.lane, OUTBOX.c.error)
        .where(OUTBOX.c.status.in_((OutboxStatus.FAILED, OutboxStatus.UNKNOWN)))
        .order_by(OUTBOX.c.id.desc())
    )
    return [
        {
            "id": row.id,
            "status": OutboxStatus(row.status).name.lower(),
            "kind": row.kind,
            "lane": OutboxLane(row.lane).name.lower(),
            "error": row.error,
        }
        for row in rows
    ]


def retry(session: Session, ids: Sequence[int], now: datetime) -> int:
    """Open failed or unknown letters again; how many there were."""
    opened = session.connection().execute(
        update(OUTBOX)
        .where(
            OUTBOX.c.id.in_(ids),
            OUTBOX.c.status.in_((OutboxStatus.FAILED, OutboxStatus.UNKNOWN)),
        )
        .values(status=OutboxStatus.PENDING, next_at=now, attempts=0, error=None)
    )
    return opened.rowcount


def purge(session: Session, now: datetime, *, keep: timedelta) -> int:
    """Drop letters that are settled for good and older than `keep`; unknown ones stay."""
    settled = (OutboxStatus.SENT, OutboxStatus.FAILED, OutboxStatus.EXPIRED)
    gone = session.connection().execute(
        delete(OUTBOX).where(OUTBOX.c.status.in_(settled), OUTBOX.c.created_at < now - keep)
    )
    return gone.rowcount
