"""From draft to record: a number of the school year, papers, a word to the group, days to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import func, select

from db.models.decisions import Decision, DecisionItem
from db.models.results import Summary
from db.models.scopes import Scope
from services.access import record as write_down
from services.associations import group_title
from services.decisions.days import calendar_at
from services.decisions.following import watch
from services.decisions.helping import ask_for_help
from services.decisions.notices import DecisionPosted
from services.decisions.rights import NotADraft, draft_row, newest, seen_row
from services.decisions.views import held_on, items_of, view_of, votes_on
from services.errors import NotFound
from services.notices import ToAssociation
from services.papers import PaperKind, order
from services.scopes import place
from services.summaries.votes import Choice
from services.work import Work


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording has done; `group` and `case` are None where there is none."""

    decision_id: int
    number: int
    group: str | None
    case: int | None
    papers: tuple[PaperKind, ...]


def record(work: Work, decision_id: int) -> Recorded:
    """Make a draft the association's decision, for whoever leads; raise NotADraft the second time.

    A correction keeps the number of the decision it follows.
    """
    row = draft_row(work, decision_id)
    # Two drafts of one association must not take the same number.
    work.session.execute(select(Scope.id).where(Scope.id == row.association_id).with_for_update())
    day = held_on(work, row)
    old = _corrected(work, row)
    if old is None:
        row.school_year = _school_year(work, row, day)
        row.number = next_number(work, row.association_id, row.school_year)
    else:
        old.status, old.followed_by = "replaced", row.id
    row.status, row.recorded_at, row.held_on = "recorded", work.now, day.isoformat()
    row.person_id = work.actor.person_id
    items = items_of(work, row.id)
    _keep_votes(work, row, items)
    _settle_plans(work, row, old)
    case = _help(work, row, items, old)
    write_down(
        work,
        "decision_recorded" if old is None else "decision_corrected",
        f"decision:{row.id}",
        association=row.association_id,
        number=row.number,
        follows=None if old is None else old.id,
    )
    work.session.flush()
    return Recorded(row.id, row.number, _post(work, row), case, order_papers(work, row))


def next_number(work: Work, association_id: int, school_year: int) -> int:
    """The number the next minutes of an association get in a school year."""
    last = work.session.scalar(
        select(func.max(Decision.number)).where(
            Decision.association_id == association_id,
            Decision.school_year == school_year,
            Decision.status != "draft",
        )
    )
    return (last or 0) + 1


def coming_number(work: Work, row: Decision) -> int:
    """The number a draft will get if it is recorded now."""
    if row.corrects is not None:
        return row.number
    year = _school_year(work, row, held_on(work, row))
    return next_number(work, row.association_id, year)


def order_papers(work: Work, row: Decision) -> tuple[PaperKind, ...]:
    """Have the plan written, if anything is planned, and the minutes, to be read last."""
    planned = any(one.choice == Choice.PLAN for one in items_of(work, row.id))
    kinds = (PaperKind.PLAN, PaperKind.MINUTES) if planned else (PaperKind.MINUTES,)
    for kind in kinds:
        order(work, kind, decision_id=row.id)
    return kinds


def papers_again(work: Work, decision_id: int) -> tuple[PaperKind, ...]:
    """Have the papers of a recorded decision written anew, for whoever may read it."""
    row = newest(work, seen_row(work, decision_id))
    if row.status == "draft":
        raise NotFound
    return order_papers(work, row)


def _corrected(work: Work, row: Decision) -> Decision | None:
    if row.corrects is None:
        return None
    old = work.session.get_one(Decision, row.corrects)
    if old.followed_by is not None:
        raise NotADraft(old.followed_by)
    return old


def _school_year(work: Work, row: Decision, day: date) -> int:
    calendar = calendar_at(work, place(work.session, row.association_id).path)
    noon = datetime.combine(day, time(12), tzinfo=calendar.zone)
    return calendar.school_year_began(noon).year


def _keep_votes(work: Work, row: Decision, items: Sequence[DecisionItem]) -> None:
    # Members may go on voting; the minutes say how it stood.
    summary = work.session.get_one(Summary, row.summary_id)
    for item in items:
        item.votes = votes_on(work, summary, item.code)
    work.session.flush()


def _settle_plans(work: Work, row: Decision, old: Decision | None) -> None:
    work.never_mind(f"summary:{row.summary_id}:gather")
    work.never_mind(f"decision:{row.id}:meeting")
    if old is not None:
        for day in {one.due_on for one in items_of(work, old.id)} - {None}:
            work.never_mind(f"decision:{old.id}:due:{day}")
    watch(work, row)


def _help(
    work: Work, row: Decision, items: Sequence[DecisionItem], old: Decision | None
) -> int | None:
    """Ask for help where it was not asked for before."""
    known = {
        one.code
        for one in (items_of(work, old.id) if old is not None else ())
        if one.choice == Choice.HELP
    }
    wanted = [one for one in items if one.choice == Choice.HELP and one.code not in known]
    return ask_for_help(work, row, wanted) if wanted else None


def _post(work: Work, row: Decision) -> str | None:
    group = group_title(work.session, row.association_id)
    if group is not None:
        work.tell(
            ToAssociation(row.association_id),
            DecisionPosted(view_of(work, row)),
            # A correction changes the post that is there: the group is not called twice.
            anchor=f"decision:{row.association_id}:{row.school_year}:{row.number}",
        )
    return group
