"""What a handler is given: who wrote, where, what; and the work it may do."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from handlers.ui.outcome import Act, Delivery
from handlers.ui.screens import Screen
from services.notices import Urgency
from services.work import Work


class ChatKind(StrEnum):
    """Where it happens. A supergroup is a group to us."""

    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Chat:
    """The chat the update came from; `id` of a private chat is the person's account."""

    id: int
    kind: ChatKind
    title: str = ""
    topic_id: int | None = None


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file somebody sent. `stored` is its key in our file store, if it was fetched."""

    kind: str
    """photo | document | voice | video | audio"""
    file_id: str
    name: str
    size: int
    mime_type: str = ""
    duration: int | None = None
    stored: str | None = None
    refused: str | None = None
    """Why it could not be fetched ("too_big", "unreachable")."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote or pressed, as the messenger names them."""

    account: int
    first_name: str
    last_name: str = ""
    language: str = "ru"
    is_chat: bool = False
    """An anonymous administrator or a channel: nobody in particular."""
    is_chat_admin: bool = False
    """Known only where the route asked for it."""


@dataclass(slots=True)
class Context:
    """One update in a handler's hands."""

    work: Work
    chat: Chat
    sender: Sender
    message_id: int | None = None
    """The message written, or the one whose button was pressed."""
    text: str = ""
    file: IncomingFile | None = None
    payload: str = ""
    """What followed the command (a deep link's code)."""
    group_key: str | None = None
    """The same for all files of one album."""
    sticker: bool = False
    """A sticker was sent: no words, no file."""
    new_chat_id: int | None = None
    status: str = ""
    """What became of our membership (group events): member, administrator, left, kicked."""
    members: int | None = None
    """How many members the group has, where the handler said LOOK; 0 where nobody knows."""
    deliveries: list[Delivery] = field(default_factory=list)

    @property
    def private(self) -> bool:
        """Whether nobody else reads along."""
        return self.chat.kind is ChatKind.PRIVATE

    def show(
        self,
        screen: Screen,
        *,
        chat_id: int | None = None,
        anchor: str | None = None,
        urgency: Urgency = Urgency.REPLY,
    ) -> None:
        """Send one more screen beside the one the handler returns."""
        self.deliveries.append(Delivery(screen, chat_id=chat_id, anchor=anchor, urgency=urgency))

    def act(self, act: Act, *, chat_id: int | None = None) -> None:
        """Do something visible that is no message: react, delete, pin, leave."""
        self.deliveries.append(Delivery(act, chat_id=chat_id))
