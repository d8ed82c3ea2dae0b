"""Form buttons of an older version: they land on the question the person is at."""

from __future__ import annotations

from handlers.forms.buttons import (
    Anew,
    Back,
    Choose,
    Done,
    Drop,
    Fix,
    Keep,
    Leave,
    Mark,
    Resume,
    Reword,
    Send,
    Skip,
    Turn,
)
from handlers.forms.dialog import present
from handlers.home import home
from handlers.old_buttons import opens_now
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome

OLD = (
    Anew,
    Back,
    Choose,
    Done,
    Drop,
    Fix,
    Keep,
    Leave,
    Mark,
    Resume,
    Reword,
    Send,
    Skip,
    Turn,
)


@opens_now(*(button.prefix for button in OLD))
def present_question(context: Context) -> Outcome:
    """The present question, or the menu where nothing is being filled in."""
    return present(context) or home(context)
