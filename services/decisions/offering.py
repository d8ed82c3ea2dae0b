"""What can be chosen by a press: measures, owners, days; for whoever leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from db.models.decisions import Decision, DecisionItem
from db.models.results import Summary
from services.decisions import suggesting
from services.decisions.days import calendar_at, in_weeks, terms, today_at
from services.decisions.rights import draft_item, level_of, must_lead
from services.decisions.suggesting import Owner
from services.decisions.views import ItemView, findings_of, items_of, view_of
from services.errors import NotFound
from services.scopes import place
from services.work import Work

Days = tuple[tuple[str, date], ...]
"""(quarter | month | meeting, day), the nearest first."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where an area stands in its decision, counted from 0."""

    decision_id: int
    place: int
    view: ItemView


def area(work: Work, item_id: int) -> Area:
    """An area of a draft."""
    item = draft_item(work, item_id)
    row = work.session.get_one(Decision, item.decision_id)
    ids = [one.id for one in items_of(work, row.id)]
    at = ids.index(item.id)
    return Area(row.id, at, view_of(work, row).items[at])


def measures(work: Work, item_id: int) -> tuple[str, ...]:
    """The measures that suit an area of a draft."""
    item = draft_item(work, item_id)
    return measures_for(work, item)


def measures_for(work: Work, item: DecisionItem) -> tuple[str, ...]:
    """The same of a row at hand."""
    row = work.session.get_one(Decision, item.decision_id)
    summary = work.session.get_one(Summary, row.summary_id)
    return suggesting.measures(findings_of(summary).get(item.code))


def owners(work: Work, item_id: int) -> tuple[tuple[Owner, str], ...]:
    """Whom an area of a draft may be given to by a press, with the words for each."""
    item = draft_item(work, item_id)
    row = work.session.get_one(Decision, item.decision_id)
    level = level_of(work, row.association_id)
    return tuple((who, suggesting.owner(who, level)) for who in Owner)


def days(work: Work, association_id: int) -> Days:
    """The usual days for «until when»: the ends of month and quarter, a meeting that is known."""
    must_lead(work, association_id)
    path = place(work.session, association_id).path
    today = today_at(work, path)
    ends = terms(calendar_at(work, path), today)
    found = {ends.month: "month", ends.quarter: "quarter"}
    if (meeting := _next_meeting(work, association_id, today)) is not None:
        found[meeting] = "meeting"
    return tuple((found[day], day) for day in sorted(found))


def association_of(work: Work, item_id: int) -> int:
    """Whose area it is."""
    item = work.session.get(DecisionItem, item_id)
    if item is None:
        raise NotFound
    return work.session.get_one(Decision, item.decision_id).association_id


def meeting_days(work: Work, summary_id: int) -> tuple[date, ...]:
    """A week from today, and two."""
    summary = work.session.get(Summary, summary_id)
    if summary is None or summary.association_id is None:
        raise NotFound
    must_lead(work, summary.association_id)
    path = place(work.session, summary.association_id).path
    calendar, today = calendar_at(work, path), today_at(work, path)
    return tuple(in_weeks(calendar, today, weeks) for weeks in (1, 2))


def _next_meeting(work: Work, association_id: int, today: date) -> date | None:
    """The nearest meeting that some draft of the association waits for."""
    written = work.session.scalar(
        select(Decision.held_on)
        .where(
            Decision.association_id == association_id,
            Decision.status == "draft",
            Decision.held_on > today.isoformat(),
        )
        .order_by(Decision.held_on)
        .limit(1)
    )
    return None if written is None else date.fromisoformat(written)
