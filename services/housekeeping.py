"""Once a day: what is no longer needed is forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from db import inbox, jobs, leases, outbox, rates
from db.wall import wall
from services.jobs import timed
from services.keeping import sweep
from services.work import Work

EVERY = timedelta(days=1)
FIRST_AFTER = timedelta(hours=1)
KEY = "housekeeping"
UPDATES_KEPT = timedelta(days=7)
"""Update ids start anew at random after a week of silence, so a week is also the least."""
LETTERS_KEPT = timedelta(days=30)
JOBS_KEPT = timedelta(days=30)


def arrange(work: Work) -> None:
    """Have it done some time after every start, and daily from then on."""
    work.later("housekeeping.daily", {}, due_at=work.now + FIRST_AFTER, key=KEY)


@timed("housekeeping.daily")
def tidy(work: Work, _params: dict[str, Any]) -> None:
    """Forget handled updates, settled letters, done jobs and stray files past their time."""
    inbox.purge(work.session, work.now, keep=UPDATES_KEPT)
    outbox.purge(work.session, work.now, keep=LETTERS_KEPT)
    jobs.purge(work.session, work.now, keep=JOBS_KEPT)
    leases.purge(work.session)
    rates.purge(work.session, wall(work.session))
    sweep(work)
    work.later("housekeeping.daily", {}, due_at=work.now + EVERY, key=KEY)
