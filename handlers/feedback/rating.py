"""One to five right after the answer; a poor one goes on to the next helper."""

from __future__ import annotations

from handlers import forms
from handlers.difficulties.screens import OwnCaseShown
from handlers.feedback.announcing import passed_screen
from handlers.feedback.buttons import CallMe, DoNotAsk, Explain, Rate
from handlers.feedback.screens import (
    CallPlanned,
    Noted,
    RatedGood,
    RatedMiddling,
    ReasonAsked,
)
from handlers.forms.ends import Known, Values
from handlers.home import home
from handlers.old_buttons import opens_now
from handlers.ui.context import Context
from handlers.ui.outcome import PASS, Outcome
from handlers.ui.routes import Routes
from services import feedback
from services.difficulties import own
from services.difficulties.attachments import of_answer
from services.feedback import GOOD, OWN_WORDS, POOR, REASONS, SCORES
from services.help_desk.passing import passed_notice

routes = Routes()
FORM = "feedback_reason"
SIGNS = frozenset(str(score) for score in SCORES)


@routes.press(Rate)
def rate(context: Context, button: Rate) -> Outcome:
    """Take the score; one given before, or of an older answer, shows the case as it is."""
    rated = feedback.rate(context.work, button.number, button.round, button.score)
    if not rated.current:
        return _present(context, button.number)
    if rated.score >= GOOD:
        return RatedGood(button.number)
    if rated.score <= POOR:
        return ReasonAsked(button.number, button.round)
    return RatedMiddling(button.number)


@routes.text
def score_typed(context: Context) -> Outcome:
    """A lone digit is the score of an answer that waits for one: some people's keys do not load."""
    sign = context.text.strip()
    if context.file is not None or sign not in SIGNS:
        return PASS
    waiting = feedback.unrated(context.work)
    return PASS if waiting is None else rate(context, Rate(*waiting, int(sign)))


@routes.press(Explain)
def explain(context: Context, button: Explain) -> Outcome:
    """Pass the case on for this reason, or ask for own words first."""
    if button.reason == OWN_WORDS:
        own.case(context.work, button.number)
        known = {"number": button.number, "round": button.round}
        return forms.begin(context, FORM, known, about=f"difficulty:{button.number}")
    if button.reason not in REASONS:
        return _present(context, button.number)
    return _explained(context, button.number, button.round, button.reason)


@forms.finished(FORM)
def explained_in_words(context: Context, values: Values, known: Known) -> Outcome:
    """The same with the person's own words."""
    text, files = of_answer(values.get("reason"))
    return _explained(
        context, int(known["number"]), int(known["round"]), OWN_WORDS, text=text, files=files
    )


@forms.cancelled(FORM)
def no_words(_context: Context, known: Known) -> Outcome:
    """No words of one's own after all: the score stands, the other reasons are offered again."""
    return ReasonAsked(int(known["number"]), int(known["round"]))


@routes.press(CallMe)
def call_me(context: Context, button: CallMe) -> Outcome:
    """When to telephone."""
    helper = feedback.choose_call(context.work, button.number, button.when)
    return CallPlanned(button.number, helper, button.when)


@routes.press(DoNotAsk)
def do_not_ask(context: Context, button: DoNotAsk) -> Outcome:
    """No question in two weeks."""
    feedback.do_not_ask(context.work, button.number)
    return Noted("feedback-will-not-ask")


@opens_now("frate", "fwhy", "fcall", "fnot", "fles", "fnever", "fobs")
def present_case(context: Context) -> Outcome:
    """What old buttons of feedback open: the newest case."""
    cases = own.own_cases(context.work)
    return OwnCaseShown(cases[0]) if cases else home(context, intro="old-button-menu")


def _explained(
    context: Context,
    number: int,
    round_: int,
    reason: str,
    *,
    text: str = "",
    files: list[object] | None = None,
) -> Outcome:
    passed = feedback.explain(context.work, number, round_, reason, text, files or [])
    return _present(context, number) if passed is None else passed_screen(passed_notice(passed))


def _present(context: Context, number: int) -> Outcome:
    return OwnCaseShown(own.case(context.work, number))
