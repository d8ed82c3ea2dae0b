"""What follows a study put into the calendar: the same for others, undoing, excusing schools."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handlers.expected_studies.asking import asking, ways_out
from handlers.expected_studies.buttons import (
    AddForGrade,
    AddForSubject,
    AnotherGrade,
    AnotherSubject,
    CancelExpected,
    RestoreExpected,
)
from handlers.expected_studies.wording import titles_words
from handlers.forms.keyboard import Option
from handlers.ui.buttons import Key
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from services.expected_studies.planning import Added
from services.studies import Title
from services.subjects import subject


@dataclass(frozen=True)
class StudiesAdded(Screen):
    """What was put into the calendar, and one tap to do the same again."""

    added: Added

    def render(self, texts: Texts) -> Message:
        """Say what is expected of whom by when."""
        done = self.added
        lines: list[Markup] = []
        if done.titles:
            lines.append(texts("expected-added", titles=titles_words(done.titles, texts)))
            lines.append(
                texts(
                    "expected-added-by",
                    due=done.due_on,
                    own=done.of_school,
                    all=done.all_schools,
                    count=done.schools,
                )
            )
        if done.known:
            lines.append(texts("expected-known", titles=titles_words(done.known, texts)))
        return Message("\n".join(lines), (*self._more(texts), *ways_out(texts)))

    def _more(self, texts: Texts) -> Iterable[tuple[Key, ...]]:
        done = self.added
        if not done.titles:
            return
        same = [
            AnotherSubject(done.first, done.last).labelled(texts.label("expected-same-subject"))
        ]
        if not done.one_grade:
            grade = AnotherGrade(done.first, done.last)
            same.append(grade.labelled(texts.label("expected-same-grade")))
        yield tuple(same)
        undo = CancelExpected(done.first, done.last)
        yield (undo.labelled(texts.label("expected-undo")),)


@dataclass(frozen=True)
class WhichSubject(Screen):
    """The same for which other subject?"""

    first: int
    last: int
    titles: tuple[Title, ...]
    subjects: tuple[str, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """The subjects as keys."""
        options = [
            Option(_capital(subject(key).name(texts.language)), self._add(key))
            for key in self.subjects
        ]
        return asking(
            texts("expected-which-subject", titles=titles_words(self.titles, texts)),
            options,
            lambda page: AnotherSubject(self.first, self.last, page),
            self.page,
            texts,
        )

    def _add(self, key: str) -> AddForSubject:
        return AddForSubject(self.first, self.last, key)


@dataclass(frozen=True)
class WhichGrade(Screen):
    """The same for which other grade?"""

    first: int
    last: int
    titles: tuple[Title, ...]
    grades: tuple[int, ...]

    def render(self, texts: Texts) -> Message:
        """The grades as keys."""
        options = [
            Option(str(grade), AddForGrade(self.first, self.last, grade)) for grade in self.grades
        ]
        question = texts("expected-which-grade", titles=titles_words(self.titles, texts))
        return asking(question, options, lambda _: AnotherGrade(self.first, self.last), 0, texts)


@dataclass(frozen=True)
class StudiesCancelled(Screen):
    """Taken out of the calendar; it can be put back."""

    first: int
    last: int
    titles: tuple[Title, ...]

    def render(self, texts: Texts) -> Message:
        """Say it, offer to undo."""
        undo = RestoreExpected(self.first, self.last).labelled(texts.label("expected-restore"))
        text = texts("expected-cancelled", titles=titles_words(self.titles, texts))
        return Message(text, ((undo,), *ways_out(texts)))


@dataclass(frozen=True)
class StudiesRestored(Screen):
    """Back in the calendar."""

    first: int
    last: int
    titles: tuple[Title, ...]

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(
            texts("expected-restored", titles=titles_words(self.titles, texts)), ways_out(texts)
        )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
