"""What the staff see of cases."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.difficulties.wording import about, key_label, lines, shortened, with_quote
from handlers.forms import Drop, Fix, Send
from handlers.forms.keyboard import Option, fit
from handlers.help_desk.buttons import (
    Answer,
    Close,
    GiveAway,
    OpenCase,
    OpenInbox,
    SeeWhole,
    Take,
)
from handlers.menu import to_menu
from handlers.ui.buttons import Key, Rows
from handlers.ui.layout import SCREEN_LIMIT
from handlers.ui.paging import page_of, paged_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.difficulties.cases import LEFT, OPEN, Card

PAGE = 3
SHOWN_WHOLE = 150
"""A text up to this length stands on the card whole."""
REASON = 60


@dataclass(frozen=True)
class CaseCard(Screen):
    """A case as it stands, with what this person can do about it."""

    card: Card
    why: str = ""

    def render(self, texts: Texts) -> Message:
        """Why it comes, what it is about, who asks, how it stands."""
        card = self.card
        above = (
            texts(f"help-desk-why-{self.why.replace('_', '-')}") if self.why else "",
            texts("help-desk-number", number=card.number, state=self._state(texts)),
            about(texts, card),
        )
        below = (
            texts("difficulty-files", n=card.files) if card.files else "",
            texts("help-desk-additions", n=card.additions) if card.additions else "",
            self._from(texts),
            texts("help-desk-unreachable") if card.unreachable else "",
            texts("help-desk-sensitive") if card.sensitive else "",
            self._call(texts),
            self._reason(texts),
        )
        return Message(with_quote(texts, above, card.text, below), rows=self._rows(texts))

    def _state(self, texts: Texts) -> str:
        card = self.card
        if card.status in OPEN:
            name = "new" if card.status == "new" else "mine" if card.mine else "taken"
            late = "-late" if card.delayed else ""
            helper = card.assignee or "—"
            return texts(f"help-desk-state-{name}{late}", helper=helper, due=card.due_at)
        return texts(f"help-desk-state-{card.status}", helper=card.assignee or "—")

    def _from(self, texts: Texts) -> str:
        card = self.card
        if card.anonymous:
            return texts("help-desk-unnamed")
        if card.channel == "phone":
            name = "help-desk-called" if card.who else "help-desk-called-unnamed"
            return texts(name, who=card.who, school=card.school)
        if not card.who:
            return texts("help-desk-gone")
        name = "help-desk-from" if card.school else "help-desk-from-outside"
        return texts(name, who=card.who, school=card.school)

    def _call(self, texts: Texts) -> str:
        if not self.card.call_at:
            return ""
        return texts("help-desk-call", when=self.card.call_at)

    def _reason(self, texts: Texts) -> str:
        if not self.card.reason or self.card.status not in OPEN:
            return ""
        known = f"feedback-reason-{self.card.reason}".replace("_", "-")
        words = texts.label(known) if texts.has(known) else self.card.reason
        return texts("help-desk-reason", reason=shortened(words, REASON))

    def _rows(self, texts: Texts) -> Rows:
        card = self.card
        back = (OpenInbox().labelled(texts.label("help-desk-inbox")),)
        whole: Rows = ()
        longest = max(len(card.text), len(card.reason))
        if card.files or card.additions or card.answers or longest > SHOWN_WHOLE:
            whole = ((SeeWhole(card.number).labelled(texts.label("help-desk-whole")),),)
        if card.status in LEFT or not (card.mine or card.free):
            return (*whole, back)
        answer = Answer(card.number).labelled(
            texts.label(
                "help-desk-answer-more" if card.status == "answered" else "help-desk-answer"
            )
        )
        first: tuple[Key, ...] = (answer,)
        if not card.mine:
            first = (Take(card.number).labelled(texts.label("help-desk-take")), answer)
        last: tuple[Key, ...] = ()
        if card.status in OPEN:
            last = (GiveAway(card.number).labelled(texts.label("help-desk-give")),)
        last = (*last, Close(card.number).labelled(texts.label("help-desk-close")))
        return (first, *whole, last, back)


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
