"""Help: what one can do here, by role, by word, and always the way to a human."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from handlers.contact import ContactShown, contact_line, contact_shown
from handlers.home import home
from handlers.menu import EVERY_ROLE, to_menu
from handlers.picker import Choice, as_choices, picking
from handlers.ui.buttons import Button
from handlers.ui.clean import clean_line
from handlers.ui.context import Context
from handlers.ui.layout import SCREEN_LIMIT
from handlers.ui.outcome import Outcome
from handlers.ui.paging import fitted_page, paged_rows
from handlers.ui.routes import Routes
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from handlers.welcome import CallSomebody
from services import groups
from services.access import Role
from services.people.contacts import Contact, contact_of, contact_of_all, municipalities
from services.people.roles import active_holding
from services.scopes import place

routes = Routes()
LONGEST_WORD = 40
SHORTEST_STEM = 4
ENDING = 3
"""Letters at the end of a word that a search leaves out: Russian inflects them."""

_lines: list[tuple[int, str, frozenset[Role]]] = []


def help_line(roles: Collection[Role], order: int, text_id: str) -> None:
    """Add a sentence of help for some roles: what one can do and where it is; no tags."""
    _lines.append((order, text_id, frozenset(roles)))


def lines_of(role: Role | None) -> tuple[str, ...]:
    """The ids of the sentences a role is shown, in order."""
    return tuple(text_id for _, text_id, roles in sorted(_lines, key=_order) if role in roles)


@dataclass(frozen=True, slots=True)
class CallIn(Button):
    """Whom to call in this municipality."""

    prefix = "callin"
    scope_id: int


@dataclass(frozen=True, slots=True)
class TurnHelp(Button):
    """Another page of what one can do."""

    prefix = "helppg"
    page: int


@dataclass(frozen=True, slots=True)
class TurnCalls(Button):
    """Another page of municipalities to call in."""

    prefix = "callpg"
    page: int


@dataclass(frozen=True)
class Help(Screen):
    """What the role can do here; with a `word`, only what speaks of it."""

    role: Role | None
    contact: ContactShown
    word: str = ""
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """As many sentences as a screen takes, then the way to a human."""
        lines = [texts.label(text_id) for text_id in lines_of(self.role)]
        found = [line for line in lines if speaks_of(line, self.word)]
        head = texts("help-about", word=self.word) if self.word else texts("help-can")
        if self.word and not found:
            head = texts("help-nothing", word=self.word)
        human = contact_line(texts, self.contact)
        room = SCREEN_LIMIT - len(head) - len(human) - len(texts("help-search")) - 3
        page = fitted_page(found, self.page, length=lambda line: len(line) + 3, room=room)
        shown = [texts("help-line", line=line) for line in page.items]
        tail = [] if self.word else [texts("help-search")]
        # A word is too long for a button: its first page is what it finds.
        exits = [to_menu(texts)]
        rows = (tuple(exits),) if self.word else paged_rows((), page, TurnHelp, texts, exits=exits)
        return Message("\n".join([head, *shown, human, *tail]), rows)


@dataclass(frozen=True)
class HelpInGroup(Screen):
    """What the bot does in a linked group."""

    association: str

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("help-in-group", association=self.association))


@dataclass(frozen=True)
class WhomToCall(Screen):
    """A living methodologist."""

    contact: ContactShown

    def render(self, texts: Texts) -> Message:
        """Name, telephone, office."""
        place_line = [texts("help-call-in", place=self.contact.place)] if self.contact.place else []
        lines = [*place_line, contact_line(texts, self.contact)]
        return Message("\n".join(lines), ((to_menu(texts),),))


@dataclass(frozen=True)
class WhereToCall(Screen):
    """The municipalities, each with its methodologist."""

    choices: tuple[Choice, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Ask which."""
        question = texts("access-which-municipality" if self.choices else "contact-unknown")
        return picking(
            texts,
            question,
            self.choices,
            CallIn,
            turn=TurnCalls,
            page=self.page,
            exits=(to_menu(texts),),
        )


@routes.command("help", group=True)
def show_help(context: Context) -> Outcome:
    """By role; «/help word» searches; in a linked group, what the bot does there."""
    if not context.private:
        association = groups.association_of(context.work.session, context.chat.id)
        return None if association is None else HelpInGroup(association.name)
    held = active_holding(context.work)
    if held is None:
        return home(context, intro="help-for-strangers")
    contact = contact_of(context.work.session, held.path)
    word = clean_line(context.payload, limit=LONGEST_WORD)
    return Help(held.role, contact_shown(contact), word)


@routes.press(TurnHelp)
def turn_help(context: Context, button: TurnHelp) -> Outcome:
    """Another page, by the role that is worn now."""
    held = active_holding(context.work)
    if held is None:
        return home(context, intro="help-for-strangers")
    contact = contact_of(context.work.session, held.path)
    return Help(held.role, contact_shown(contact), page=button.page)


@routes.press(CallSomebody)
def call_somebody(context: Context, _button: CallSomebody) -> Outcome:
    """The one contact there is, or the choice of a municipality."""
    contact = contact_of_all(context.work.session)
    if contact is not None:
        return _call(contact)
    return WhereToCall(as_choices(municipalities(context.work.session)))


@routes.press(CallIn)
def call_in(context: Context, button: CallIn) -> Outcome:
    """The contact of one municipality."""
    where = place(context.work.session, button.scope_id)
    return _call(contact_of(context.work.session, where.path))


@routes.press(TurnCalls)
def turn_calls(context: Context, button: TurnCalls) -> Outcome:
    """Another page."""
    return WhereToCall(as_choices(municipalities(context.work.session)), button.page)


def speaks_of(line: str, word: str) -> bool:
    """Whether a sentence has a word that begins like each word sought."""
    return all(_stem(one) in line.casefold() for one in word.split())


def _stem(word: str) -> str:
    return word.casefold()[: max(SHORTEST_STEM, len(word) - ENDING)]


def _order(line: tuple[int, str, frozenset[Role]]) -> tuple[int, str]:
    return line[:2]


def _call(contact: Contact) -> WhomToCall:
    return WhomToCall(contact_shown(contact))


help_line(EVERY_ROLE, 900, "help-mydata")
help_line(EVERY_ROLE, 910, "help-profile")
