"""What is said when groups come, ask, are linked and go."""

from __future__ import annotations

from dataclasses import dataclass

from services.errors import ServiceError
from services.notices import Notice


class GroupNotAsking(ServiceError):
    """The group has been confirmed, declined or left meanwhile."""


@dataclass(frozen=True)
class GroupAsks(Notice):
    """A group has shown the code; the one who made it confirms or declines."""

    chat_id: int
    title: str
    members: int
    association: str
    replaces: str
    """The group linked so far, whose place the new one would take."""


@dataclass(frozen=True)
class GroupLinked(Notice):
    """The first words in a group: what the bot does here and what it does not."""

    association: str


@dataclass(frozen=True)
class GroupUnlinked(Notice):
    """The last words in a group that was linked."""


@dataclass(frozen=True)
class GroupLeft(Notice):
    """Go out of the group without a word."""


@dataclass(frozen=True)
class GroupLost(Notice):
    """The bot was put out of a linked group."""

    title: str
    association: str


@dataclass(frozen=True)
class GroupTaken(Notice):
    """A code was shown in a group that is linked already; the code stays good."""

    title: str
    association: str
