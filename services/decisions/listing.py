"""Decisions one may read: the list, and one of them whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import false, or_, select
from sqlalchemy.orm import defer

from db.models.decisions import Decision
from db.models.results import Study
from db.models.scopes import Scope
from services.access import RULES, Action, holdings
from services.decisions.recording import coming_number
from services.decisions.rights import leads, newest, seen_row, standing
from services.decisions.views import DecisionView, held_on, items_of, view_of
from services.studies import Title, title
from services.work import Work

LISTED = 60


@dataclass(frozen=True, slots=True)
class Listed:
    """A decision in a list; `number` is 0 for a draft of new minutes."""

    decision_id: int
    number: int
    draft: bool
    held_on: date
    title: Title
    association: str


@dataclass(frozen=True, slots=True)
class Card:
    """A decision as somebody sees it: whether they lead, and what it follows."""

    view: DecisionView
    leads: bool
    """Whether the viewer may correct it and tell how it went."""
    items: tuple[int, ...]
    """The ids of its areas, in their order."""
    coming: int
    """The number a draft gets if it is recorded now; of a recorded one its own."""


def listed(work: Work) -> tuple[Listed, ...]:
    """What stands now in the actor's places: drafts of their own first, then the newest."""
    paths = {held.path for held in holdings(work) if held.role in RULES[Action.SEE_DECISIONS]}
    rows = work.session.execute(
        select(Decision, Study, Scope.name)
        .join(Scope, Scope.id == Decision.association_id)
        .join(Study, Study.id == Decision.study_id)
        .options(defer(Study.data))
        .where(
            Decision.status.in_(("draft", "recorded")),
            or_(false(), *(Scope.path.startswith(path) for path in sorted(paths))),
        )
        .order_by(Decision.recorded_at.is_not(None), Decision.held_on.desc(), Decision.id.desc())
        .limit(2 * LISTED)
    )
    found = [
        Listed(row.id, row.number, row.status == "draft", held_on(work, row), title(study), name)
        for row, study, name in rows
        if row.status != "draft" or leads(work, row.association_id)
    ]
    return tuple(found[:LISTED])


def card(work: Work, decision_id: int) -> Card:
    """The decision that stands in place of this one, for those who may read it."""
    row = newest(work, seen_row(work, decision_id))
    ids = tuple(item.id for item in items_of(work, row.id))
    coming = coming_number(work, row) if row.status == "draft" else row.number
    return Card(view_of(work, row), leads(work, row.association_id), ids, coming)


def latest(work: Work, association_id: int, study_id: int) -> DecisionView | None:
    """The recorded decision of an association about a study; whoever shows it authorises."""
    row = standing(work, association_id, study_id, "recorded")
    return None if row is None else view_of(work, row)
