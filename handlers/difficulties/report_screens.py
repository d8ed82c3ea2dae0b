"""Before and after sending: the check, the honest warning, the number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.difficulties.buttons import (
    AddWord,
    HideSubject,
    MyCases,
    Unnamed,
)
from handlers.difficulties.wording import about, with_quote
from handlers.forms import Drop, Fix, Send
from handlers.ui.buttons import Rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts

FORM = "difficulty"
PEOPLE_CAN_BE_HEARD = frozenset({"voice", "audio", "video"})


@dataclass(frozen=True)
class Check(Screen):
    """All said; who will see it; send?"""

    step: int
    group: str
    item: str
    title: str
    subject: str
    grade: str
    text: str
    files: tuple[str, ...]
    """The kinds of what is attached."""
    anonymous: bool
    sensitive: bool

    def render(self, texts: Texts) -> Message:
        """The case as the methodologist will see it, then the ways on."""
        above = (texts("difficulty-check"), about(texts, self))
        below = (
            texts("difficulty-files", n=len(self.files)) if self.files else "",
            texts("difficulty-seen-by", kind=self._seen_by),
            self._heard(texts),
        )
        body = with_quote(texts, above, self.text, below)
        return Message(body, rows=self._rows(texts))

    @property
    def _seen_by(self) -> str:
        if self.anonymous:
            return "unnamed"
        return "sensitive" if self.sensitive else "named"

    def _heard(self, texts: Texts) -> str:
        kinds = set(self.files)
        if not self.anonymous or not kinds:
            return ""
        if kinds & PEOPLE_CAN_BE_HEARD:
            return texts("difficulty-voice-is-known")
        return texts("difficulty-file-name-is-seen") if "document" in kinds else ""

    def _rows(self, texts: Texts) -> Rows:
        wish = "difficulty-with-name" if self.anonymous else "difficulty-without-name"
        return (
            (Send(FORM, self.step).labelled(texts.label("forms-send")),),
            (Unnamed(FORM, self.step, not self.anonymous).labelled(texts.label(wish)),),
            (
                Fix(FORM, self.step).labelled(texts.label("forms-fix")),
                Drop(FORM, self.step).labelled(texts.label("forms-drop")),
            ),
        )


@dataclass(frozen=True)
class FewColleagues(Screen):
    """The subject alone may give one away: the honest warning."""

    step: int
    subject: str
    teachers: int

    def render(self, texts: Texts) -> Message:
        """Say how few, let the person decide."""
        hide = HideSubject(FORM, self.step, wish=True)
        leave = HideSubject(FORM, self.step, wish=False)
        return Message(
            texts("difficulty-few", subject=self.subject, n=self.teachers),
            rows=(
                (hide.labelled(texts.label("difficulty-hide-subject")),),
                (leave.labelled(texts.label("difficulty-leave-subject")),),
            ),
        )


@dataclass(frozen=True)
class DifficultyAccepted(Screen):
    """It is kept: the number, who answers, by when."""

    number: int
    helper: str
    due_at: datetime

    def render(self, texts: Texts) -> Message:
        """Say it."""
        name = "difficulty-accepted" if self.helper else "difficulty-accepted-by-service"
        return Message(
            texts(name, number=self.number, helper=self.helper, due=self.due_at),
            rows=(
                (AddWord(self.number).labelled(texts.label("difficulty-add")),),
                (MyCases().labelled(texts.label("difficulty-mine")),),
            ),
        )
