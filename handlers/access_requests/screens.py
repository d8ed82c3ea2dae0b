"""What strangers and methodologists see of a request for access."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.contact import ContactShown, contact_line
from handlers.menu import to_menu
from handlers.picker import Choice, picking
from handlers.start import ComeIn
from handlers.ui.buttons import Button
from handlers.ui.layout import LABEL_LIMITS, in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts


@dataclass(frozen=True, slots=True)
class ChooseMunicipality(Button):
    """This municipality; `page` of its schools."""

    prefix = "accmun"
    scope_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class TurnMunicipalities(Button):
    """Another page of municipalities."""

    prefix = "accpag"
    page: int


@dataclass(frozen=True, slots=True)
class ChooseSchool(Button):
    """This school."""

    prefix = "accsch"
    scope_id: int


@dataclass(frozen=True, slots=True)
class UseThisName(Button):
    """The name the messenger shows."""

    prefix = "accnam"


@dataclass(frozen=True, slots=True)
class TakeBack(Button):
    """Cancel the request."""

    prefix = "accend"


@dataclass(frozen=True, slots=True)
class Decide(Button):
    """Let the stranger in, or not."""

    prefix = "accdec"
    request_id: int
    accepted: bool


@dataclass(frozen=True)
class WhichMunicipality(Screen):
    """The municipalities that are served."""

    choices: tuple[Choice, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Ask."""
        question = texts("access-which-municipality" if self.choices else "access-nobody-served")
        return picking(
            texts,
            question,
            self.choices,
            ChooseMunicipality,
            turn=TurnMunicipalities,
            page=self.page,
            exits=(to_menu(texts),),
        )


@dataclass(frozen=True)
class WhichSchool(Screen):
    """The schools of a municipality."""

    municipality: Choice
    choices: tuple[Choice, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Ask."""
        return picking(
            texts,
            texts("access-which-school", municipality=self.municipality.name),
            self.choices,
            ChooseSchool,
            turn=lambda page: ChooseMunicipality(self.municipality.id, page),
            page=self.page,
            exits=(to_menu(texts),),
        )


@dataclass(frozen=True)
class WhatName(Screen):
    """How the methodologist will know the stranger; `wordless`: something else was sent."""

    school: str
    suggested: str = ""
    wordless: bool = False

    def render(self, texts: Texts) -> Message:
        """Ask for words, offering the messenger's own name."""
        keys = []
        if 0 < len(self.suggested) <= LABEL_LIMITS[1]:
            keys.append(UseThisName().labelled(self.suggested))
        keys.append(TakeBack().labelled(texts.label("access-do-not-send")))
        text = texts("access-name-in-words" if self.wordless else "access-name", school=self.school)
        return Message(text, in_rows(keys, columns=1))


@dataclass(frozen=True)
class RequestSent(Screen):
    """Where the request is now."""

    school: str
    at: datetime

    def render(self, texts: Texts) -> Message:
        """Say it; it can be taken back."""
        back = TakeBack().labelled(texts.label("access-take-back"))
        return Message(texts("access-sent", school=self.school, at=self.at), ((back,),))


@dataclass(frozen=True)
class RequestForYou(Screen):
    """A methodologist is asked."""

    request_id: int
    person: str
    school: str

    def render(self, texts: Texts) -> Message:
        """Who, where, yes or no."""
        keys = (
            Decide(self.request_id, True).labelled(texts.label("access-accept"), style="success"),
            Decide(self.request_id, False).labelled(texts.label("access-decline")),
        )
        return Message(texts("access-asked", name=self.person, school=self.school), (keys,))


@dataclass(frozen=True)
class RequestDecided(Screen):
    """What became of it, for all who were asked."""

    person: str
    school: str
    accepted: bool | None
    decided_by: str

    def render(self, texts: Texts) -> Message:
        """Say it."""
        if self.accepted is None:
            return Message(texts("access-over", school=self.school), ((to_menu(texts),),))
        lines = [
            texts("access-decided", name=self.person, school=self.school, accepted=self.accepted)
        ]
        if self.decided_by:
            lines.append(texts("access-decided-by", by=self.decided_by))
        return Message("\n".join(lines), ((to_menu(texts),),))


@dataclass(frozen=True)
class LetIn(Screen):
    """The stranger may come in."""

    way: str
    school: str

    def render(self, texts: Texts) -> Message:
        """Say it and lead on."""
        key = ComeIn(self.way).labelled(texts.label("access-go-on"), style="primary")
        return Message(texts("access-granted", school=self.school), ((key,),))


@dataclass(frozen=True)
class NotLetIn(Screen):
    """The stranger may not, or nobody answered."""

    school: str
    unanswered: bool
    contact: ContactShown

    def render(self, texts: Texts) -> Message:
        """Say it, and whom to call."""
        text_id = "access-unanswered" if self.unanswered else "access-declined"
        line = contact_line(texts, self.contact)
        return Message(f"{texts(text_id, school=self.school)}\n{line}", ((to_menu(texts),),))
