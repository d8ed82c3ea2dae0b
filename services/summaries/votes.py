"""Members' words on findings: by name, one per finding, the last one counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from db.models.people import Consent
from db.models.results import FindingVote, Summary
from db.models.scopes import ScopeLevel
from services.access import RULES, Action, holdings, may
from services.errors import NotFound, ServiceError
from services.scopes import place
from services.summaries.views import codes
from services.work import Work


class Choice(StrEnum):
    """What an association may do about a finding."""

    PLAN = "plan"
    NOT_OURS = "not_ours"
    HELP = "help"


class NotAMember(ServiceError):
    """Only people with consent who belong to the association's place vote; there is a way in."""


class FindingGone(ServiceError):
    """A newer summary took this one's place, and this finding is not in it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the votes on one finding stand, and the actor's own."""

    code: str
    own: Choice
    plan: int
    not_ours: int
    help: int


def vote(work: Work, summary_id: int, finding: int, choice: Choice) -> Standing:
    """Write the actor's word on a finding (numbered from 1), in place of an earlier one."""
    summary, number = _present(work, summary_id, finding)
    account = _member(work, summary)
    mine = work.session.scalars(
        select(FindingVote).where(
            FindingVote.summary_id == summary.id,
            FindingVote.finding == number,
            FindingVote.account == account,
        )
    ).first()
    if mine is None:
        mine = FindingVote(summary_id=summary.id, finding=number, account=account)
        work.session.add(mine)
    mine.name, mine.choice, mine.at = work.actor.name, choice, work.now
    work.session.flush()
    counts = tally(work, summary.id, number)
    return Standing(
        codes(summary)[number - 1],
        choice,
        counts[Choice.PLAN],
        counts[Choice.NOT_OURS],
        counts[Choice.HELP],
    )


def tally(work: Work, summary_id: int, finding: int) -> Counter[str]:
    """How many chose what."""
    return Counter(
        work.session.scalars(
            select(FindingVote.choice).where(
                FindingVote.summary_id == summary_id, FindingVote.finding == finding
            )
        )
    )


def belongs(work: Work, association_id: int) -> bool:
    """Whether the actor is of the association's place, with a consent that stands."""
    where = place(work.session, association_id)
    if not _consents(work):
        return False
    if may(work, Action.VOTE, where.path):
        return True
    parent = place(work.session, where.parent_id) if where.parent_id else None
    if parent is None or parent.level is ScopeLevel.SCHOOL:
        return False
    # A municipality's association is made of people of its schools.
    return any(
        held.role in RULES[Action.VOTE] and held.path.startswith(parent.path)
        for held in holdings(work)
    )


def _member(work: Work, summary: Summary) -> int:
    account = work.actor.account
    if summary.association_id is None or account is None:
        raise NotFound
    if not belongs(work, summary.association_id):
        raise NotAMember
    return account


def _consents(work: Work) -> bool:
    if work.actor.person_id is None:
        return False
    return (
        work.session.execute(
            select(Consent.id).where(
                Consent.person_id == work.actor.person_id, Consent.withdrawn_at.is_(None)
            )
        ).first()
        is not None
    )


def _present(work: Work, summary_id: int, finding: int) -> tuple[Summary, int]:
    """The summary that stands now, and the number the same skill has in it."""
    summary = work.session.get(Summary, summary_id)
    if summary is None or not 1 <= finding <= len(codes(summary)):
        raise NotFound
    code = codes(summary)[finding - 1]
    while summary.followed_by is not None:
        summary = work.session.get_one(Summary, summary.followed_by)
    if code not in codes(summary):
        raise FindingGone
    return summary, codes(summary).index(code) + 1
