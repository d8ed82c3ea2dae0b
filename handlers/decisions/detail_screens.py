"""What is asked about one area in the plan: the measure, the owner, the day. Keys or words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.decisions.buttons import (
    AskNote,
    CheckDraft,
    ShowArea,
    TakeDue,
    TakeMeasure,
    TakeOwner,
    WriteDue,
)
from handlers.decisions.wording import fitted, skill_of
from handlers.results.group_screen import shortened
from handlers.ui.buttons import Key
from handlers.ui.layout import in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.decisions import ItemView, Owner


@dataclass(frozen=True)
class MeasureAsked(Screen):
    """What is done: one of what is offered, own words, or nothing named."""

    decision_id: int
    item_id: int
    place: int
    item: ItemView
    offered: tuple[str, ...]

    def render(self, texts: Texts) -> Message:
        """List what is offered; words come as a message."""
        keys = tuple(
            TakeMeasure(self.item_id, number).labelled(str(number + 1))
            for number in range(len(self.offered))
        )
        none = TakeMeasure(self.item_id, None).labelled(texts.label("decision-no-measure"))
        back = _back(self.decision_id, self.place, texts)
        return Message(fitted(lambda length: self._lines(length, texts)), (keys, (none,), (back,)))

    def _lines(self, length: int, texts: Texts) -> list[str]:
        lines: list[str] = [texts("decision-ask-measure", skill=skill_of(self.item, texts, length))]
        for number, words in enumerate(self.offered, 1):
            lines.append(texts("decision-offered", number=number, words=words))
        if self.item.measure and self.item.measure not in self.offered:
            lines.append(texts("decision-now", words=shortened(self.item.measure, length)))
        return lines


@dataclass(frozen=True)
class OwnerAsked(Screen):
    """Who answers for it; nobody has to be named."""

    decision_id: int
    item_id: int
    place: int
    item: ItemView
    offered: tuple[tuple[Owner, str], ...]

    def render(self, texts: Texts) -> Message:
        """Keys for the usual ones; words come as a message."""
        keys = [
            TakeOwner(self.item_id, who).labelled(texts.label("decision-capital", words=words))
            for who, words in self.offered
        ]
        keys.append(TakeOwner(self.item_id, None).labelled(texts.label("decision-no-owner")))
        words = fitted(lambda length: self._lines(length, texts))
        back = _back(self.decision_id, self.place, texts)
        return Message(words, in_rows(keys, exits=[back], columns=1))

    def _lines(self, length: int, texts: Texts) -> list[str]:
        lines: list[str] = [texts("decision-ask-owner", skill=skill_of(self.item, texts, length))]
        if self.item.owner:
            lines.append(texts("decision-now", words=shortened(self.item.owner, length)))
        return lines


@dataclass(frozen=True)
class DueAsked(Screen):
    """Until when: usual days as keys, any other in words."""

    decision_id: int
    item_id: int
    place: int
    item: ItemView
    offered: tuple[tuple[str, date], ...]
    """(quarter | month | meeting, day)"""

    def render(self, texts: Texts) -> Message:
        """Ask."""
        keys = [
            TakeDue(self.item_id, day).labelled(
                texts.label("decision-due-offered", which=which, day=day)
            )
            for which, day in self.offered
        ]
        keys += [
            WriteDue(self.item_id).labelled(texts.label("decision-write-day")),
            TakeDue(self.item_id, None).labelled(texts.label("decision-no-due")),
        ]
        words = fitted(lambda length: self._lines(length, texts))
        back = _back(self.decision_id, self.place, texts)
        return Message(words, in_rows(keys, exits=[back], columns=1))

    def _lines(self, length: int, texts: Texts) -> Sequence[str]:
        lines: list[str] = [texts("decision-ask-due", skill=skill_of(self.item, texts, length))]
        if self.item.due_on is not None:
            lines.append(texts("decision-due-now", day=self.item.due_on))
        return lines


@dataclass(frozen=True)
class NoteAsked(Screen):
    """Something more for the minutes; words come as a message."""

    decision_id: int
    note: str

    def render(self, texts: Texts) -> Message:
        """Ask; what is there can be taken out."""
        lines: list[str] = [texts("decision-ask-note")]
        keys: list[Key] = []
        if self.note:
            lines.append(texts("decision-now", words=shortened(self.note, 300)))
            away = AskNote(self.decision_id, away=True)
            keys.append(away.labelled(texts.label("decision-no-note")))
        back = CheckDraft(self.decision_id).labelled(texts.label("forms-back"))
        return Message("\n".join(lines), in_rows(keys, exits=[back]))


def _back(decision_id: int, place: int, texts: Texts) -> Key:
    return ShowArea(decision_id, place).labelled(texts.label("forms-back"))
