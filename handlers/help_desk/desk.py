"""The inbox and the cards: taking, giving away, closing."""

from __future__ import annotations

from handlers.commands import role_command
from handlers.difficulties.answer_screens import Files
from handlers.help import help_line
from handlers.help_desk.buttons import Close, GiveAway, OpenCase, OpenInbox, SeeWhole, Take
from handlers.help_desk.card import CaseCard
from handlers.help_desk.screens import (
    Candidate,
    CloseAsked,
    GiveTo,
    InboxShown,
    Said,
)
from handlers.menu import menu_entry
from handlers.old_buttons import opens_now
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply, Toast
from handlers.ui.routes import Routes
from services.access import RULES, Action
from services.difficulties.cards import Card
from services.difficulties.cases import OPEN
from services.help_desk import desk
from services.help_desk.desk import TakenAlready
from services.help_desk.letters import in_albums

routes = Routes()
DESK = RULES[Action.WORK_AT_HELP_DESK]

menu_entry(DESK, 200, "help-desk-menu", OpenInbox())
role_command(DESK, 200, "inbox")
help_line(DESK, 200, "help-desk-help")


@routes.command("inbox")
@opens_now("hin", "hcase", "htake", "hans", "hfile", "hgive", "hclose")
def inbox(context: Context) -> Outcome:
    """What waits."""
    return _inbox(context, 0)


@routes.press(OpenInbox)
def inbox_pressed(context: Context, button: OpenInbox) -> Outcome:
    """A page of what waits."""
    return _inbox(context, button.page)


@routes.press(OpenCase)
def open_case(context: Context, button: OpenCase) -> Outcome:
    """The card as it stands now."""
    return shown(desk.card(context.work, button.number))


@routes.press(Take)
def take(context: Context, button: Take) -> Outcome:
    """Take the case; whoever is second sees who was first."""
    try:
        return shown(desk.take(context.work, button.number))
    except TakenAlready as taken:
        return taken_by_another(context, button.number, taken)


@routes.press(SeeWhole)
def see_whole(context: Context, button: SeeWhole) -> Outcome:
    """Send every word, then everything that is attached, photos together."""
    said = desk.said(context.work, button.number)
    words = tuple((entry.kind, entry.text) for entry in said if entry.text)
    if words:
        context.show(Said(button.number, words))
    for files in in_albums([file for entry in said for file in entry.files]):
        context.show(Files(files))
    return None


@routes.press(GiveAway)
def give_away(context: Context, button: GiveAway) -> Outcome:
    """Ask whom, then give."""
    if button.helper is not None:
        return shown(desk.give(context.work, button.number, button.helper))
    candidates = desk.candidates(context.work, button.number)
    return GiveTo(
        button.number,
        tuple(Candidate(one.person_id, one.name, one.role.value) for one in candidates),
    )


@routes.press(Close)
def close(context: Context, button: Close) -> Outcome:
    """Close; an unanswered case only after asking once."""
    card = desk.card(context.work, button.number)
    if card.status in OPEN and not button.sure:
        return CloseAsked(button.number)
    return shown(desk.close(context.work, button.number))


def taken_by_another(context: Context, number: int, taken: TakenAlready) -> Outcome:
    """The present card, and who was quicker."""
    card = desk.card(context.work, number)
    name = str(taken.details["name"])
    return Reply(CaseCard(card), toast=Toast("help-desk-taken-already", {"name": name}))


def shown(card: Card) -> Reply:
    """The card in place of what was pressed; the one sent at first changes by itself."""
    return Reply(CaseCard(card))


def _inbox(context: Context, page: int) -> Outcome:
    waiting = desk.inbox(context.work)
    return InboxShown(waiting.cards, waiting.new, waiting.mine, waiting.late, page)
