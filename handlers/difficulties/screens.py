"""A teacher's own cases on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.difficulties.buttons import (
    AddWord,
    MyCases,
    OpenOwn,
    ReadAnswers,
    Report,
    Withdraw,
)
from handlers.difficulties.wording import about, key_label, lines, with_quote
from handlers.menu import to_menu
from handlers.ui.buttons import Key
from handlers.ui.paging import page_of, paged_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.difficulties.cards import OwnCase
from services.difficulties.cases import OPEN

PAGE = 3


@dataclass(frozen=True)
class AdditionKept(Screen):
    """The added word is with the staff."""

    number: int
    helper: str
    due_at: datetime
    reopened: bool

    def render(self, texts: Texts) -> Message:
        """Say until when an answer comes."""
        name = "difficulty-added-reopened" if self.reopened else "difficulty-added"
        return Message(
            texts(name, number=self.number, due=self.due_at),
            rows=((OpenOwn(self.number).labelled(texts.label("difficulty-open")),),),
        )


@dataclass(frozen=True)
class OwnCases(Screen):
    """The list of one's own cases."""

    cases: tuple[OwnCase, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """A line each, a key each."""
        new = Report().labelled(texts.label("difficulty-new"))
        if not self.cases:
            return Message(texts("difficulty-none"), rows=((new,), (to_menu(texts),)))
        page = page_of(self.cases, self.page, size=PAGE)
        body = lines(
            texts("difficulty-list", n=len(self.cases)),
            *(
                texts("difficulty-line", number=case.number, state=state(texts, case))
                for case in page.items
            ),
        )
        rows = tuple(
            (OpenOwn(case.number).labelled(key_label(texts, case.number, case)),)
            for case in page.items
        )
        return Message(
            body, rows=paged_rows(rows, page, MyCases, texts, exits=(new, to_menu(texts)))
        )


@dataclass(frozen=True)
class OwnCaseShown(Screen):
    """One of one's own cases as it stands now."""

    case: OwnCase
    intro: str = ""
    """The text said first, when somebody did not ask for this screen."""

    def render(self, texts: Texts) -> Message:
        """State, what was said, what can be done."""
        case = self.case
        above = (
            texts(self.intro) if self.intro else "",
            texts("difficulty-own", number=case.number, state=state(texts, case)),
            about(texts, case),
        )
        below = (
            texts("difficulty-files", n=case.files) if case.files else "",
            texts("difficulty-seen-by", kind="unnamed" if case.anonymous else "named"),
        )
        body = with_quote(texts, above, case.text, below)
        return Message(body, rows=tuple((key,) for key in self._keys(texts)))

    def _keys(self, texts: Texts) -> list[Key]:
        case = self.case
        keys = []
        if case.answers:
            keys.append(ReadAnswers(case.number).labelled(texts.label("difficulty-read")))
        more = "difficulty-add" if case.status in OPEN else "difficulty-ask-again"
        keys.append(AddWord(case.number).labelled(texts.label(more)))
        if case.status in OPEN:
            keys.append(Withdraw(case.number).labelled(texts.label("difficulty-withdraw")))
        keys.append(MyCases().labelled(texts.label("difficulty-mine")))
        return keys


@dataclass(frozen=True)
class WithdrawAsked(Screen):
    """Taking a question back: sure?"""

    number: int

    def render(self, texts: Texts) -> Message:
        """Ask once."""
        yes = Withdraw(self.number, sure=True).labelled(texts.label("difficulty-withdraw-yes"))
        no = OpenOwn(self.number).labelled(texts.label("forms-back"))
        return Message(texts("difficulty-withdraw-asked", number=self.number), rows=((yes,), (no,)))


def state(texts: Texts, case: OwnCase) -> str:
    """How a case stands, in a few words."""
    if case.status in OPEN:
        name = "difficulty-state-late" if case.delayed else "difficulty-state-open"
        return texts(name, due=case.due_at)
    if case.status == "answered":
        return texts("difficulty-state-answered")
    name = f"difficulty-state-{case.status}"
    return texts(name, day=case.closed_at or case.reported_at)
