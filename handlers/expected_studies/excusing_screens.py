"""«It was not held»: in which schools, which studies, and what is noted of it."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.expected_studies.asking import asking, ways_out
from handlers.expected_studies.buttons import (
    ExcuseSchool,
    NotHeld,
    OpenExpected,
    WhatNotHeld,
    WhereNotHeld,
)
from handlers.expected_studies.wording import title_words
from handlers.forms.keyboard import TICK, Option
from handlers.menu import to_menu
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.expected_studies.views import Brief, Overview, Shown
from services.studies import Title


@dataclass(frozen=True)
class NotHeldWhere(Screen):
    """In which schools a study was not held; a press marks, another takes the mark away."""

    shown: Shown
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """The schools by name."""
        one = self.shown
        schools = sorted((*one.waiting, *one.excused), key=lambda school: school.name)
        options = [
            Option(
                school.name,
                ExcuseSchool(one.brief.id, school.id, school.excused, self.page),
                TICK if school.excused else "",
            )
            for school in schools
        ]
        question = texts("expected-not-held-where", title=title_words(one.brief.title, texts))
        back = OpenExpected(one.brief.id).labelled(texts.label("expected-to-study"))
        return asking(
            question,
            options,
            lambda page: WhereNotHeld(one.brief.id, page),
            self.page,
            texts,
            exits=(back, to_menu(texts)),
        )


@dataclass(frozen=True)
class NotHeldWhat(Screen):
    """Which of the studies waited for were not held in a school."""

    calendar: Overview
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """The studies by their due days."""
        school = self.calendar.place_id
        options = [
            Option(
                title_words(one.title, texts, short=True),
                NotHeld(one.id, school, held=one.excused),
                TICK if one.excused else "",
            )
            for one in _to_excuse(self.calendar)
        ]
        name = "expected-not-held-what" if options else "expected-not-held-nothing"
        return asking(
            texts(name), options, lambda page: WhatNotHeld(school, page), self.page, texts
        )


@dataclass(frozen=True)
class SchoolExcused(Screen):
    """A study was not held in a school: nothing is expected; or it was after all."""

    expected: int
    school_id: int
    title: Title
    held: bool
    more: bool
    """Whether the school has other studies that are waited for."""

    def render(self, texts: Texts) -> Message:
        """Say it, offer to undo."""
        name = "expected-counted-again" if self.held else "expected-not-counted"
        undo = NotHeld(self.expected, self.school_id, held=not self.held)
        label = "expected-not-held" if self.held else "expected-held"
        rows = [(undo.labelled(texts.label(label)),)]
        if self.more:
            others = WhatNotHeld(self.school_id)
            rows.append((others.labelled(texts.label("expected-not-held-other")),))
        text = texts(name, title=title_words(self.title, texts))
        return Message(text, (*rows, *ways_out(texts)))


def _to_excuse(calendar: Overview) -> tuple[Brief, ...]:
    """What a school may say was not held: what is waited for, and what it has said so of."""
    return (*calendar.waited, *(one for one in calendar.done if one.excused))
