"""Waiting for the meeting: its day is kept, and brought up once on the working day before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db.models.decisions import Decision
from db.models.results import Study, Summary
from services.associations import leaders
from services.decisions.beginning import open_decision
from services.decisions.days import calendar_at, eve, today_at
from services.decisions.notices import MeetingComes
from services.decisions.rights import draft_row, must_lead
from services.decisions.views import newest_summary
from services.errors import NotFound
from services.jobs import Params, timed
from services.notices import ToPerson, Urgency
from services.scopes import place
from services.studies import title
from services.summaries.tallying import VotesGathered, tallies
from services.work import Work
from services.working_time import not_at_night


@dataclass(frozen=True, slots=True)
class Waiting:
    """A meeting that is waited for; `reminded` whether there is time to bring it up before."""

    decision_id: int
    held_on: date
    reminded: bool


def votes(work: Work, summary_id: int) -> VotesGathered:
    """How the votes on a summary stand now, or on the one that followed it; for whoever leads."""
    summary = work.session.get(Summary, summary_id)
    if summary is None or summary.association_id is None:
        raise NotFound
    must_lead(work, summary.association_id)
    summary = newest_summary(work, summary)
    study = work.session.get_one(Study, summary.study_id)
    return VotesGathered(summary.id, title(study), tallies(work, summary))


def wait_for(work: Work, summary_id: int, day: date) -> Waiting:
    """Wait for a meeting about a summary; for whoever leads."""
    return wait_until(work, open_decision(work, summary_id), day)


def wait_until(work: Work, decision_id: int, day: date) -> Waiting:
    """Keep the day of the meeting and plan the one reminder."""
    row = draft_row(work, decision_id)
    row.held_on = day.isoformat()
    key = f"decision:{row.id}:meeting"
    due = eve(calendar_at(work, place(work.session, row.association_id).path), day)
    if due > work.now:
        work.later("decisions.meeting", {"decision_id": row.id}, due_at=due, key=key)
    else:
        work.never_mind(key)
    work.session.flush()
    return Waiting(row.id, day, due > work.now)


@timed("decisions.meeting")
def meeting_comes(work: Work, params: Params) -> None:
    """Bring the meeting up, unless all is recorded or the day has passed meanwhile."""
    row = work.session.get(Decision, params["decision_id"])
    if row is None or row.status != "draft" or not row.held_on:
        return
    day = date.fromisoformat(row.held_on)
    path = place(work.session, row.association_id).path
    if day < today_at(work, path):
        return
    summary = newest_summary(work, work.session.get_one(Summary, row.summary_id))
    study = work.session.get_one(Study, row.study_id)
    notice = MeetingComes(row.id, summary.id, title(study), day, tallies(work, summary))
    leading = leaders(work.session, row.association_id)
    morning = not_at_night(work.now, calendar_at(work, path).zone)
    for person_id in [row.person_id] if row.person_id in leading else leading:
        work.tell(ToPerson(person_id), notice, urgency=Urgency.REMINDER, not_before=morning)
