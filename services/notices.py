"""Notices: what a service wants people to know. It knows neither screens nor messengers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum


@dataclass(frozen=True)
class Notice:
    """The base of every notice; subclasses are frozen dataclasses of plain values."""


class Urgency(IntEnum):
    """How a notice is delivered when the limits are short; the values are the outbox lanes."""

    REPLY = 0
    REMINDER = 1
    BROADCAST = 2


@dataclass(frozen=True, slots=True)
class ToPerson:
    """One person, in private."""

    person_id: int


@dataclass(frozen=True, slots=True)
class ToAssociation:
    """The linked group of an association; without one nobody is told."""

    scope_id: int


@dataclass(frozen=True, slots=True)
class ToGroup:
    """A group by itself, linked or not: only to take leave of it."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class ToAccount:
    """Somebody who is not a person of ours yet (a stranger who asked for access)."""

    account: int


Recipient = ToPerson | ToAssociation | ToGroup | ToAccount


@dataclass(frozen=True, slots=True)
class Post:
    """A notice on its way to somebody."""

    to: Recipient
    notice: Notice
    urgency: Urgency = Urgency.REPLY
    key: str | None = None
    """At most one post with the same key is ever delivered."""
    not_before: datetime | None = None
    expires_at: datetime | None = None
    anchor: str | None = None
    """What the message stands for; a later post with the same anchor edits it in place."""
