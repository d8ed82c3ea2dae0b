"""What became of a plan: asked once, on the day itself, of one person who leads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.models.decisions import Decision, DecisionItem
from db.models.results import Study
from services.associations import leaders
from services.decisions.days import after_lessons, calendar_at, today_at
from services.decisions.notices import TermCame
from services.decisions.rights import must_lead, newest
from services.decisions.views import ItemView, items_of, view_of
from services.errors import NotFound
from services.jobs import Params, timed
from services.notices import ToPerson, Urgency
from services.scopes import place
from services.studies import title
from services.summaries.votes import Choice
from services.work import Work
from services.working_time import not_at_night

OUTCOMES = ("done", "partly")
MOVED = "moved"


def watch(work: Work, row: Decision) -> None:
    """Plan the one question for every day of a recorded decision's plan that is to come."""
    path = place(work.session, row.association_id).path
    for day in sorted({one.due_on for one in _unasked(work, row) if one.due_on}):
        due = after_lessons(calendar_at(work, path), date.fromisoformat(day))
        if due > work.now:
            work.later(
                "decisions.due",
                {"decision_id": row.id, "day": day},
                due_at=due,
                key=f"decision:{row.id}:due:{day}",
            )


@timed("decisions.due")
def ask(work: Work, params: Params) -> None:
    """Ask whoever leads about the areas of this day, one after another in one message."""
    row = work.session.get(Decision, params["decision_id"])
    if row is None or row.status != "recorded":
        return
    path = place(work.session, row.association_id).path
    calendar = calendar_at(work, path)
    today = today_at(work, path)
    if not calendar.works(today):
        # The bot was away on the day itself: not on a day off, then.
        key = f"decision:{row.id}:due:{params['day']}"
        work.later("decisions.due", params, due_at=after_lessons(calendar, today), key=key)
        return
    items = [one for one in _unasked(work, row) if one.due_on == params["day"]]
    asked = _whom(work, row)
    if not items or asked is None:
        return
    for item in items:
        item.asked_at = work.now
    work.session.flush()
    work.tell(
        ToPerson(asked),
        _question(work, row, items),
        urgency=Urgency.REMINDER,
        not_before=not_at_night(work.now, calendar.zone),
    )


def tell_outcome(work: Work, item_id: int, outcome: str) -> TermCame | None:
    """Keep how an area went; the next one that was asked about with it, if one is left."""
    item, row = _own(work, item_id)
    if outcome not in OUTCOMES:
        raise NotFound
    item.outcome, item.moved_to = outcome, None
    work.session.flush()
    return _next(work, row, item)


def put_off(work: Work, item_id: int, day: date) -> TermCame | None:
    """Move an area to another day; nobody is asked again, the list shows it."""
    item, row = _own(work, item_id)
    item.outcome, item.moved_to = MOVED, day.isoformat()
    work.session.flush()
    return _next(work, row, item)


def question_about(work: Work, decision_id: int) -> TermCame | None:
    """The question about the first area of a plan nobody has told of; None when all is told."""
    row = work.session.get(Decision, decision_id)
    if row is None or row.status == "draft":
        raise NotFound
    must_lead(work, row.association_id)
    now = newest(work, row)
    open_ = _open(work, now)
    return _question(work, now, open_) if open_ else None


def area_in_plan(work: Work, item_id: int) -> tuple[int, ItemView]:
    """An area of a recorded plan and the decision it stands in now; for whoever leads."""
    item, row = _own(work, item_id)
    seen = {one.code: one for one in view_of(work, row).items}
    return row.id, seen[item.code]


def _own(work: Work, item_id: int) -> tuple[DecisionItem, Decision]:
    """An area of a recorded plan, that of the newest correction; for whoever leads now."""
    item = work.session.get(DecisionItem, item_id)
    row = None if item is None else work.session.get(Decision, item.decision_id)
    if item is None or row is None or row.status == "draft":
        raise NotFound
    must_lead(work, row.association_id)
    now = newest(work, row)
    same = (one for one in items_of(work, now.id) if one.code == item.code)
    present = next(same, None)
    if present is None or present.choice != Choice.PLAN:
        raise NotFound
    return present, now


def _next(work: Work, row: Decision, item: DecisionItem) -> TermCame | None:
    """What was asked about in the same message; of what nobody asked, all that is open."""
    open_ = _open(work, row)
    if item.asked_at is not None:
        open_ = [one for one in open_ if one.asked_at and one.due_on == item.due_on]
    return _question(work, row, open_) if open_ else None


def _question(work: Work, row: Decision, items: Sequence[DecisionItem]) -> TermCame:
    seen = {one.code: one for one in view_of(work, row).items}
    study = work.session.get_one(Study, row.study_id)
    first = items[0]
    return TermCame(first.id, row.number, title(study), seen[first.code], len(items) - 1)


def _open(work: Work, row: Decision) -> list[DecisionItem]:
    """Areas of the plan nobody has told of."""
    planned = (one for one in items_of(work, row.id) if one.choice == Choice.PLAN)
    return [one for one in planned if one.outcome is None]


def _unasked(work: Work, row: Decision) -> list[DecisionItem]:
    return [one for one in _open(work, row) if one.asked_at is None]


def _whom(work: Work, row: Decision) -> int | None:
    """The one who recorded it if they still lead, else the first who does."""
    leading = leaders(work.session, row.association_id)
    if row.person_id in leading:
        return row.person_id
    return leading[0] if leading else None
