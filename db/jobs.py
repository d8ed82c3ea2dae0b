"""Named queries of the jobs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from db.models.jobs import Job, JobStatus


@dataclass(frozen=True, slots=True)
class Errand:
    """A job taken to be done."""

    id: int
    kind: str
    params: dict[str, Any]
    attempts: int
    left_at: datetime
    """When it was left: a job left anew meanwhile is another one."""


def claim(
    session: Session, now: datetime, *, limit: int, lease: timedelta, kinds: Sequence[str]
) -> list[Errand]:
    """Take due jobs of known kinds; the lease gives them back if we die."""
    free = or_(Job.lease_until.is_(None), Job.lease_until < now)
    rows = session.execute(
        select(Job.id, Job.kind, Job.params, Job.attempts, Job.created_at)
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
            .values(
                lease_until=now + lease,
                attempts=Job.attempts + 1,
                holder=session.info.get("process"),
            )
        )
    return errands


def give_back(session: Session, living: Collection[str] = ()) -> int:
    """Free what processes held that live no more; how many jobs that were."""
    freed = session.connection().execute(
        update(Job)
        .where(
            Job.status == JobStatus.WAITING,
            Job.lease_until.is_not(None),
            or_(Job.holder.is_(None), Job.holder.not_in(living)),
        )
        .values(lease_until=None, holder=None)
    )
    return freed.rowcount


def finish(session: Session, errand: Errand) -> bool:
    """Mark done, inside the unit of work that applied it; False if it already was.

    False as well where it was left anew meanwhile: then that one is still to be done.
    """
    done = session.connection().execute(
        update(Job)
        .where(_still(errand), Job.status == JobStatus.WAITING)
        .values(status=JobStatus.DONE, lease_until=None)
    )
    return done.rowcount == 1


def fail(session: Session, errand: Errand, *, error: str, retry_at: datetime | None) -> bool:
    """Put a failed job off, or end it when there is no `retry_at`; False if it is another now."""
    values: dict[str, Any] = {"error": error, "lease_until": None}
    values |= {"status": JobStatus.DEAD} if retry_at is None else {"due_at": retry_at}
    failed = session.connection().execute(
        update(Job).where(_still(errand), Job.status == JobStatus.WAITING).values(**values)
    )
    return failed.rowcount == 1


def purge(session: Session, now: datetime, *, keep: timedelta) -> int:
    """Drop jobs that are done or cancelled and older than `keep`; dead ones stay to be seen."""
    over = (JobStatus.DONE, JobStatus.CANCELLED)
    gone = session.connection().execute(
        delete(Job).where(Job.status.in_(over), Job.due_at < now - keep)
    )
    return gone.rowcount


def _still(errand: Errand) -> ColumnElement[bool]:
    """The row of a job, as long as nobody has left it anew."""
    return (Job.id == errand.id) & (Job.created_at == errand.left_at)
