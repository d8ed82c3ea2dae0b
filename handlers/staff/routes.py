"""/staff: categories, experience, courses and subjects, as far as they may be told."""

from __future__ import annotations

from handlers.commands import role_command
from handlers.help import help_line
from handlers.menu import menu_entry
from handlers.old_buttons import opens_now
from handlers.picker import as_choices
from handlers.staff.buttons import (
    DrawStaff,
    ExportStaff,
    OpenStaff,
    OpenStaffSchools,
    OpenSubjects,
    TurnStaffPlaces,
)
from handlers.staff.file_screens import StaffNotMade, StaffPicture, StaffTable
from handlers.staff.screens import StaffSchools, StaffShown, StaffSubjects, WhichStaff
from handlers.ui.announce import announces
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply, Toast
from handlers.ui.routes import Routes
from handlers.ui.screens import Screen
from services.access import RULES, Action
from services.staff import dashboard, making

routes = Routes()
READERS, ORDER = RULES[Action.SEE_STAFF], 320

menu_entry(READERS, ORDER, "staff-menu", OpenStaff())
role_command(READERS, ORDER, "staff")
help_line(READERS, ORDER, "staff-help")


@routes.command("staff")
@opens_now("stf", "stfs", "stfo", "stfm", "stfp", "stfx")
def staff(context: Context) -> Outcome:
    """The figures of one's own place."""
    return _board(context, 0)


@routes.press(OpenStaff)
def open_staff(context: Context, button: OpenStaff) -> Outcome:
    """The figures of a place."""
    return _board(context, button.place)


@routes.press(TurnStaffPlaces)
def turn_places(context: Context, button: TurnStaffPlaces) -> Outcome:
    """Another page of municipalities."""
    return WhichStaff(as_choices(dashboard.municipalities(context.work)), button.page)


@routes.press(OpenSubjects)
def open_subjects(context: Context, button: OpenSubjects) -> Outcome:
    """Who teaches what, how many."""
    return StaffSubjects(dashboard.dashboard(context.work, button.place).whole, button.page)


@routes.press(OpenStaffSchools)
def open_schools(context: Context, button: OpenStaffSchools) -> Outcome:
    """The schools by name."""
    return StaffSchools(dashboard.dashboard(context.work, button.place), button.page)


@routes.press(DrawStaff)
def draw(context: Context, button: DrawStaff) -> Outcome:
    """Order a picture; it comes below."""
    making.order(context.work, making.PICTURE, button.place, dark=button.dark)
    return Reply(toast=Toast("staff-drawing"))


@routes.press(ExportStaff)
def export(context: Context, button: ExportStaff) -> Outcome:
    """Order a spreadsheet; it comes below."""
    making.order(context.work, making.TABLE, button.place)
    return Reply(toast=Toast("staff-tabling"))


@announces(making.StaffDrawn)
def drawn(notice: making.StaffDrawn) -> Screen:
    """The picture."""
    return StaffPicture(notice.key, notice.place_id, notice.place, notice.dark)


@announces(making.StaffTabled)
def tabled(notice: making.StaffTabled) -> Screen:
    """The spreadsheet."""
    return StaffTable(notice.key, notice.place_id, notice.place, notice.made_at)


@announces(making.StaffMakingFailed)
def failed(notice: making.StaffMakingFailed) -> Screen:
    """Neither."""
    return StaffNotMade(notice.place_id)


def _board(context: Context, scope_id: int) -> Outcome:
    if not scope_id:
        places = dashboard.municipalities(context.work)
        if len(places) > 1:
            return WhichStaff(as_choices(places))
        scope_id = places[0].id if places else 0
    board = dashboard.dashboard(context.work, scope_id or None)
    home = dashboard.home_in_sight(context.work, board.whole.place_id)
    return StaffShown(board, inside=board.school and home != 0, home=home)
