"""Promised days: a reminder the day before, the next of the chain once the day has passed."""

from __future__ import annotations

from typing import Any

from db.models.assistance import Difficulty
from services.difficulties.cases import OPEN, calendar
from services.difficulties.notices import CaseLate
from services.help_desk import chain
from services.help_desk.telling import show_card, tell_reporter
from services.jobs import timed
from services.notices import Urgency
from services.work import Work


def promise(work: Work, row: Difficulty) -> None:
    """Set the day by which the case is answered, and what happens around it."""
    times = calendar(work, row)
    row.due_at = times.after_working_days(work.now, times.answer_days)
    row.delayed = False
    if row.id is None:
        work.session.add(row)
        work.session.flush()
    params = {"number": row.id}
    work.later(
        "help_desk.due_soon",
        params,
        due_at=times.day_before(row.due_at),
        key=f"difficulty:{row.id}:due_soon",
    )
    work.later("help_desk.overdue", params, due_at=row.due_at, key=f"difficulty:{row.id}:overdue")


def kept(work: Work, row: Difficulty) -> None:
    """The case needs no more watching."""
    work.never_mind(f"difficulty:{row.id}:due_soon")
    work.never_mind(f"difficulty:{row.id}:overdue")


@timed("help_desk.due_soon")
def due_soon(work: Work, params: dict[str, Any]) -> None:
    """The day before: remind whoever has the case, or all who could take it.

    Where the bot was away on that day, the word that the day is over is enough.
    """
    row = work.session.get(Difficulty, params["number"])
    if row is None or row.status not in OPEN:
        return
    zone = calendar(work, row).zone
    if work.now.astimezone(zone).date() < row.due_at.astimezone(zone).date():
        for person_id in responsible(work, row):
            show_card(work, row, person_id, why="due_soon", urgency=Urgency.REMINDER)


@timed("help_desk.overdue")
def overdue(work: Work, params: dict[str, Any]) -> None:
    """The promised day is over: the next of the chain is asked, and the reporter is told."""
    row = work.session.get(Difficulty, params["number"])
    if row is None or row.status not in OPEN or row.delayed:
        return
    row.delayed = True
    asked = chain.next_helper(work, row)
    near = responsible(work, row)
    if asked is not None and asked.person_id not in near:
        row.offered = [*row.offered, asked.person_id]
        near = (*near, asked.person_id)
    work.session.flush()
    for person_id in near:
        show_card(work, row, person_id, why="overdue", urgency=Urgency.REMINDER)
    tell_reporter(work, row, CaseLate(row.id, asked.name if asked else ""), Urgency.REMINDER)


def responsible(work: Work, row: Difficulty) -> tuple[int, ...]:
    """Who has the case; while nobody has, all who were told of it."""
    if row.assignee_id is not None:
        return (row.assignee_id,)
    return tuple(one.person_id for one in chain.first_helpers(work, row))
