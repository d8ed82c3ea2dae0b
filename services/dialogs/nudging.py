"""A draft is brought up once, two hours after its last answer, without a sound."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from db import dialogs
from db.dialogs import Which
from db.models.people import Person
from services.dialogs.filling import Filling, opened
from services.jobs import timed
from services.notices import Notice, ToPerson, Urgency
from services.work import Work
from services.working_time import DEFAULT_ZONE, not_at_night

NUDGE_AFTER = timedelta(hours=2)


@dataclass(frozen=True)
class DraftWaits(Notice):
    """A form was left half-way: once, silently."""

    form: str
    title: str
    step: int


@timed("dialogs.nudge")
def nudge(work: Work, params: dict[str, Any]) -> None:
    """Remind of a draft once, unless the person went on or has finished."""
    row = dialogs.named(work.session, Which(params["chat_id"], params["form"], params["about"]))
    if row is None or row.nudged:
        return
    filling = opened(work, row)
    if row.updated_at > work.now - NUDGE_AFTER:
        # They were at it meanwhile: an answer costs no write to put this off, so it is done here.
        nudge_later(work, filling, since=row.updated_at)
        return
    if filling.untouched:
        return
    person_id = work.session.scalar(select(Person.id).where(Person.account == row.chat_id))
    if person_id is None:
        return
    dialogs.change(work.session, filling.which, nudged=True)
    work.tell(
        ToPerson(person_id),
        DraftWaits(filling.name, filling.form.title, filling.step),
        urgency=Urgency.REMINDER,
    )


def nudge_later(work: Work, filling: Filling, *, since: datetime | None = None) -> None:
    """Plan to bring the draft up, two hours after now or after `since`; by day only."""
    params = {"chat_id": filling.chat_id, "form": filling.name, "about": filling.about}
    due = not_at_night((since or work.now) + NUDGE_AFTER, DEFAULT_ZONE)
    work.later("dialogs.nudge", params, due_at=due, key=nudge_key(filling))


def nudge_key(filling: Filling) -> str:
    """What the plan is called, so that it can be cancelled."""
    return f"dialog:{filling.chat_id}:{filling.name}:{filling.about}"
