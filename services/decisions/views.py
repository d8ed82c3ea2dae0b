"""A decision as its readers and its papers need it: plain values, no rows, nobody's figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from db.models.decisions import Decision, DecisionItem
from db.models.people import Person
from db.models.results import FindingVote, Study, Summary
from db.models.scopes import ScopeLevel
from services.analysis import Finding
from services.decisions.days import day_at, today_at
from services.errors import NotFound
from services.findings import summary_of
from services.scopes import Place, above, place
from services.studies import Title, title
from services.summaries.shown import PEERS
from services.summaries.views import codes
from services.summaries.votes import Choice, tally
from services.work import Work


@dataclass(frozen=True, slots=True)
class ItemView:
    """One area decided about; percents 0-100, all None where the summary no longer has it.

    `plan`, `not_ours` and `help` are votes: those of the moment of recording, in a draft today's.
    `measure`, `owner` and `due_on` belong to areas in the plan. `outcome` is done, partly, moved
    or None; `moved_to` the day it was put off to.
    """

    code: str
    skill: str | None
    level: str | None
    n: int | None
    percent: float | None
    low: float | None
    high: float | None
    status: str | None
    confidence: str | None
    peer_level: str | None
    peer: float | None
    plan: int
    not_ours: int
    help: int
    choice: str
    measure: str | None
    owner: str | None
    due_on: date | None
    outcome: str | None
    moved_to: date | None


@dataclass(frozen=True, slots=True)
class DecisionView:
    """Everything a paper says of a decision.

    `number` is 0 while it is a draft of new minutes. `school` is empty for an association of a
    municipality, `head` where whoever led has been forgotten. `voters` are the members who gave a
    word. `corrects` is the decision this one followed, `followed_by` the one that followed it.
    """

    id: int
    number: int
    school_year: int
    status: str
    held_on: date
    recorded_on: date | None
    association_id: int
    association: str
    school: str
    municipality: str
    region: str
    study_id: int
    summary_id: int
    title: Title
    n: int
    voters: int
    items: tuple[ItemView, ...]
    note: str
    head: str
    corrects: int | None
    followed_by: int | None

    @property
    def planned(self) -> tuple[ItemView, ...]:
        """The areas that are in the plan."""
        return tuple(one for one in self.items if one.choice == Choice.PLAN)


def view(work: Work, decision_id: int) -> DecisionView:
    """The whole of a decision; whoever shows it to a person authorises them first."""
    row = work.session.get(Decision, decision_id)
    if row is None:
        raise NotFound
    return view_of(work, row)


def view_of(work: Work, row: Decision) -> DecisionView:
    """The same of a row at hand."""
    summary = work.session.get_one(Summary, row.summary_id)
    study = work.session.get_one(Study, row.study_id)
    where = place(work.session, row.association_id)
    return DecisionView(
        id=row.id,
        number=row.number,
        school_year=row.school_year,
        status=row.status,
        held_on=held_on(work, row),
        recorded_on=day_at(work, where.path, row.recorded_at) if row.recorded_at else None,
        association_id=where.id,
        association=where.name,
        school=_name(work, where, ScopeLevel.SCHOOL),
        municipality=_name(work, where, ScopeLevel.MUNICIPALITY),
        region=_name(work, where, ScopeLevel.REGION),
        study_id=study.id,
        summary_id=summary.id,
        title=title(study),
        n=summary_of(summary.findings).n,
        voters=_voters(work, summary.id),
        items=_items(work, row, summary),
        note=row.note or "",
        head=_head(work, row.person_id),
        corrects=row.corrects,
        followed_by=row.followed_by,
    )


def held_on(work: Work, row: Decision) -> date:
    """The day of the meeting; today until somebody says another."""
    if row.held_on:
        return date.fromisoformat(row.held_on)
    return today_at(work, place(work.session, row.association_id).path)


def items_of(work: Work, decision_id: int) -> Sequence[DecisionItem]:
    """The areas of a decision, in their order."""
    return work.session.scalars(
        select(DecisionItem)
        .where(DecisionItem.decision_id == decision_id)
        .order_by(DecisionItem.id)
    ).all()


def votes_on(work: Work, summary: Summary, code: str) -> dict[str, int]:
    """How many members chose what for an area, by today."""
    known = codes(summary)
    if code not in known:
        return dict.fromkeys(Choice, 0)
    counts = tally(work, summary.id, known.index(code) + 1)
    return {choice.value: counts[choice] for choice in Choice}


def findings_of(summary: Summary) -> Mapping[str, Finding]:
    """The areas of a summary by their codes; none where the works were too few to judge."""
    if not summary.findings["judged"]:
        return {}
    return {one.code: one for one in summary_of(summary.findings).findings}


def newest_summary(work: Work, summary: Summary | None) -> Summary:
    """The summary that stands in place of an older one; raise NotFound where there is none."""
    if summary is None:
        raise NotFound
    while summary.followed_by is not None:
        summary = work.session.get_one(Summary, summary.followed_by)
    return summary


def _items(work: Work, row: Decision, summary: Summary) -> tuple[ItemView, ...]:
    found = findings_of(summary)
    return tuple(
        _item(one, found.get(one.code), one.votes or votes_on(work, summary, one.code))
        for one in items_of(work, row.id)
    )


def _item(row: DecisionItem, found: Finding | None, votes: Mapping[str, Any]) -> ItemView:
    peer = next((one for level in PEERS if found and (one := found.peer(level))), None)
    planned = row.choice == Choice.PLAN
    return ItemView(
        code=row.code,
        skill=row.skill,
        level=found.level if found else None,
        n=found.n if found else None,
        percent=found.percent if found else None,
        low=found.low if found else None,
        high=found.high if found else None,
        status=found.status if found else None,
        confidence=found.confidence if found else None,
        peer_level=peer.level if peer else None,
        peer=peer.percent if peer else None,
        plan=int(votes.get(Choice.PLAN, 0)),
        not_ours=int(votes.get(Choice.NOT_OURS, 0)),
        help=int(votes.get(Choice.HELP, 0)),
        choice=row.choice,
        measure=row.measure if planned else None,
        owner=row.owner if planned else None,
        due_on=_day(row.due_on) if planned else None,
        outcome=row.outcome if planned else None,
        moved_to=_day(row.moved_to) if planned else None,
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _name(work: Work, where: Place, level: ScopeLevel) -> str:
    found = above(work.session, where.path, level)
    return "" if found is None else found.name


def _voters(work: Work, summary_id: int) -> int:
    counted = select(func.count(FindingVote.account.distinct())).where(
        FindingVote.summary_id == summary_id
    )
    return work.session.scalar(counted) or 0


def _head(work: Work, person_id: int | None) -> str:
    if person_id is None:
        return ""
    return work.session.scalar(select(Person.name).where(Person.id == person_id)) or ""
