"""Guessing of codes: five wrong ones in ten minutes lock an account out for an hour."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete

from db.models.access import WrongCode
from services.work import Work

ALLOWED = 5
WITHIN = timedelta(minutes=10)
LOCKED_FOR = timedelta(hours=1)


def locked(work: Work) -> bool:
    """Whether the actor's account must wait; nobody is told so."""
    row = work.session.get(WrongCode, work.actor.account)
    return row is not None and row.count >= ALLOWED and work.now < row.since + LOCKED_FOR


def count_wrong(work: Work) -> None:
    """Note a wrong code of the actor; counts older than a lock are dropped."""
    work.session.execute(delete(WrongCode).where(WrongCode.since <= work.now - LOCKED_FOR))
    row = work.session.get(WrongCode, work.actor.account, populate_existing=True)
    if row is None:
        row = WrongCode(account=work.actor.account, count=0, since=work.now)
        work.session.add(row)
    elif work.now >= row.since + WITHIN:
        row.count, row.since = 0, work.now
    row.count += 1
    if row.count == ALLOWED:
        row.since = work.now
    work.session.flush()


def forgive(work: Work) -> None:
    """A right code: the wrong ones before it were slips."""
    work.session.execute(delete(WrongCode).where(WrongCode.account == work.actor.account))
