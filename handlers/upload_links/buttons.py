"""The buttons of the upload page: ask for a link, decide on a list of staff."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.buttons import Button
from services.uploads import Purpose


@dataclass(frozen=True, slots=True)
class GetUploadLink(Button):
    """Give me a one-time link to the page where files that name people are handed over."""

    prefix = "ulg"
    purpose: Purpose = Purpose.RESULTS


@dataclass(frozen=True, slots=True)
class ConfirmStaff(Button):
    """Put a previewed list of staff in the place of the one before."""

    prefix = "uls"
    upload: int
