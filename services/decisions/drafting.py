"""The draft in the hands of whoever leads: every answer is written down at once."""

from __future__ import annotations

from datetime import date

from db.models.decisions import DecisionItem
from services.access import record
from services.decisions import suggesting
from services.decisions.offering import measures_for
from services.decisions.rights import (
    draft_item,
    draft_row,
    level_of,
)
from services.decisions.suggesting import Owner
from services.decisions.views import items_of
from services.errors import NotFound
from services.summaries.votes import Choice
from services.work import Work


def choose(work: Work, item_id: int, choice: Choice) -> DecisionItem:
    """What becomes of an area."""
    item = draft_item(work, item_id)
    item.choice = choice
    return _kept(work, item)


def set_measure(work: Work, item_id: int, words: str | None) -> DecisionItem:
    """What is done, in the head's words; None for nothing named."""
    item = draft_item(work, item_id)
    item.measure = words
    return _kept(work, item)


def take_measure(work: Work, item_id: int, number: int) -> DecisionItem:
    """One of the measures offered, counted from 0."""
    item = draft_item(work, item_id)
    offered = measures_for(work, item)
    if not 0 <= number < len(offered):
        raise NotFound
    item.measure = offered[number]
    return _kept(work, item)


def set_owner(work: Work, item_id: int, words: str | None) -> DecisionItem:
    """Who answers for it, in the head's words; nobody has to."""
    item = draft_item(work, item_id)
    item.owner = words
    return _kept(work, item)


def take_owner(work: Work, item_id: int, who: Owner | None) -> DecisionItem:
    """One of the owners offered, or none."""
    if who is None:
        return set_owner(work, item_id, None)
    row = draft_row(work, draft_item(work, item_id).decision_id)
    return set_owner(work, item_id, suggesting.owner(who, level_of(work, row.association_id)))


def set_due(work: Work, item_id: int, day: date | None) -> DecisionItem:
    """Until which day; None leaves it open."""
    item = draft_item(work, item_id)
    item.due_on = None if day is None else day.isoformat()
    return _kept(work, item)


def set_note(work: Work, decision_id: int, words: str | None) -> None:
    """What the head adds in words."""
    draft_row(work, decision_id).note = words
    work.session.flush()


def set_held_on(work: Work, decision_id: int, day: date) -> None:
    """The day of the meeting."""
    draft_row(work, decision_id).held_on = day.isoformat()
    work.session.flush()


def drop(work: Work, decision_id: int) -> None:
    """Leave a draft; a decision it was to correct stands as it was."""
    row = draft_row(work, decision_id)
    for item in items_of(work, row.id):
        work.session.delete(item)
    work.session.flush()
    work.never_mind(f"decision:{row.id}:meeting")
    record(work, "decision_draft_dropped", f"decision:{row.id}")
    work.session.delete(row)
    work.session.flush()


def _kept(work: Work, item: DecisionItem) -> DecisionItem:
    work.session.flush()
    return item
