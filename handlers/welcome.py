"""What a stranger sees: what this is, what is kept, and the two ways in."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.contact import ContactShown, contact_line
from handlers.ui.buttons import Button, Key
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts


@dataclass(frozen=True, slots=True)
class HaveInvitation(Button):
    """«I have an invitation»: how to open it."""

    prefix = "hasinv"


@dataclass(frozen=True, slots=True)
class AskAccess(Button):
    """«Ask for access»: choose the municipality, then the school."""

    prefix = "access"


@dataclass(frozen=True, slots=True)
class WhatIsKept(Button):
    """«What will you know about me?» `way` leads back to where it was asked."""

    prefix = "about"
    way: str = ""


@dataclass(frozen=True, slots=True)
class CallSomebody(Button):
    """«By telephone»: whom to call."""

    prefix = "call"


@dataclass(frozen=True)
class Welcome(Screen):
    """What this is, said to somebody unknown; `intro` may have words for strangers above it."""

    district: str
    intro: str = ""
    asked_at: str = ""
    """The school whose methodologist has the stranger's request already."""

    def render(self, texts: Texts) -> Message:
        """Say what the bot is for and show the ways in, or where the request is."""
        if self.asked_at:
            return Message(texts("welcome-waiting", school=self.asked_at), _while_waiting(texts))
        above = f"{self.intro}.stranger"
        lines = [texts(above)] if texts.has(above) else []
        lines.append(
            texts("welcome-of-district", district=self.district)
            if self.district
            else texts("welcome")
        )
        return Message("\n".join(lines), _ways_in(texts))


@dataclass(frozen=True)
class HowToOpen(Screen):
    """How an invitation is opened."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        ask = AskAccess().labelled(texts.label("welcome-ask-access"))
        return Message(texts("welcome-how-to-open"), ((ask,),))


@dataclass(frozen=True)
class NoWayIn(Screen):
    """A code that opens nothing: wrong, expired, used up and locked out look alike."""

    contact: ContactShown

    def render(self, texts: Texts) -> Message:
        """Say it, and whom to ask."""
        text = f"{texts('welcome-no-way-in')}\n{contact_line(texts, self.contact)}"
        ask = AskAccess().labelled(texts.label("welcome-ask-access"))
        return Message(text, ((ask,),))


@dataclass(frozen=True)
class NoRole(Screen):
    """A person without any role: they may come in anew; an owner waits for a district."""

    appointed: bool = False

    def render(self, texts: Texts) -> Message:
        """Say it and show the ways in."""
        if self.appointed:
            return Message(texts("welcome-owner-without-district"))
        return Message(texts("welcome-no-role"), _ways_in(texts))


def _while_waiting(texts: Texts) -> tuple[tuple[Key, ...], ...]:
    return (
        (AskAccess().labelled(texts.label("welcome-my-request")),),
        (CallSomebody().labelled(texts.label("welcome-call")),),
        (WhatIsKept().labelled(texts.label("welcome-what-is-kept")),),
    )


def _ways_in(texts: Texts) -> tuple[tuple[Key, ...], ...]:
    return (
        (HaveInvitation().labelled(texts.label("welcome-have-invitation")),),
        (AskAccess().labelled(texts.label("welcome-ask-access")),),
        (CallSomebody().labelled(texts.label("welcome-call")),),
        (WhatIsKept().labelled(texts.label("welcome-what-is-kept")),),
    )
