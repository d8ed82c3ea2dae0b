"""Named queries of the jobs and the leases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from db.models.jobs import Job, JobStatus, Lease


@dataclass(frozen=True, slots=True)
class Errand:
    """A job taken to be done."""

    id: int
    kind: str
    params: dict[str, Any]
    attempts: int


def claim(
    session: Session, now: datetime, *, limit: int, lease: timedelta, kinds: Sequence[str]
) -> list[Errand]:
    """Take due jobs of known kinds; the lease gives them back if we die."""
    free = or_(Job.lease_until.is_(None), Job.lease_until < now)
    rows = session.execute(
        select(Job.id, Job.kind, Job.params, Job.attempts)
        .where(Job.status == JobStatus.WAITING, Job.due_at <= now, free, Job.kind.in_(kinds))
        .order_by(Job.due_at, Job.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    errands = [Errand(*row) for row in rows]
    if errands:
        session.execute(
            update(Job)
            .where(Job.id.in_([one.id for one in errands]))
            .values(lease_until=now + lease, attempts=Job.attempts + 1)
        )
    return errands


def give_back(session: Session) -> int:
    """After a crash of the only process: nobody holds any lease."""
    freed = session.connection().execute(
        update(Job)
        .where(Job.status == JobStatus.WAITING, Job.lease_until.is_not(None))
        .values(lease_until=None)
    )
    return freed.rowcount


def finish(session: Session, job_id: int) -> bool:
    """Mark done, inside the unit of work that applied it; False if it already was."""
    done = session.connection().execute(
        update(Job)
        .where(Job.id == job_id, Job.status == JobStatus.WAITING)
        .values(status=JobStatus.DONE, lease_until=None)
    )
    return done.rowcount == 1


def fail(session: Session, job_id: int, *, error: str, retry_at: datetime | None) -> None:
    """Put a failed job off, or end it when there is no `retry_at`."""
    values: dict[str, Any] = {"error": error, "lease_until": None}
    values |= {"status": JobStatus.DEAD} if retry_at is None else {"due_at": retry_at}
    session.execute(update(Job).where(Job.id == job_id).values(**values))


def hold_lease(
    session: Session, name: str, owner: str, now: datetime, *, term: timedelta
) -> int | None:
    """Take or keep the lease `name`; its epoch, or None while another owner holds it."""
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


def release_lease(session: Session, name: str, owner: str, now: datetime) -> None:
    """Let the next one in at once."""
    session.execute(update(Lease).where(Lease.name == name, Lease.owner == owner).values(until=now))


def purge(session: Session, now: datetime, *, keep: timedelta) -> int:
    """Drop jobs that are done or cancelled and older than `keep`; dead ones stay to be seen."""
    over = (JobStatus.DONE, JobStatus.CANCELLED)
    gone = session.connection().execute(
        delete(Job).where(Job.status.in_(over), Job.due_at < now - keep)
    )
    return gone.rowcount
