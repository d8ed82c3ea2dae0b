"""A list of staff that came by a link: previewed, then loaded or left."""

from __future__ import annotations

from handlers.ui.announce import announces
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply
from handlers.ui.screens import Screen
from handlers.upload_links.buttons import ConfirmStaff
from handlers.upload_links.routes import routes
from handlers.upload_links.staff_screens import StaffListFound, StaffListStored
from services import uploads
from services.staff import StaffPreviewed


@routes.press(ConfirmStaff)
def confirm(context: Context, button: ConfirmStaff) -> Outcome:
    """Put the list in the place of the one before."""
    shown = uploads.confirm_staff(context.work, button.upload)
    return Reply(StaffListStored(shown.people), anchor=uploads.anchor(button.upload))


@announces(StaffPreviewed)
def previewed(notice: StaffPreviewed) -> Screen:
    """A list was read."""
    return StaffListFound(notice.preview)
