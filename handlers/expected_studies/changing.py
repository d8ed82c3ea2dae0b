"""Another due day, out of the calendar and back, «it was not held here»."""

from __future__ import annotations

from handlers import forms
from handlers.expected_studies.adding import day_choices, due_day
from handlers.expected_studies.buttons import (
    CancelExpected,
    ExcuseSchool,
    MoveExpected,
    NotHeld,
    RestoreExpected,
    WhatNotHeld,
    WhereNotHeld,
)
from handlers.expected_studies.calendar import gone, one_study
from handlers.expected_studies.excusing_screens import NotHeldWhat, NotHeldWhere, SchoolExcused
from handlers.expected_studies.planning_screens import StudiesCancelled, StudiesRestored
from handlers.forms.ends import Known, Values
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from services import expected_studies
from services.errors import NotFound

routes = Routes()
FORM = "due_day"


@routes.press(MoveExpected)
def move(context: Context, button: MoveExpected) -> Outcome:
    """Ask for another due day."""
    try:
        days = expected_studies.days_for(context.work, button.expected)
    except NotFound:
        return gone(context)
    choices = {"days": day_choices(FORM, days)}
    about = f"expected:{button.expected}"
    return forms.begin(context, FORM, {"expected": button.expected}, choices, about=about)


@forms.finished(FORM)
def moved(context: Context, values: Values, known: Known) -> Outcome:
    """Set it, and show the study."""
    expected = int(known["expected"])
    expected_studies.move(context.work, expected, due_day(values))
    return one_study(context, expected)


@routes.press(CancelExpected)
def cancel(context: Context, button: CancelExpected) -> Outcome:
    """Take it out."""
    titles = expected_studies.cancel(context.work, button.first, button.last)
    return StudiesCancelled(button.first, button.last, titles) if titles else gone(context)


@routes.press(RestoreExpected)
def restore(context: Context, button: RestoreExpected) -> Outcome:
    """Put it back."""
    titles = expected_studies.restore(context.work, button.first, button.last)
    return StudiesRestored(button.first, button.last, titles) if titles else gone(context)


@routes.press(WhereNotHeld)
def where_not_held(context: Context, button: WhereNotHeld) -> Outcome:
    """Ask in which schools."""
    return _where(context, button.expected, button.page)


@routes.press(ExcuseSchool)
def excuse_school(context: Context, button: ExcuseSchool) -> Outcome:
    """Mark a school, or take the mark away, and stay with the list."""
    expected_studies.excuse(context.work, button.expected, button.school, held=button.held)
    return _where(context, button.expected, button.page)


@routes.press(WhatNotHeld)
def what_not_held(context: Context, button: WhatNotHeld) -> Outcome:
    """Ask which study."""
    return NotHeldWhat(expected_studies.overview(context.work, button.school), button.page)


@routes.press(NotHeld)
def not_held(context: Context, button: NotHeld) -> Outcome:
    """Mark it for one's school; say if the results are there already."""
    try:
        shown = expected_studies.shown(context.work, button.expected, button.school)
    except NotFound:
        return gone(context)
    if shown.brief.sent_at is not None:
        return one_study(context, button.expected, button.school)
    expected_studies.excuse(context.work, button.expected, button.school, held=button.held)
    waited = expected_studies.overview(context.work, button.school).waited
    return SchoolExcused(
        button.expected,
        button.school,
        shown.brief.title,
        button.held,
        more=any(one.id != button.expected for one in waited),
    )


def _where(context: Context, expected: int, page: int) -> Outcome:
    try:
        return NotHeldWhere(expected_studies.shown(context.work, expected), page)
    except NotFound:
        return gone(context)
