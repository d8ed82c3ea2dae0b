"""Three working days after a summary: its votes, gathered for the one who leads the discussion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.models.people import RoleAssignment
from db.models.results import Summary, Upload
from db.models.scopes import ScopeLevel
from services.access import Role
from services.findings import summary_of
from services.jobs import Params, timed
from services.notices import Notice, ToPerson, Urgency
from services.scopes import above, place
from services.studies import Title, title
from services.summaries.views import study_of
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
    if summary.findings["judged"] and summary_of(summary.findings).findings:
        due = _calendar(work, study_of(work, summary).scope_id)
        work.later(
            "summaries.gather",
            {"summary_id": summary.id},
            due_at=due.after_working_days(work.now, DISCUSSED_FOR),
            key=f"summary:{summary.id}:gather",
        )


@timed("summaries.gather")
def gather(work: Work, params: Params) -> None:
    """Tell the heads of the association how the votes stand; silence is not reported."""
    summary = work.session.get_one(Summary, params["summary_id"])
    told = tuple(_tallies(work, summary))
    if summary.followed_by is not None or not any(x.plan + x.not_ours + x.help for x in told):
        return
    notice = VotesGathered(summary.id, title(study_of(work, summary)), told)
    for person_id in _leaders(work, summary):
        key = f"summary:{summary.id}:votes:{person_id}"
        work.tell(ToPerson(person_id), notice, urgency=Urgency.REMINDER, key=key)


def _tallies(work: Work, summary: Summary) -> list[FindingTally]:
    found = []
    for number, finding in enumerate(summary_of(summary.findings).findings, 1):
        counts = tally(work, summary.id, number)
        plan, not_ours, helped = (counts[choice] for choice in Choice)
        found.append(FindingTally(finding.code, finding.skill, plan, not_ours, helped))
    return found


def _leaders(work: Work, summary: Summary) -> Sequence[int]:
    """The heads of the association; without one, whoever loaded the results."""
    heads = work.session.scalars(
        select(RoleAssignment.person_id)
        .where(
            RoleAssignment.role == Role.ASSOCIATION_HEAD,
            RoleAssignment.scope_id == summary.association_id,
        )
        .order_by(RoleAssignment.id)
    ).all()
    if heads or summary.upload_id is None:
        return heads
    upload = work.session.get(Upload, summary.upload_id)
    return () if upload is None else (upload.person_id,)


def _calendar(work: Work, scope_id: int) -> Calendar:
    path = place(work.session, scope_id).path
    municipality = above(work.session, path, ScopeLevel.MUNICIPALITY)
    return calendar_of({} if municipality is None else municipality.details)
