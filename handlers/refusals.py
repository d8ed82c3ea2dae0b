"""Refusals and accidents, said kindly: what happened, what is whole, what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from handlers.home import home
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply, Toast
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.errors import Forbidden, ServiceError


@dataclass(frozen=True)
class Refused(Screen):
    """A rule said no; the words belong to the rule's name."""

    text_id: str
    details: dict[str, Any] = field(default_factory=dict)

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts(self.text_id, **self.details))


@dataclass(frozen=True)
class Apology(Screen):
    """An update failed for good; its content is kept for us to look at."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("refusal-apology"))


@dataclass(frozen=True)
class SlowDown(Screen):
    """Messages came faster than anybody writes; the last ones were not read."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("refusal-slow-down"))


def text_of(error: type[ServiceError]) -> str:
    """The id of an error's words: InvitationExpired → error-invitation-expired."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "-", error.__name__).lower()
    return f"error-{name}"


def refuse(context: Context, error: ServiceError, *, pressed: bool) -> Outcome:
    """A pop-up for a press in a group, the ways in for a stranger, a screen for all else."""
    stranger = context.private and context.work.actor.person_id is None
    if stranger and isinstance(error, Forbidden):
        return Reply(home(context, intro="menu-not-understood"), replace=False)
    if pressed and not context.private:
        return Toast(text_of(type(error)), error.details, alert=True)
    return Reply(Refused(text_of(type(error)), dict(error.details)), replace=False)


def button_of_another(_context: Context) -> Outcome:
    """Somebody pressed what was meant for another."""
    return Toast("refusal-button-of-another", alert=True)


def button_forged(_context: Context) -> Outcome:
    """The data was not ours: nothing is done, nothing is explained."""
    return Toast("refusal-button-unknown", alert=True)
