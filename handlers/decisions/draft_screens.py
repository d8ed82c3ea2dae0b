"""The draft on a telephone: area by area, then the whole before it is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.decisions.buttons import (
    AskDue,
    AskMeasure,
    AskNote,
    AskOwner,
    CheckDraft,
    ChooseFor,
    DropDraft,
    LayDraftAside,
    OpenDecisions,
    RecordDecision,
    ShowArea,
    WriteHeldOn,
)
from handlers.decisions.wording import (
    area_line,
    fitted,
    measure_line,
    place_of,
    plan_lines,
    skill_of,
)
from handlers.menu import to_menu
from handlers.results.group_screen import shortened
from handlers.results.wording import title_line
from handlers.ui.buttons import Key, Rows
from handlers.ui.layout import in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.decisions import DecisionView, ItemView
from services.studies import Title
from services.summaries import Choice


@dataclass(frozen=True)
class AreaOfDecision(Screen):
    """One area with its votes; what most said is chosen already, the rest is suggested."""

    decision_id: int
    item_id: int
    place: int
    total: int
    title: Title
    item: ItemView

    def render(self, texts: Texts) -> Message:
        """Ask what becomes of it."""
        return Message(fitted(lambda length: self._lines(length, texts)), self._rows(texts))

    def _lines(self, length: int, texts: Texts) -> list[str]:
        item = self.item
        lines: list[str] = [
            texts(
                "decision-area",
                title=title_line(self.title, texts),
                number=self.place + 1,
                total=self.total,
            ),
            texts(
                "decision-area-skill",
                skill=skill_of(item, texts, length),
                place=place_of(item, texts),
            ),
            texts("decision-area-votes", plan=item.plan, not_ours=item.not_ours, help=item.help),
        ]
        if item.choice == Choice.PLAN:
            return [*lines, *plan_lines(item, texts, length)]
        return [*lines, texts("decision-area-chosen", choice=item.choice)]

    def _rows(self, texts: Texts) -> Rows:
        choices = tuple(
            ChooseFor(self.item_id, one).labelled(
                texts.label("decision-choice-key", choice=one, chosen=one == self.item.choice)
            )
            for one in Choice
        )
        on = ShowArea(self.decision_id, self.place + 1).labelled(
            texts.label("decision-on"), style="primary"
        )
        return (choices, *self._details(texts), (on,), self._ways(texts))

    def _details(self, texts: Texts) -> Rows:
        if self.item.choice != Choice.PLAN:
            return ()
        return (
            (
                AskMeasure(self.item_id).labelled(texts.label("decision-measure-key")),
                AskOwner(self.item_id).labelled(texts.label("decision-owner-key")),
                AskDue(self.item_id).labelled(texts.label("decision-due-key")),
            ),
        )

    def _ways(self, texts: Texts) -> tuple[Key, ...]:
        aside = LayDraftAside(self.decision_id).labelled(texts.label("decision-lay-aside"))
        if self.place == 0:
            return (aside,)
        back = ShowArea(self.decision_id, self.place - 1)
        return (back.labelled(texts.label("forms-back")), aside)


@dataclass(frozen=True)
class DraftChecked(Screen):
    """The whole decision before it is recorded: every answer can still be changed."""

    decision: DecisionView
    coming: int
    """The number the minutes will get."""

    def render(self, texts: Texts) -> Message:
        """Show all of it."""
        return Message(fitted(lambda length: self._lines(length, texts)), self._rows(texts))

    def _lines(self, length: int, texts: Texts) -> list[str]:
        view = self.decision
        lines: list[str] = [
            texts(
                "decision-check",
                association=view.association,
                title=title_line(view.title, texts),
                day=view.held_on,
                number=self.coming,
                corrects=view.corrects is not None,
            )
        ]
        for number, item in enumerate(view.items, 1):
            lines.append(area_line(number, item, texts, length))
            lines.append(measure_line(item, texts, length))
        if view.note:
            lines.append(texts("decision-note", words=shortened(view.note, length)))
        lines.append(texts("decision-check-then"))
        return lines

    def _rows(self, texts: Texts) -> Rows:
        view = self.decision
        areas = [
            ShowArea(view.id, place).labelled(texts.label("decision-change", number=place + 1))
            for place in range(len(view.items))
        ]
        about = (
            WriteHeldOn(view.id).labelled(texts.label("decision-held-key")),
            AskNote(view.id).labelled(texts.label("decision-note-key")),
        )
        ways = (
            LayDraftAside(view.id).labelled(texts.label("decision-lay-aside")),
            DropDraft(view.id).labelled(texts.label("decision-drop")),
        )
        record = RecordDecision(view.id).labelled(texts.label("decision-record"), style="success")
        return ((record,), *in_threes(areas), about, ways)


@dataclass(frozen=True)
class DraftLaidAside(Screen):
    """All is kept; it can be gone on with at any time."""

    decision_id: int

    def render(self, texts: Texts) -> Message:
        """Say where it is."""
        keys = [
            CheckDraft(self.decision_id).labelled(texts.label("forms-resume")),
            OpenDecisions().labelled(texts.label("decision-all")),
        ]
        rows = in_rows(keys, exits=[to_menu(texts)], columns=1)
        return Message(texts("decision-laid-aside"), rows)


@dataclass(frozen=True)
class DropAsked(Screen):
    """A draft with answers in it is deleted only after asking."""

    decision_id: int
    corrects: bool

    def render(self, texts: Texts) -> Message:
        """Ask."""
        keys = [
            DropDraft(self.decision_id, sure=True).labelled(
                texts.label("decision-drop-yes"), style="danger"
            ),
            CheckDraft(self.decision_id).labelled(texts.label("decision-drop-no")),
        ]
        words = texts("decision-drop-asked", corrects=self.corrects)
        return Message(words, in_rows(keys, columns=1))


@dataclass(frozen=True)
class DraftDropped(Screen):
    """It is gone."""

    summary_id: int
    corrects: bool

    def render(self, texts: Texts) -> Message:
        """Say it."""
        keys = [OpenDecisions().labelled(texts.label("decision-all"))]
        words = texts("decision-dropped", corrects=self.corrects)
        return Message(words, in_rows(keys, exits=[to_menu(texts)]))


@dataclass(frozen=True)
class DecisionWritten(Screen):
    """It is recorded: its number, what goes out of itself now."""

    decision_id: int
    number: int
    group: str | None
    case: int | None
    plan: bool
    corrected: bool
    held_on: date

    def render(self, texts: Texts) -> Message:
        """Say what follows."""
        lines = [
            texts(
                "decision-recorded",
                number=self.number,
                day=self.held_on,
                plan=self.plan,
                corrected=self.corrected,
            )
        ]
        if self.group is not None:
            lines.append(texts("decision-posted", group=self.group, corrected=self.corrected))
        if self.case is not None:
            lines.append(texts("decision-help-asked", number=self.case))
        keys = [OpenDecisions().labelled(texts.label("decision-all"))]
        return Message("\n".join(lines), in_rows(keys, exits=[to_menu(texts)]))


def in_threes(keys: Sequence[Key]) -> Rows:
    """Short keys by three in a row."""
    return tuple(tuple(keys[at : at + 3]) for at in range(0, len(keys), 3))
