"""What a handler gives back: a screen, a small pop-up, another act, or several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from handlers.ui.screens import Screen
from services.notices import Urgency


@dataclass(frozen=True, slots=True)
class Toast:
    """A small window for the one who pressed, at most 200 characters; `alert` waits for «OK»."""

    text_id: str
    args: Mapping[str, object] = field(default_factory=dict)
    alert: bool = False


class Act:
    """Base of visible acts that are no messages: frozen dataclasses, stored like screens."""

    __slots__ = ()

    registry: ClassVar[dict[str, type[Act]]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        Act.registry[cls.__name__] = cls


@dataclass(frozen=True)
class React(Act):
    """Put a reaction on somebody's message instead of writing one more."""

    message_id: int
    emoji: str


@dataclass(frozen=True)
class DeleteMessage(Act):
    """Take a message away, ours or (where the bot may) another's."""

    message_id: int


@dataclass(frozen=True)
class RemoveButtons(Act):
    """Leave a message's text and take its buttons away."""

    message_id: int


@dataclass(frozen=True)
class PinMessage(Act):
    """Pin a message of the chat, silently."""

    message_id: int


@dataclass(frozen=True)
class LeaveChat(Act):
    """Go out of a group."""


@dataclass(frozen=True)
class SetCommands(Act):
    """Show a person the commands of their role, by name; «command-<name>» describes each."""

    commands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A screen or an act on its way into the outbox; no `chat_id` means this chat."""

    what: Screen | Act
    chat_id: int | None = None
    anchor: str | None = None
    urgency: Urgency = Urgency.REPLY


@dataclass(frozen=True, slots=True)
class Reply:
    """A screen with a say in how it appears."""

    screen: Screen | None = None
    toast: Toast | None = None
    replace: bool = True
    """Whether a pressed message turns into the screen; otherwise a new one is sent."""
    anchor: str | None = None


class Pass:
    """«Not for me»: the next handler of texts is asked."""


class Fetch:
    """«I need the file itself»: it is fetched into our store, then the handler runs anew."""


class Look:
    """«I need to know the group»: its members are counted, then the handler runs anew."""


PASS = Pass()
FETCH = Fetch()
LOOK = Look()

Outcome = Screen | Toast | Reply | Pass | Fetch | Look | None
