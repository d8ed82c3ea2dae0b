"""Leaving jobs: one statement, prepared once, whatever the database."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Update, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from db.base import table_of
from db.models.jobs import Job, JobStatus

JOB = table_of(Job)
CANCEL: Update = (
    update(JOB)
    .where(JOB.c.dedupe_key == bindparam("which"), JOB.c.status == JobStatus.WAITING)
    .values(status=JobStatus.CANCELLED)
)


def leave(
    session: Session,
    *,
    kind: str,
    params: dict[str, Any],
    due_at: datetime,
    key: str | None,
    now: datetime,
) -> None:
    """Add a job; one with the same key is put to the new time, waiting again."""
    values = {
        "kind": kind,
        "params": params,
        "due_at": due_at,
        "dedupe_key": key,
        "status": JobStatus.WAITING,
        "attempts": 0,
        "lease_until": None,
        "created_at": now,
    }
    session.connection().execute(_upsert(session.get_bind().dialect.name), values)


def cancel(session: Session, key: str) -> None:
    """A waiting job is not wanted any more; a done one stays done."""
    session.connection().execute(CANCEL, {"which": key})


@cache
def _upsert(dialect: str) -> sqlite.Insert | postgresql.Insert:
    add = sqlite.insert(JOB) if dialect == "sqlite" else postgresql.insert(JOB)
    renewed = ("params", "due_at", "status", "attempts", "lease_until", "created_at")
    return add.on_conflict_do_update(
        index_elements=[JOB.c.dedupe_key], set_={name: add.excluded[name] for name in renewed}
    )
