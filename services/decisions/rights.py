"""Who decides: whoever leads the association at this moment. Others may read."""

from __future__ import annotations

from sqlalchemy import select

from db.models.decisions import Decision, DecisionItem
from db.models.results import Summary
from db.models.scopes import ScopeLevel
from services.access import Action, authorize, may
from services.associations import leaders
from services.errors import NotFound, ServiceError
from services.scopes import above, place
from services.work import Work


class NotYoursToDecide(ServiceError):
    """The association has somebody else who leads it."""


class NotADraft(ServiceError):
    """It has been recorded meanwhile: only a correction changes it; `decision_id` says which."""

    def __init__(self, decision_id: int) -> None:
        super().__init__()
        self.decision_id = decision_id


def leads(work: Work, association_id: int) -> bool:
    """Whether the actor may decide for an association now."""
    if not may(work, Action.DECIDE, place(work.session, association_id).path):
        return False
    leading = work.once(f"leaders:{association_id}", lambda: leaders(work.session, association_id))
    return work.actor.person_id in leading


def leads_summary(work: Work, summary_id: int) -> bool:
    """The same for the association a summary was made for."""
    summary = work.session.get(Summary, summary_id)
    if summary is None or summary.association_id is None:
        return False
    return leads(work, summary.association_id)


def must_lead(work: Work, association_id: int) -> None:
    """Refuse everybody who does not lead the association."""
    authorize(work, Action.DECIDE, place(work.session, association_id).path)
    if not leads(work, association_id):
        raise NotYoursToDecide


def draft_row(work: Work, decision_id: int) -> Decision:
    """The draft, for whoever leads; raise NotADraft once it is recorded."""
    row = work.session.get(Decision, decision_id)
    if row is None:
        raise NotFound
    must_lead(work, row.association_id)
    if row.status != "draft":
        raise NotADraft(row.id)
    return row


def draft_item(work: Work, item_id: int) -> DecisionItem:
    """An area of a draft, for whoever leads."""
    item = work.session.get(DecisionItem, item_id)
    if item is None:
        raise NotFound
    draft_row(work, item.decision_id)
    return item


def seen_row(work: Work, decision_id: int) -> Decision:
    """A decision, for those who may read it; a draft for whoever leads only."""
    row = work.session.get(Decision, decision_id)
    if row is None or not _sees(work, row):
        raise NotFound
    return row


def level_of(work: Work, association_id: int) -> ScopeLevel:
    """Whether an association is of a school or of a municipality."""
    path = place(work.session, association_id).path
    school = above(work.session, path, ScopeLevel.SCHOOL)
    return ScopeLevel.MUNICIPALITY if school is None else ScopeLevel.SCHOOL


def newest(work: Work, row: Decision) -> Decision:
    """The decision that stands in place of an older one."""
    while row.followed_by is not None:
        row = work.session.get_one(Decision, row.followed_by)
    return row


def standing(work: Work, association_id: int, study_id: int, status: str) -> Decision | None:
    """The draft or the recorded decision of an association about a study."""
    return work.session.scalars(
        select(Decision)
        .where(
            Decision.association_id == association_id,
            Decision.study_id == study_id,
            Decision.status == status,
        )
        .order_by(Decision.id.desc())
    ).first()


def _sees(work: Work, row: Decision) -> bool:
    if row.status == "draft":
        return leads(work, row.association_id)
    return may(work, Action.SEE_DECISIONS, place(work.session, row.association_id).path)
