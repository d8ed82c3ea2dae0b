"""What the calendar says by itself: reminders, whom to call, what did not come in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handlers.expected_studies.buttons import NotHeld, OpenCalendar, OpenExpected, WhatNotHeld
from handlers.expected_studies.wording import fitting, names_line, title_words
from handlers.invitations.buttons import Invite
from handlers.menu import to_menu
from handlers.results.buttons import SendAFile
from handlers.ui.announce import announces
from handlers.ui.buttons import Key
from handlers.ui.layout import in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from services.expected_studies.notices import (
    Awaited,
    Missing,
    NobodyToRemind,
    ResultsAwaited,
    ResultsMissing,
    Unreached,
)

OPENED = 6
"""How many studies of an evening's message are opened by their numbers."""


@dataclass(frozen=True)
class ResultsReminder(Screen):
    """A school's results are waited for: how to send them, or that there was nothing to send."""

    school_id: int
    items: tuple[Awaited, ...]
    last: bool

    def render(self, texts: Texts) -> Message:
        """Say what and by when, how to be rid of it."""
        late = all(one.late for one in self.items)
        head = texts("expected-reminder-late" if late else "expected-reminder")
        lines = [_item(one, texts) for one in self.items]
        foot = [texts("expected-reminder-foot", last=self.last)]
        nothing: NotHeld | WhatNotHeld = WhatNotHeld(self.school_id)
        if len(self.items) == 1:
            nothing = NotHeld(self.items[0].id, self.school_id)
        rows = (
            (SendAFile().labelled(texts.label("expected-send")),),
            (nothing.labelled(texts.label("expected-not-held")),),
            (OpenCalendar().labelled(texts.label("expected-menu")),),
        )
        return Message(fitting([head], lines, foot, texts), rows)


@dataclass(frozen=True)
class SchoolsToCall(Screen):
    """Schools where nobody can be reminded: whom to call there."""

    schools: tuple[Unreached, ...]

    def render(self, texts: Texts) -> Message:
        """The schools by name."""
        lines = [_call(one, texts) for one in self.schools]
        rows = (
            (Invite().labelled(texts.label("expected-invite")),),
            (OpenCalendar().labelled(texts.label("expected-menu")),),
            (to_menu(texts),),
        )
        return Message(fitting([texts("expected-call-head")], lines, [], texts), rows)


@dataclass(frozen=True)
class MissingInTheEvening(Screen):
    """The due day has gone by: which schools have not sent what."""

    due_on: date
    studies: tuple[Missing, ...]

    def render(self, texts: Texts) -> Message:
        """The studies, each opened by its number."""
        head = texts("expected-digest-head", due=self.due_on)
        lines = [_missing(number, one, texts) for number, one in enumerate(self.studies, 1)]
        keys: list[Key] = [
            OpenExpected(one.id).labelled(str(number))
            for number, one in enumerate(self.studies[:OPENED], 1)
        ]
        numbers = in_rows(keys, columns=3)
        calendar = OpenCalendar().labelled(texts.label("expected-menu"))
        return Message(
            fitting([head], lines, [], texts), (*numbers, (calendar,), (to_menu(texts),))
        )


@announces(ResultsAwaited)
def awaited(notice: ResultsAwaited) -> Screen:
    """A reminder."""
    return ResultsReminder(notice.school_id, notice.items, notice.last)


@announces(NobodyToRemind)
def nobody(notice: NobodyToRemind) -> Screen:
    """Whom to call."""
    return SchoolsToCall(notice.schools)


@announces(ResultsMissing)
def missing(notice: ResultsMissing) -> Screen:
    """What did not come in time."""
    return MissingInTheEvening(notice.due_on, notice.studies)


def _item(one: Awaited, texts: Texts) -> Markup:
    return texts(
        "expected-reminder-item",
        title=title_words(one.title, texts),
        due=one.due_on,
        late=one.late,
    )


def _call(one: Unreached, texts: Texts) -> Markup:
    first = one.items[0]
    return texts(
        "expected-call",
        school=one.school,
        contact=", ".join(filter(None, (one.name, one.phone))),
        known="yes" if one.name or one.phone else "no",
        title=title_words(first.title, texts, short=True),
        more=len(one.items) - 1,
        due=first.due_on,
        late=first.late,
    )


def _missing(number: int, one: Missing, texts: Texts) -> Markup:
    return texts(
        "expected-digest-line",
        number=number,
        title=title_words(one.title, texts, short=True),
        sent=one.sent,
        total=one.total,
        names=names_line(one.schools, texts, 120),
    )
