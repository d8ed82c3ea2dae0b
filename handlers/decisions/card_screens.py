"""Decisions that stand: the list, one of them, the group's post, what is asked on its days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.decisions.buttons import (
    AskHowItWent,
    CorrectDecision,
    OpenDecision,
    OpenDecisions,
    OrderPapers,
    PutOff,
    TellOutcome,
    WriteMoved,
)
from handlers.decisions.wording import area_line, fitted, measure_line, plan_lines, skill_of
from handlers.help_desk.buttons import OpenCase
from handlers.menu import to_menu
from handlers.results.group_screen import shortened
from handlers.results.wording import title_line
from handlers.ui.buttons import Key
from handlers.ui.layout import choices, in_rows
from handlers.ui.paging import page_line, page_of, paged_rows, rows_left
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.decisions import DecisionView, ItemView, Listed
from services.studies import Title
from services.summaries import Choice


@dataclass(frozen=True)
class DecisionCard(Screen):
    """A recorded decision; whoever leads may correct it and say how it went."""

    decision: DecisionView
    leads: bool

    def render(self, texts: Texts) -> Message:
        """Show all of it."""
        view = self.decision
        keys: list[Key] = []
        if self.leads:
            if any(one.outcome is None for one in view.planned):
                keys.append(AskHowItWent(view.id).labelled(texts.label("decision-how-it-went")))
            keys.append(CorrectDecision(view.id).labelled(texts.label("decision-correct")))
        keys.append(OrderPapers(view.id).labelled(texts.label("decision-papers")))
        exits = [OpenDecisions().labelled(texts.label("decision-all")), to_menu(texts)]
        return Message(
            fitted(lambda length: self._lines(length, texts)),
            in_rows(keys, exits=exits, columns=1),
        )

    def _lines(self, length: int, texts: Texts) -> list[str]:
        view = self.decision
        lines: list[str] = [
            texts(
                "decision-card",
                number=view.number,
                day=view.held_on,
                association=view.association,
                title=title_line(view.title, texts),
                corrected=view.corrects is not None,
            )
        ]
        for number, item in enumerate(view.items, 1):
            lines.append(area_line(number, item, texts, length))
            lines.append(measure_line(item, texts, length))
        if view.note:
            lines.append(texts("decision-note", words=shortened(view.note, length)))
        return lines


@dataclass(frozen=True)
class DecisionList(Screen):
    """The decisions one may read, drafts first."""

    listed: tuple[Listed, ...]
    page: int

    def render(self, texts: Texts) -> Message:
        """Show one page of them."""
        exits = [to_menu(texts)]
        if not self.listed:
            return Message(texts("decision-none-yet"), in_rows([], exits=exits))
        page = page_of(self.listed, self.page, size=rows_left(len(exits)))
        many = len({one.association for one in self.listed}) > 1
        shown = choices([_opening(one, many, texts) for one in page.items], first=page.first + 1)
        words = [texts("decision-list"), shown.text, page_line(page, texts)]
        return Message(
            "\n".join(filter(None, words)),
            paged_rows(shown.rows, page, OpenDecisions, texts, exits=exits),
        )


@dataclass(frozen=True)
class DecisionInGroup(Screen):
    """What was decided, for the group: what is in the plan, who, until when."""

    decision: DecisionView

    def render(self, texts: Texts) -> Message:
        """Show it in short."""
        return Message(fitted(lambda length: self._lines(length, texts)))

    def _lines(self, length: int, texts: Texts) -> list[str]:
        view = self.decision
        lines: list[str] = [
            texts(
                "decision-in-group",
                number=view.number,
                day=view.held_on,
                title=title_line(view.title, texts),
                corrected=view.corrects is not None,
            )
        ]
        for number, item in enumerate(view.planned, 1):
            lines.append(area_line(number, item, texts, length))
            lines.append(measure_line(item, texts, length))
        helped = [skill_of(one, texts, length) for one in view.items if one.choice == Choice.HELP]
        if helped:
            lines.append(texts("decision-in-group-help", areas="; ".join(helped)))
        if not view.planned and not helped:
            lines.append(texts("decision-in-group-nothing"))
        return lines


@dataclass(frozen=True)
class HelpWantedFrom(Screen):
    """An association asks the methodologist for help."""

    number: int
    association: str
    place: str
    title: Title
    areas: tuple[str, ...]

    def render(self, texts: Texts) -> Message:
        """Say what about; one key opens the case."""
        key = OpenCase(self.number).labelled(texts.label("help-desk-open"))
        return Message(fitted(lambda length: self._lines(length, texts)), ((key,),))

    def _lines(self, length: int, texts: Texts) -> Sequence[str]:
        return (
            texts(
                "decision-help-wanted",
                number=self.number,
                association=self.association,
                place=self.place,
                known=bool(self.place),
                title=title_line(self.title, texts),
                areas="; ".join(shortened(one, length) for one in self.areas),
            ),
        )


@dataclass(frozen=True)
class DoneAsked(Screen):
    """The day of an area has come, or whoever leads wants to say: is it done?"""

    item_id: int
    number: int
    title: Title
    item: ItemView
    more: int

    def render(self, texts: Texts) -> Message:
        """Ask; three answers, one press."""
        rows = (
            (
                TellOutcome(self.item_id, "done").labelled(texts.label("decision-done")),
                TellOutcome(self.item_id, "partly").labelled(texts.label("decision-partly")),
            ),
            (PutOff(self.item_id).labelled(texts.label("decision-put-off")),),
        )
        return Message(fitted(lambda length: self._lines(length, texts)), rows)

    def _lines(self, length: int, texts: Texts) -> list[str]:
        lines: list[str] = [
            texts(
                "decision-done-asked",
                number=self.number,
                title=title_line(self.title, texts),
                skill=skill_of(self.item, texts, length),
            ),
            *plan_lines(self.item, texts, length),
        ]
        lines.append(texts("decision-done-question", more=self.more))
        return lines


@dataclass(frozen=True)
class PutOffAsked(Screen):
    """To which day is it moved?"""

    decision_id: int
    item_id: int
    item: ItemView
    offered: tuple[tuple[str, date], ...]
    """(month | quarter | meeting, day)"""

    def render(self, texts: Texts) -> Message:
        """Usual days as keys, any other in words."""
        keys = [
            PutOff(self.item_id, day).labelled(
                texts.label("decision-due-offered", which=which, day=day)
            )
            for which, day in self.offered
        ]
        keys.append(WriteMoved(self.item_id).labelled(texts.label("decision-write-day")))
        back = AskHowItWent(self.decision_id).labelled(texts.label("forms-back"))
        words = fitted(lambda length: self._lines(length, texts))
        return Message(words, in_rows(keys, exits=[back], columns=1))

    def _lines(self, length: int, texts: Texts) -> Sequence[str]:
        return (texts("decision-put-off-asked", skill=skill_of(self.item, texts, length)),)


@dataclass(frozen=True)
class OutcomeKept(Screen):
    """What was said of an area is kept; nothing more is asked."""

    decision_id: int
    outcome: str

    def render(self, texts: Texts) -> Message:
        """Say it."""
        keys = [OpenDecision(self.decision_id).labelled(texts.label("decision-open"))]
        words = texts("decision-outcome-kept", outcome=self.outcome)
        return Message(words, in_rows(keys, exits=[to_menu(texts)]))


def _opening(one: Listed, many: bool, texts: Texts) -> Key:
    words = texts.label(
        "decision-list-key",
        number=one.number,
        draft=one.draft,
        day=one.held_on,
        title=title_line(one.title, texts, short=True),
        association=shortened(one.association, 40),
        many=many,
    )
    return OpenDecision(one.decision_id).labelled(words)
