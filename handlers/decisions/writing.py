"""What is written in words beside the keys: one small form, open while a question is shown."""

from __future__ import annotations

from enum import StrEnum

from handlers import forms
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from services import dialogs

FORM = "decision"


class Field(StrEnum):
    """What the words are; the form's questions have these names."""

    MEASURE = "measure"
    OWNER = "owner"
    DUE = "due"
    NOTE = "note"
    HELD = "held"
    MEETING = "meeting"
    MOVED = "moved"


def listen(context: Context, field: Field, about: int) -> Outcome:
    """Take the next words as the answer; the form's own screen, for those who only write.

    `about` is the id of the area, the decision or the summary the field belongs to.
    """
    put_away(context)
    known = {"field": field.value, "about": about}
    return forms.begin(context, FORM, known)


def put_away(context: Context) -> None:
    """Nothing in words is waited for any more."""
    waiting = dialogs.draft(context.work, context.chat.id, FORM)
    if waiting is not None:
        dialogs.drop(context.work, waiting)
