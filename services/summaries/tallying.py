"""Three working days after a summary: its votes, gathered for the one who leads the discussion."""

from __future__ import annotations

from dataclasses import dataclass

from db.models.results import Summary
from db.models.scopes import ScopeLevel
from services.associations import leaders
from services.findings import summary_of
from services.jobs import Params, timed
from services.notices import Notice, ToPerson, Urgency
from services.scopes import above, place
from services.studies import Title, title
from services.summaries.views import codes, study_of
from services.summaries.votes import Choice, tally
from services.work import Work
from services.working_time import Calendar, calendar_of

DISCUSSED_FOR = 3
"""Working days."""


@dataclass(frozen=True, slots=True)
class FindingTally:
    """How the votes on one finding stand."""

    code: str
    skill: str | None
    plan: int
    not_ours: int
    help: int


@dataclass(frozen=True)
class VotesGathered(Notice):
    """What members said of a summary; the association decides, not the program."""

    summary_id: int
    title: Title
    findings: tuple[FindingTally, ...]


def gather_later(work: Work, summary: Summary) -> None:
    """Leave the gathering for the time when all have had their say."""
    if codes(summary):
        due = _calendar(work, study_of(work, summary).scope_id)
        work.later(
            "summaries.gather",
            {"summary_id": summary.id},
            due_at=due.after_working_days(work.now, DISCUSSED_FOR),
            key=f"summary:{summary.id}:gather",
        )


@timed("summaries.gather")
def gather(work: Work, params: Params) -> None:
    """Tell whoever leads the association how the votes stand; silence is not reported."""
    summary = work.session.get_one(Summary, params["summary_id"])
    told = tallies(work, summary)
    silent = not any(one.plan + one.not_ours + one.help for one in told)
    if summary.followed_by is not None or summary.association_id is None or silent:
        return
    notice = VotesGathered(summary.id, title(study_of(work, summary)), told)
    for person_id in leaders(work.session, summary.association_id):
        key = f"summary:{summary.id}:votes:{person_id}"
        work.tell(ToPerson(person_id), notice, urgency=Urgency.REMINDER, key=key)


def tallies(work: Work, summary: Summary) -> tuple[FindingTally, ...]:
    """How the votes on every finding stand, in their order."""
    found = []
    shown = codes(summary)
    told = [one for one in summary_of(summary.findings).findings if one.code in shown]
    for number, finding in enumerate(told, 1):
        counts = tally(work, summary.id, number)
        plan, not_ours, helped = (counts[choice] for choice in Choice)
        found.append(FindingTally(finding.code, finding.skill, plan, not_ours, helped))
    return tuple(found)


def _calendar(work: Work, scope_id: int) -> Calendar:
    path = place(work.session, scope_id).path
    municipality = above(work.session, path, ScopeLevel.MUNICIPALITY)
    return calendar_of({} if municipality is None else municipality.details)
