"""Telephone calls: a methodologist writes down what somebody without the bot has said."""

from __future__ import annotations

from handlers import forms
from handlers.commands import role_command
from handlers.forms.ends import Known, Values
from handlers.help_desk.buttons import EnterCall
from handlers.help_desk.desk import shown
from handlers.menu import menu_entry
from handlers.old_buttons import opens_now
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from services.access import RULES, Action
from services.difficulties import report
from services.help_desk import desk

routes = Routes()
FORM = "phone_call"
CALLED = RULES[Action.ENTER_CALL]

menu_entry(CALLED, 210, "help-desk-enter-call", EnterCall())
role_command(CALLED, 210, "call")


@routes.command("call")
@opens_now("hcall")
def call(context: Context) -> Outcome:
    """Begin the form."""
    return begin(context)


@routes.press(EnterCall)
def call_pressed(context: Context, _button: EnterCall) -> Outcome:
    """Begin the form in place of the menu."""
    return begin(context)


def begin(context: Context) -> Outcome:
    """Ask about the call; the schools are those of the methodologist's places."""
    schools = desk.schools_of_actor(context.work)
    return forms.begin(context, FORM, {"channel": "phone"}, {"schools": list(schools)})


@forms.finished(FORM)
def kept(context: Context, values: Values, _known: Known) -> Outcome:
    """Keep the call and show its card, ready to be answered."""
    number = report.enter_call(context.work, values)
    return shown(desk.card(context.work, number))
