"""Decisions to read: the list, one of them, its papers again."""

from __future__ import annotations

from handlers.decisions.buttons import FinishDecision, OpenDecision, OpenDecisions, OrderPapers
from handlers.decisions.card_screens import DecisionCard, DecisionList
from handlers.decisions.drafting import checked
from handlers.decisions.routes import pressed
from handlers.help import help_line
from handlers.menu import menu_entry
from handlers.old_buttons import opens_now
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, RemoveButtons, Reply, Toast
from services import decisions
from services.access import RULES, Action

READERS = RULES[Action.SEE_DECISIONS]
ORDER = 305

menu_entry(READERS, ORDER, "menu-decisions", OpenDecisions())
help_line(READERS, ORDER, "decision-help-line")


@pressed(OpenDecisions)
def open_decisions(context: Context, button: OpenDecisions) -> Outcome:
    """A page of the list."""
    return DecisionList(decisions.listed(context.work), button.page)


@pressed(OpenDecision)
def open_decision(context: Context, button: OpenDecision) -> Outcome:
    """A decision as it stands; a draft is gone on with."""
    card = decisions.card(context.work, button.decision)
    if card.view.status == "draft":
        return checked(card)
    return DecisionCard(card.view, card.leads)


@pressed(OrderPapers)
def order_papers(context: Context, button: OrderPapers) -> Outcome:
    """They come as messages of their own."""
    decisions.papers_again(context.work, button.decision)
    return Toast("decision-papers-ordered")


@pressed(FinishDecision)
def finish(context: Context, _button: FinishDecision) -> Outcome:
    """The paper stays, its buttons go."""
    if context.message_id is not None:
        context.act(RemoveButtons(context.message_id))
    return Toast("decision-finished")


@opens_now(
    *("dde", "dvo", "dwa", "dwm", "dar", "dch", "dme", "dmt", "dow", "dot", "ddu", "ddt", "ddw"),
    *("dck", "dno", "dhe", "dre", "dla", "ddr", "dco", "dop", "dls", "dpa", "dfi", "dho"),
    *("dou", "dpu", "dmw"),
)
def present(context: Context) -> Outcome:
    """What an outdated button of decisions opens."""
    return Reply(DecisionList(decisions.listed(context.work), 0))
