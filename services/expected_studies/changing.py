"""Moving what is expected to another day, taking it out and putting it back, excusing a school."""

from __future__ import annotations

from datetime import date

from sqlalchemy import update

from db.models.expected_studies import ExpectedSchool, ExpectedStudy
from services.access import Action, authorize, record
from services.errors import NotFound
from services.expected_studies.entries import row_of, title_of
from services.expected_studies.planning import check_day, together
from services.expected_studies.reminding import remind_later
from services.scopes import place
from services.studies import Title
from services.work import Work


def move(work: Work, expected_id: int, due_on: date) -> None:
    """Expect it by another day."""
    row = _own(work, expected_id)
    where = place(work.session, row.scope_id)
    if row.cancelled_at is not None:
        raise NotFound
    check_day(work, where, due_on)
    row.due_on, row.year = due_on.isoformat(), due_on.year
    work.session.flush()
    record(work, "expected_study_moved", f"expected:{row.id}", due_on=row.due_on)
    remind_later(work, row)


def cancel(work: Work, first: int, last: int = 0) -> tuple[Title, ...]:
    """Take studies out of the calendar; whoever has sent has sent. What they were called."""
    rows = together(work, first, last) if last else [_own(work, first)]
    for row in rows:
        row.cancelled_at = row.cancelled_at or work.now
        record(work, "expected_study_cancelled", f"expected:{row.id}")
    work.session.flush()
    return tuple(title_of(row) for row in rows)


def restore(work: Work, first: int, last: int = 0) -> tuple[Title, ...]:
    """Put what was cancelled back."""
    rows = together(work, first, last) if last else [_own(work, first)]
    for row in rows:
        row.cancelled_at = None
        record(work, "expected_study_restored", f"expected:{row.id}")
    work.session.flush()
    for row in rows:
        remind_later(work, row)
    return tuple(title_of(row) for row in rows)


def excuse(work: Work, expected_id: int, school_id: int, *, held: bool = False) -> None:
    """A study was not held in a school, so nothing is expected; `held`: it was after all."""
    where = place(work.session, school_id)
    authorize(work, Action.PLAN_STUDIES, where.path)
    changed = work.session.scalars(
        update(ExpectedSchool)
        .where(ExpectedSchool.expected_id == expected_id, ExpectedSchool.scope_id == school_id)
        .values(excused_at=None if held else work.now)
        .returning(ExpectedSchool.id)
    ).all()
    if not changed:
        raise NotFound
    name = "expected_school_back" if held else "expected_school_excused"
    record(work, name, f"expected:{expected_id}", school=school_id)
    if held:
        remind_later(work, row_of(work, expected_id))


def _own(work: Work, expected_id: int) -> ExpectedStudy:
    row = row_of(work, expected_id)
    authorize(work, Action.PLAN_STUDIES, place(work.session, row.scope_id).path)
    return row
