"""Answering: the form, the check, and off it goes."""

from __future__ import annotations

from handlers import forms
from handlers.forms.ends import Known, Values
from handlers.help_desk.buttons import Answer
from handlers.help_desk.desk import taken_by_another
from handlers.help_desk.screens import ReplyCheck, ReplySent
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from handlers.ui.screens import Screen
from services.difficulties.attachments import of_answer
from services.help_desk import desk
from services.help_desk.desk import TakenAlready

routes = Routes()
FORM = "reply"


@routes.press(Answer)
def answer(context: Context, button: Answer) -> Outcome:
    """Take the case, then ask for the answer in a message of its own."""
    try:
        card = desk.take_to_answer(context.work, button.number)
    except TakenAlready as taken:
        return taken_by_another(context, button.number, taken)
    known = {"number": card.number, "by_phone": card.channel == "phone"}
    about = f"difficulty:{card.number}"
    return forms.begin(context, FORM, known, about=about, replace=False)


@forms.review(FORM)
def check(_context: Context, filled: forms.Filled) -> Screen:
    """Show the answer before it goes."""
    text, files = of_answer(filled.values.get("answer"))
    return ReplyCheck(
        filled.step,
        int(filled.known["number"]),
        text,
        len(files),
        by_phone=bool(filled.known["by_phone"]),
    )


@forms.finished(FORM)
def sent(context: Context, values: Values, known: Known) -> Outcome:
    """Send it to the one who asked; a refusal leaves the written answer in its form."""
    text, files = of_answer(values.get("answer"))
    card = desk.answer(context.work, int(known["number"]), text, files)
    return ReplySent(card.number, by_phone=card.status == "closed")
