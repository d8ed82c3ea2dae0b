"""What members said of a summary, for whoever leads: at the gathering, and before the meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handlers.decisions.buttons import Decide, SeeVotes, WaitForMeeting, WriteMeeting
from handlers.menu import to_menu
from handlers.results.buttons import OpenTable
from handlers.results.group_screen import shortened
from handlers.results.wording import title_line
from handlers.ui.buttons import Key, Rows
from handlers.ui.layout import in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from services.studies import Title
from services.summaries import FindingTally

SKILL = 60


@dataclass(frozen=True)
class VotesOnSummary(Screen):
    """What members said of the findings; for the head of the association."""

    summary_id: int
    title: Title
    findings: tuple[FindingTally, ...]

    def render(self, texts: Texts) -> Message:
        """Show how the votes stand."""
        title = title_line(self.title, texts)
        lines = [texts("summary-gathered", title=title), *_votes(self.findings, texts)]
        lines.append(texts("summary-association-decides"))
        return Message("\n".join(lines), _keys(self.summary_id, texts))


@dataclass(frozen=True)
class MeetingTomorrow(Screen):
    """The meeting is on the next working day; its decision is not written down yet."""

    summary_id: int
    title: Title
    held_on: date
    findings: tuple[FindingTally, ...]

    def render(self, texts: Texts) -> Message:
        """Show how the votes stand."""
        title = title_line(self.title, texts)
        lines = [texts("decision-meeting-comes", title=title, day=self.held_on)]
        lines += _votes(self.findings, texts)
        return Message("\n".join(lines), _keys(self.summary_id, texts, again=True))


@dataclass(frozen=True)
class WhenIsTheMeeting(Screen):
    """The day of the meeting is asked for."""

    summary_id: int
    days: tuple[date, ...]
    """In one week, in two."""

    def render(self, texts: Texts) -> Message:
        """Two days as keys, any other in words."""
        keys = [
            WaitForMeeting(self.summary_id, day).labelled(
                texts.label("decision-meeting-in", weeks=weeks, day=day)
            )
            for weeks, day in enumerate(self.days, 1)
        ]
        keys.append(WriteMeeting(self.summary_id).labelled(texts.label("decision-write-day")))
        back = SeeVotes(self.summary_id).labelled(texts.label("forms-back"))
        return Message(texts("decision-when-meeting"), in_rows(keys, exits=[back], columns=1))


@dataclass(frozen=True)
class MeetingWaitedFor(Screen):
    """The day is kept."""

    summary_id: int
    held_on: date
    reminded: bool

    def render(self, texts: Texts) -> Message:
        """Say when it is brought up, and that it can be written down before."""
        words = texts("decision-meeting-kept", day=self.held_on, reminded=self.reminded)
        return Message(words, _keys(self.summary_id, texts, again=True))


def _votes(findings: tuple[FindingTally, ...], texts: Texts) -> list[Markup]:
    return [
        texts(
            "summary-gathered-finding",
            number=number,
            skill=shortened(one.skill or texts.label("summary-task", code=one.code), SKILL),
            plan=one.plan,
            not_ours=one.not_ours,
            help=one.help,
        )
        for number, one in enumerate(findings, 1)
    ]


def _keys(summary_id: int, texts: Texts, *, again: bool = False) -> Rows:
    wait = texts.label("decision-meeting-moved" if again else "decision-wait")
    keys: list[Key] = [
        Decide(summary_id).labelled(texts.label("decision-write-down")),
        WaitForMeeting(summary_id).labelled(wait),
        OpenTable(summary_id, 0).labelled(texts.label("results-open-table")),
    ]
    return in_rows(keys, exits=[to_menu(texts)], columns=1)
