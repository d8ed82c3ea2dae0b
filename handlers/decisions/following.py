"""What became of a plan: asked on its day, or told by whoever leads at any time."""

from __future__ import annotations

from handlers.decisions.buttons import AskHowItWent, PutOff, TellOutcome, WriteMoved
from handlers.decisions.card_screens import DecisionCard, DoneAsked, OutcomeKept, PutOffAsked
from handlers.decisions.routes import pressed
from handlers.decisions.writing import Field, listen
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.screens import Screen
from services import decisions
from services.decisions import TermCame


@pressed(AskHowItWent)
def ask_how_it_went(context: Context, button: AskHowItWent) -> Outcome:
    """The first area of the plan nobody has told of."""
    question = decisions.question_about(context.work, button.decision)
    if question is not None:
        return asked(question)
    card = decisions.card(context.work, button.decision)
    return DecisionCard(card.view, card.leads)


@pressed(TellOutcome)
def tell_outcome(context: Context, button: TellOutcome) -> Outcome:
    """Keep it; the next area of the same day follows in the same message."""
    question = decisions.tell_outcome(context.work, button.item, button.outcome)
    return next_or_kept(context, button.item, button.outcome, question)


@pressed(PutOff)
def put_off(context: Context, button: PutOff) -> Outcome:
    """Ask to which day, in keys or in words; then move it there."""
    if button.day is not None:
        question = decisions.put_off(context.work, button.item, button.day)
        return next_or_kept(context, button.item, "moved", question)
    decision_id, item = decisions.area_in_plan(context.work, button.item)
    listen(context, Field.MOVED, button.item)
    association_id = decisions.association_of(context.work, button.item)
    offered = decisions.days(context.work, association_id)
    return PutOffAsked(decision_id, button.item, item, offered)


@pressed(WriteMoved)
def write_moved(context: Context, button: WriteMoved) -> Outcome:
    """The other day will be written."""
    decisions.area_in_plan(context.work, button.item)
    return listen(context, Field.MOVED, button.item)


def next_or_kept(context: Context, item_id: int, outcome: str, question: TermCame | None) -> Screen:
    """The next question of the same day, or the word that all is kept."""
    if question is not None:
        return asked(question)
    decision_id, _ = decisions.area_in_plan(context.work, item_id)
    return OutcomeKept(decision_id, outcome)


def asked(question: TermCame) -> DoneAsked:
    """The question as a screen."""
    return DoneAsked(
        question.item_id, question.number, question.title, question.item, question.more
    )
