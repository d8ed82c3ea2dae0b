"""What the staff see of cases beside the card."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.difficulties.wording import about, key_label, lines, with_quote
from handlers.forms import Drop, Fix, Send
from handlers.forms.keyboard import Option, fit
from handlers.help_desk.buttons import (
    Close,
    GiveAway,
    OpenCase,
    OpenInbox,
)
from handlers.menu import to_menu
from handlers.ui.layout import SCREEN_LIMIT
from handlers.ui.paging import page_of, paged_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.difficulties.cards import Card

PAGE = 3


@dataclass(frozen=True)
class InboxShown(Screen):
    """What waits, the most pressing first."""

    cards: tuple[Card, ...]
    new: int
    mine: int
    late: int
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Counts, a line each, a key each."""
        if not self.cards:
            return Message(texts("help-desk-empty"), rows=((to_menu(texts),),))
        page = page_of(self.cards, self.page, size=PAGE)
        body = lines(
            texts("help-desk-counts", new=self.new, mine=self.mine, late=self.late),
            *(
                texts(
                    "help-desk-line",
                    number=card.number,
                    state="late" if card.delayed else "mine" if card.mine else card.status,
                    due=card.due_at,
                )
                for card in page.items
            ),
        )
        rows = tuple(
            (OpenCase(card.number).labelled(key_label(texts, card.number, card)),)
            for card in page.items
        )
        return Message(body, rows=paged_rows(rows, page, OpenInbox, texts, exits=(to_menu(texts),)))


@dataclass(frozen=True)
class AdditionShown(Screen):
    """The reporter added something to a case."""

    card: Card
    text: str
    files: int

    def render(self, texts: Texts) -> Message:
        """What was added, and the way to the case."""
        above = (texts("help-desk-addition", number=self.card.number), about(texts, self.card))
        below = (texts("difficulty-files", n=self.files) if self.files else "",)
        body = with_quote(texts, above, self.text, below)
        return Message(
            body, rows=((OpenCase(self.card.number).labelled(texts.label("help-desk-open")),),)
        )


@dataclass(frozen=True)
class Said(Screen):
    """Everything written in a case, whole."""

    number: int
    words: tuple[tuple[str, str], ...]
    """(kind of entry, text)"""

    def render(self, texts: Texts) -> Message:
        """The question, what was added, what was answered."""
        head = texts("help-desk-said", number=self.number)
        return Message(
            lines(
                head,
                *(
                    texts("help-desk-said-by", kind=kind.replace("_", "-"), text=text)
                    for kind, text in self.words
                ),
            )
        )


@dataclass(frozen=True)
class ReplyCheck(Screen):
    """The answer before it goes."""

    step: int
    number: int
    text: str
    files: int
    by_phone: bool

    def render(self, texts: Texts) -> Message:
        """Its beginning and what goes with it."""
        name = "help-desk-check-call" if self.by_phone else "help-desk-check"
        below = (texts("difficulty-files", n=self.files) if self.files else "",)
        body = with_quote(texts, (texts(name, number=self.number),), self.text, below)
        return Message(
            body,
            rows=(
                (Send("reply", self.step).labelled(texts.label("forms-send")),),
                (
                    Fix("reply", self.step).labelled(texts.label("forms-fix")),
                    Drop("reply", self.step).labelled(texts.label("forms-drop")),
                ),
            ),
        )


@dataclass(frozen=True)
class ReplySent(Screen):
    """The answer is on its way."""

    number: int
    by_phone: bool

    def render(self, texts: Texts) -> Message:
        """Say so, and what happens next."""
        name = "help-desk-call-kept" if self.by_phone else "help-desk-sent"
        return Message(
            texts(name, number=self.number),
            rows=((OpenInbox().labelled(texts.label("help-desk-inbox")),),),
        )


@dataclass(frozen=True)
class Candidate:
    """Somebody a case can be given to."""

    person_id: int
    name: str
    role: str


@dataclass(frozen=True)
class GiveTo(Screen):
    """Who else could answer."""

    number: int
    candidates: tuple[Candidate, ...]

    def render(self, texts: Texts) -> Message:
        """Names and roles as keys."""
        back = OpenCase(self.number).labelled(texts.label("forms-back"))
        if not self.candidates:
            return Message(texts("help-desk-nobody"), rows=((back,),))
        options = [
            Option(
                texts.label("help-desk-candidate", name=one.name, role=one.role),
                GiveAway(self.number, one.person_id),
            )
            for one in self.candidates
        ]
        shown = fit(options, below=1, room=SCREEN_LIMIT - 80)
        body = lines(texts("help-desk-whom", number=self.number), shown.text)
        return Message(body, rows=(*shown.rows, (back,)))


@dataclass(frozen=True)
class CloseAsked(Screen):
    """Closing what was never answered: sure?"""

    number: int

    def render(self, texts: Texts) -> Message:
        """Ask once."""
        yes = Close(self.number, sure=True).labelled(texts.label("help-desk-close-yes"))
        back = OpenCase(self.number).labelled(texts.label("forms-back"))
        return Message(texts("help-desk-close-asked", number=self.number), rows=((yes,), (back,)))
