"""Reporting a difficulty: the form, the check before sending, the number."""

from __future__ import annotations

from handlers import forms
from handlers.commands import role_command
from handlers.difficulties.buttons import HideSubject, Report, Unnamed
from handlers.difficulties.report_screens import FORM, Check, DifficultyAccepted, FewColleagues
from handlers.forms.ends import Known, Values
from handlers.help import help_line
from handlers.menu import menu_entry
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from handlers.ui.screens import Screen
from services import dialogs
from services.access import RULES, Action
from services.dialogs import Filling
from services.difficulties import report
from services.difficulties.labels import subject_label
from services.difficulties.naming import ENOUGH
from services.difficulties.report import Wish

routes = Routes()
REPORTERS = RULES[Action.REPORT_DIFFICULTY]

menu_entry(REPORTERS, 100, "difficulty-menu", Report())
role_command(REPORTERS, 100, "ask")
help_line(REPORTERS, 100, "difficulty-help")


@routes.command("ask")
def ask(context: Context) -> Outcome:
    """Begin the form."""
    return begin(context)


@routes.press(Report)
def begin_pressed(context: Context, _button: Report) -> Outcome:
    """Begin the form in place of the menu."""
    return begin(context)


def begin(context: Context) -> Outcome:
    """Ask what is hard, with what is known of the person left out."""
    profile = report.own_profile(context.work)
    known = {"subjects": profile.subjects, "classes": profile.classes, "channel": "bot"}
    return forms.begin(context, FORM, known)


@forms.review(FORM)
def check(_context: Context, filled: forms.Filled) -> Screen:
    """Show the case as the staff will see it."""
    case = report.preview(filled.values, wish_of(filled.known))
    return Check(
        filled.step,
        case.group,
        case.item,
        case.title,
        case.subject or "",
        case.class_label or "",
        case.text or "",
        tuple(str(file["kind"]) for file in case.attachments),
        anonymous=case.anonymous,
        sensitive=case.sensitive,
    )


@routes.press(Unnamed)
@forms.at_its_step
def unnamed(context: Context, button: Unnamed, filling: Filling) -> Outcome:
    """Leave the name out, with an honest word where the subject gives one away."""
    filling = dialogs.know(context.work, filling, anonymous=button.wish, subject_hidden=False)
    subject = str(filling.form.values(filling.state).get("subject") or "")
    if button.wish and subject:
        teachers = report.alike(context.work, subject)
        if teachers < ENOUGH:
            label = subject_label(subject, context.work.actor.language)
            return FewColleagues(filling.step, label, teachers)
    return forms.again(context, filling)


@routes.press(HideSubject)
@forms.at_its_step
def hide_subject(context: Context, button: HideSubject, filling: Filling) -> Outcome:
    """Hide the subject too, or leave it."""
    filling = dialogs.know(context.work, filling, subject_hidden=button.wish)
    return forms.again(context, filling)


@forms.finished(FORM)
def accepted(context: Context, values: Values, known: Known) -> Outcome:
    """Keep the case and say its number."""
    kept = report.report(context.work, values, wish_of(known))
    return DifficultyAccepted(kept.number, kept.helper, kept.due_at)


def wish_of(known: Known) -> Wish:
    """Whether the person wants to stay unnamed."""
    return Wish(bool(known.get("anonymous")), bool(known.get("subject_hidden")))
