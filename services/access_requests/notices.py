"""What is said about requests for access, and what is refused."""

from __future__ import annotations

from dataclasses import dataclass

from services.errors import ServiceError
from services.notices import Notice
from services.people.contacts import Contact


class TooManyRequests(ServiceError):
    """Enough for one day."""


class DeclinedRecently(ServiceError):
    """The methodologist has said no a few days ago."""


class NobodyToAsk(ServiceError):
    """No methodologist of the place is here yet."""


class NameTooLong(ServiceError):
    """A name is one line."""


class NameMissing(ServiceError):
    """Nothing readable is left of the name."""


@dataclass(frozen=True)
class AccessAsked(Notice):
    """Somebody asks to be let in."""

    request_id: int
    name: str
    school: str


@dataclass(frozen=True)
class AccessDecided(Notice):
    """One of those asked has answered; the others need not."""

    name: str
    school: str
    accepted: bool | None
    """None: the request was taken back, or its time is over."""
    decided_by: str = ""


@dataclass(frozen=True)
class AccessGranted(Notice):
    """The stranger may come in."""

    request_id: int
    school: str


@dataclass(frozen=True)
class AccessDeclined(Notice):
    """The stranger may not, or nobody has answered; and whom to call."""

    school: str
    unanswered: bool
    contact: Contact
