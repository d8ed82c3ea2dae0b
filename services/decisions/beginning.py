"""Beginning: an area per finding with everything suggested, or a correction of the record."""

from __future__ import annotations

from db.models.decisions import Decision, DecisionItem
from db.models.results import Summary
from services.decisions import suggesting
from services.decisions.days import calendar_at, terms, today_at
from services.decisions.rights import (
    NotADraft,
    draft_row,
    level_of,
    must_lead,
    newest,
    standing,
)
from services.decisions.suggesting import Owner
from services.decisions.views import findings_of, items_of, newest_summary, votes_on
from services.errors import NotFound, ServiceError
from services.scopes import place
from services.work import Work

MOST_AREAS = 6


class NothingToDecide(ServiceError):
    """The summary has no areas: the works were too few, or all is well."""


def open_decision(work: Work, summary_id: int) -> int:
    """The draft about a summary's study, made now if there is none; for whoever leads.

    Raise NotADraft where the association has recorded its decision already.
    """
    summary = newest_summary(work, work.session.get(Summary, summary_id))
    association_id = summary.association_id
    if association_id is None:
        raise NotFound
    must_lead(work, association_id)
    draft = standing(work, association_id, summary.study_id, "draft")
    if draft is not None:
        refresh(work, draft.id)
        return draft.id
    recorded = standing(work, association_id, summary.study_id, "recorded")
    if recorded is not None:
        raise NotADraft(recorded.id)
    if not findings_of(summary):
        raise NothingToDecide
    return _begin(work, summary, association_id).id


def correct(work: Work, decision_id: int) -> int:
    """A draft that will take the place of a recorded decision; the same one when asked twice."""
    old = work.session.get(Decision, decision_id)
    if old is None:
        raise NotFound
    old = newest(work, old)
    must_lead(work, old.association_id)
    if old.status == "draft":
        return old.id
    draft = standing(work, old.association_id, old.study_id, "draft")
    if draft is not None:
        refresh(work, draft.id)
        return draft.id
    return _begin_again(work, old).id


def refresh(work: Work, decision_id: int) -> bool:
    """Let a draft follow its summary when a newer one took its place; whether it changed."""
    row = draft_row(work, decision_id)
    before = work.session.get_one(Summary, row.summary_id)
    summary = newest_summary(work, before)
    if summary.id == before.id:
        return False
    row.summary_id = summary.id
    found = findings_of(summary)
    for item in items_of(work, row.id):
        if item.code not in found and row.corrects is None:
            work.session.delete(item)
    work.session.flush()
    _add_areas(work, row, summary)
    return True


def _begin(work: Work, summary: Summary, association_id: int) -> Decision:
    row = Decision(
        association_id=association_id,
        study_id=summary.study_id,
        summary_id=summary.id,
        number=0,
        school_year=0,
        held_on="",
        status="draft",
        person_id=work.actor.person_id,
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    _add_areas(work, row, summary)
    return row


def _begin_again(work: Work, old: Decision) -> Decision:
    summary = newest_summary(work, work.session.get(Summary, old.summary_id))
    row = Decision(
        association_id=old.association_id,
        study_id=old.study_id,
        summary_id=summary.id,
        number=old.number,
        school_year=old.school_year,
        held_on=old.held_on,
        status="draft",
        person_id=work.actor.person_id,
        note=old.note,
        created_at=work.now,
        corrects=old.id,
    )
    work.session.add(row)
    work.session.flush()
    for item in items_of(work, old.id):
        work.session.add(_copied(item, row.id))
    work.session.flush()
    _add_areas(work, row, summary)
    return row


def _copied(item: DecisionItem, decision_id: int) -> DecisionItem:
    return DecisionItem(
        decision_id=decision_id,
        code=item.code,
        skill=item.skill,
        choice=item.choice,
        measure=item.measure,
        owner=item.owner,
        due_on=item.due_on,
        votes={},
        outcome=item.outcome,
        moved_to=item.moved_to,
        asked_at=item.asked_at,
    )


def _add_areas(work: Work, row: Decision, summary: Summary) -> None:
    """An area for every finding the decision has none for yet, as the votes have it."""
    known = {item.code for item in items_of(work, row.id)}
    path = place(work.session, row.association_id).path
    due = terms(calendar_at(work, path), today_at(work, path)).quarter
    for code, found in findings_of(summary).items():
        if code in known or len(known) == MOST_AREAS:
            continue
        known.add(code)
        work.session.add(
            DecisionItem(
                decision_id=row.id,
                code=code,
                skill=found.skill,
                choice=suggesting.choice(votes_on(work, summary, code)),
                measure=suggesting.measures(found)[0],
                owner=suggesting.owner(Owner.ALL, level_of(work, row.association_id)),
                due_on=due.isoformat(),
                votes={},
            )
        )
    work.session.flush()
