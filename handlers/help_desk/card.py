"""The card of a case: what it is about, who asks, how it stands, what one can do."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.difficulties.wording import about, shortened, with_quote
from handlers.help_desk.buttons import (
    Answer,
    Close,
    GiveAway,
    OpenInbox,
    SeeWhole,
    Take,
)
from handlers.ui.buttons import Key, Rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.difficulties.cards import Card
from services.difficulties.cases import LEFT, OPEN
from services.feedback import OWN_WORDS

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
        reason = "attached" if self.card.reason == OWN_WORDS else self.card.reason
        known = f"feedback-reason-{reason}".replace("_", "-")
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
        kind = "more" if card.status == "answered" else card.channel
        answer = Answer(card.number).labelled(texts.label("help-desk-answer", kind=kind))
        first: tuple[Key, ...] = (answer,)
        if not card.mine:
            first = (Take(card.number).labelled(texts.label("help-desk-take")), answer)
        last: tuple[Key, ...] = ()
        if card.status in OPEN:
            last = (GiveAway(card.number).labelled(texts.label("help-desk-give")),)
        last = (*last, Close(card.number).labelled(texts.label("help-desk-close")))
        return (first, *whole, last, back)
