"""The routes of decisions, and what every press of them does first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from handlers.decisions import writing
from handlers.decisions.card_screens import DecisionCard
from handlers.ui.buttons import Button
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply, Toast
from handlers.ui.routes import Routes
from services import decisions
from services.decisions import NotADraft

routes = Routes()
B = TypeVar("B", bound=Button)
Press = Callable[[Context, B], Outcome]


def pressed(button: type[B]) -> Callable[[Press[B]], Press[B]]:
    """Answer a button of decisions: a question that waits for words is put away first.

    A button of a draft that is recorded meanwhile lands on the decision as it stands.
    """

    def decorate(handler: Press[B]) -> Press[B]:
        @routes.press(button)
        def run(context: Context, pressed: B) -> Outcome:
            writing.put_away(context)
            try:
                return handler(context, pressed)
            except NotADraft as recorded:
                return landed(context, recorded.decision_id)

        return run

    return decorate


def landed(context: Context, decision_id: int) -> Outcome:
    """The decision that stands, with a word why it is shown."""
    card = decisions.card(context.work, decision_id)
    shown = DecisionCard(card.view, card.leads)
    return Reply(shown, toast=Toast("decision-recorded-already", {"number": card.view.number}))
