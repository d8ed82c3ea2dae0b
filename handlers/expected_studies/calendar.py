"""/calendar: what is expected of which school by when, who has sent it."""

from __future__ import annotations

from handlers.commands import role_command
from handlers.expected_studies.buttons import (
    OpenCalendar,
    OpenExpected,
    OpenMissing,
    OpenSchools,
)
from handlers.expected_studies.calendar_screens import (
    CalendarShown,
    ExpectedShown,
    MissingShown,
    SchoolsShown,
)
from handlers.help import help_line
from handlers.menu import menu_entry
from handlers.old_buttons import opens_now
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply, Toast
from handlers.ui.routes import Routes
from services import expected_studies
from services.access import RULES, Action
from services.errors import NotFound

routes = Routes()
READERS, ORDER = RULES[Action.SEE_CALENDAR], 310
PREFIXES = ("exl", "exi", "exs", "exm", "exa", "exas", "exag", "exsub", "exgrd", "exc", "exr")
MORE_PREFIXES = ("exd", "exw", "exh", "exx", "exn")

menu_entry(READERS, ORDER, "expected-menu", OpenCalendar())
role_command(READERS, ORDER, "calendar")
help_line(READERS, ORDER, "expected-help")


@routes.command("calendar")
@opens_now(*PREFIXES, *MORE_PREFIXES)
def calendar(context: Context) -> Outcome:
    """What is waited for."""
    return CalendarShown(expected_studies.overview(context.work))


@routes.press(OpenCalendar)
def calendar_pressed(context: Context, button: OpenCalendar) -> Outcome:
    """Another page, another half, or a school's."""
    inside = bool(button.school)
    shown = expected_studies.overview(context.work, button.school or None)
    return CalendarShown(shown, button.page, button.done, inside=inside)


@routes.press(OpenExpected)
def open_study(context: Context, button: OpenExpected) -> Outcome:
    """One study."""
    return one_study(context, button.expected, button.school)


@routes.press(OpenMissing)
def open_missing(context: Context, button: OpenMissing) -> Outcome:
    """All who have not sent it."""
    try:
        return MissingShown(expected_studies.shown(context.work, button.expected), button.page)
    except NotFound:
        return gone(context)


@routes.press(OpenSchools)
def open_schools(context: Context, button: OpenSchools) -> Outcome:
    """The schools by name."""
    return SchoolsShown(expected_studies.by_school(context.work), button.page)


def one_study(context: Context, expected: int, school: int = 0) -> Outcome:
    """One study as it stands; the calendar where it is there no more."""
    try:
        shown = expected_studies.shown(context.work, expected, school or None)
    except NotFound:
        return gone(context)
    return ExpectedShown(shown, inside=bool(school))


def gone(context: Context) -> Outcome:
    """The calendar, for a study that is not in it any more."""
    present = CalendarShown(expected_studies.overview(context.work))
    return Reply(present, toast=Toast("expected-gone"))
