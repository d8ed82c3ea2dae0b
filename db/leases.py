"""Leases: who leads, and which processes live. The database's own clock decides."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from db.base import EPOCH, MILLISECOND
from db.models.jobs import Lease
from db.wall import wall

LEADER = "leader"
REPLICA = "replica:"
FORGOTTEN_AFTER = timedelta(days=1)


def hold(session: Session, name: str, owner: str, *, term: timedelta) -> int | None:
    """Take or keep the lease `name`; its epoch, or None while another owner holds it."""
    now = EPOCH + wall(session) * MILLISECOND
    lease = session.get(Lease, name, with_for_update=True)
    if lease is None:
        session.add(Lease(name=name, owner=owner, until=now + term, epoch=1))
        session.flush()
        return 1
    if lease.owner != owner:
        if lease.until > now:
            return None
        lease.owner, lease.epoch = owner, lease.epoch + 1
    lease.until = now + term
    session.flush()
    return lease.epoch


def release(session: Session, name: str, owner: str) -> None:
    """Let the next one in at once."""
    now = EPOCH + wall(session) * MILLISECOND
    session.execute(update(Lease).where(Lease.name == name, Lease.owner == owner).values(until=now))


def say_alive(session: Session, process: str, *, term: timedelta) -> None:
    """Keep what this process has in hand from being taken over."""
    hold(session, f"{REPLICA}{process}", process, term=term)


def living(session: Session) -> tuple[str, ...]:
    """The processes that have said lately that they live."""
    now = EPOCH + wall(session) * MILLISECOND
    found = session.scalars(
        select(Lease.owner).where(Lease.name.startswith(REPLICA), Lease.until > now)
    )
    return tuple(found)


def purge(session: Session) -> None:
    """Forget processes that have been gone for a day."""
    long_ago = EPOCH + wall(session) * MILLISECOND - FORGOTTEN_AFTER
    session.execute(delete(Lease).where(Lease.name.startswith(REPLICA), Lease.until < long_ago))
