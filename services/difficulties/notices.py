"""What people are told about a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.difficulties.attachments import Attachment
from services.difficulties.cards import Card, OwnCase
from services.notices import Notice


@dataclass(frozen=True)
class CaseShown(Notice):
    """The present card of a case, for one of the staff."""

    card: Card
    why: str = ""
    """new | passed | overdue | due_soon | addition | call: why it comes now; empty: it changed."""


@dataclass(frozen=True)
class AdditionCame(Notice):
    """The reporter added something."""

    card: Card
    text: str
    files: tuple[Attachment, ...]


@dataclass(frozen=True)
class AnswerCame(Notice):
    """The answer to a case; the files follow by themselves when there are several."""

    number: int
    helper: str
    text: str
    first: Attachment | None = None


@dataclass(frozen=True)
class FilesCame(Notice):
    """One file of a case, or its photos together."""

    number: int
    files: tuple[Attachment, ...]


@dataclass(frozen=True)
class RatingAsked(Notice):
    """Was the answer to the point?"""

    number: int
    round: int
    helper: str


@dataclass(frozen=True)
class CaseClosed(Notice):
    """The staff closed a case."""

    case: OwnCase


@dataclass(frozen=True)
class CaseLate(Notice):
    """The promised day has passed."""

    number: int
    next_helper: str


@dataclass(frozen=True)
class CasePassed(Notice):
    """Somebody else will answer."""

    number: int
    helper: str
    role: str
    due_at: datetime
    call: bool = False


@dataclass(frozen=True)
class LessonAsked(Notice):
    """Two school weeks later: did it work in class?"""

    case: OwnCase
    round: int
