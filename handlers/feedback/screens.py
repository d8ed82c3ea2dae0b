"""What is asked of those who were helped, and what they are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.difficulties.buttons import AddWord, MyCases, OpenOwn
from handlers.difficulties.wording import called
from handlers.feedback.buttons import (
    CallMe,
    DoNotAsk,
    Explain,
    NeverAsk,
    Obstacle,
    OnLesson,
    Rate,
)
from handlers.ui.buttons import Button, Rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.difficulties.cards import OwnCase
from services.feedback import CALL_TIMES, OUTCOMES, OWN_WORDS, REASONS, SCORES

OBSTACLES = ("no_time", "more_tasks")


@dataclass(frozen=True)
class RatingAskedFor(Screen):
    """Was the answer clear and to the point?"""

    number: int
    round: int
    helper: str

    def render(self, texts: Texts) -> Message:
        """One to five, or one more question."""
        keys = [Rate(self.number, self.round, score).labelled(str(score)) for score in SCORES]
        more = AddWord(self.number).labelled(texts.label("difficulty-ask-again"))
        return Message(
            texts("feedback-rate", number=self.number, helper=self.helper),
            rows=(tuple(keys[:3]), tuple(keys[3:]), (more,)),
        )


@dataclass(frozen=True)
class RatedGood(Screen):
    """Closed; one question will follow."""

    number: int

    def render(self, texts: Texts) -> Message:
        """Say when, and how to have none."""
        return Message(
            texts("feedback-good", number=self.number),
            rows=(
                (DoNotAsk(self.number).labelled(texts.label("feedback-do-not-ask")),),
                (MyCases().labelled(texts.label("difficulty-mine")),),
            ),
        )


@dataclass(frozen=True)
class RatedMiddling(Screen):
    """Kept; something may be missing."""

    number: int

    def render(self, texts: Texts) -> Message:
        """Offer to ask again."""
        more = AddWord(self.number).labelled(texts.label("difficulty-ask-again"))
        return Message(
            texts("feedback-middling", number=self.number),
            rows=((more,), (MyCases().labelled(texts.label("difficulty-mine")),)),
        )


@dataclass(frozen=True)
class ReasonAsked(Screen):
    """The answer did not help: why?"""

    number: int
    round: int

    def render(self, texts: Texts) -> Message:
        """Reasons as keys, own words last."""
        return Message(
            texts("feedback-poor"),
            rows=_column(
                texts,
                *(
                    (Explain(self.number, self.round, reason), f"feedback-reason-{reason}")
                    for reason in (*REASONS, OWN_WORDS)
                ),
            ),
        )


@dataclass(frozen=True)
class PassedOn(Screen):
    """Somebody else answers now, or the same person once more."""

    number: int
    helper: str
    role: str
    due_at: datetime

    def render(self, texts: Texts) -> Message:
        """Who and by when."""
        kind = self.role or "same"
        name = "feedback-passed" if self.helper else "feedback-passed-to-service"
        return Message(
            texts(name, number=self.number, helper=self.helper, role=kind, due=self.due_at),
            rows=_column(texts, (OpenOwn(self.number), "difficulty-open")),
        )


@dataclass(frozen=True)
class CallOffered(Screen):
    """There is nobody else: a telephone call."""

    number: int
    helper: str

    def render(self, texts: Texts) -> Message:
        """Ask when."""
        return Message(
            texts("feedback-call", helper=self.helper),
            rows=_column(
                texts,
                *((CallMe(self.number, when), f"feedback-call-{when}") for when in CALL_TIMES),
            ),
        )


@dataclass(frozen=True)
class CallPlanned(Screen):
    """The time of the call is with the staff."""

    number: int
    helper: str
    when: str

    def render(self, texts: Texts) -> Message:
        """Say it; a number can be added."""
        return Message(
            texts("feedback-call-planned", helper=self.helper, when=self.when),
            rows=_column(texts, (AddWord(self.number), "difficulty-add")),
        )


@dataclass(frozen=True)
class LessonAskedFor(Screen):
    """Two school weeks later: did it work in class?"""

    case: OwnCase
    round: int

    def render(self, texts: Texts) -> Message:
        """One press."""
        number = self.case.number
        return Message(
            texts("feedback-lesson", number=number, topic=called(texts, self.case)),
            rows=_column(
                texts,
                *(
                    (OnLesson(number, self.round, outcome), f"feedback-lesson-{outcome}")
                    for outcome in OUTCOMES
                ),
                (NeverAsk(), "feedback-never"),
            ),
        )


@dataclass(frozen=True)
class ObstacleAsked(Screen):
    """What stood in the way? May be left out."""

    number: int
    round: int

    def render(self, texts: Texts) -> Message:
        """Obstacles as keys, own voice, or nothing."""
        return Message(
            texts("feedback-obstacle"),
            rows=_column(
                texts,
                *(
                    (Obstacle(self.number, self.round, reason), f"feedback-obstacle-{reason}")
                    for reason in (*OBSTACLES, OWN_WORDS, "skipped")
                ),
            ),
        )


@dataclass(frozen=True)
class Noted(Screen):
    """A short word that something is kept; `number` lets the case be asked about again."""

    text_id: str
    number: int | None = None

    def render(self, texts: Texts) -> Message:
        """Say it."""
        if self.number is None:
            return Message(texts(self.text_id))
        return Message(
            texts(self.text_id, number=self.number),
            rows=_column(texts, (AddWord(self.number), "difficulty-ask-again")),
        )


@dataclass(frozen=True)
class Late(Screen):
    """The promised day has passed: said to the one who waits."""

    number: int
    next_helper: str

    def render(self, texts: Texts) -> Message:
        """What happens now."""
        name = "feedback-late" if self.next_helper else "feedback-late-alone"
        return Message(
            texts(name, number=self.number, helper=self.next_helper),
            rows=_column(texts, (OpenOwn(self.number), "difficulty-open")),
        )


def _column(texts: Texts, *keys: tuple[Button, str]) -> Rows:
    return tuple((button.labelled(texts.label(name.replace("_", "-"))),) for button, name in keys)
