"""Words of papers: the texts of a language, with their emphasis kept."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

from handlers.results.wording import title_line
from handlers.ui.texts import Texts
from services.papers import Meeting
from services.papers.model import Span, Words
from services.studies import Title

NO_NUMBER = "____"
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


def say(texts: Texts, name: str, /, **args: Any) -> Words:
    """A text whose bold and italic words stay so."""
    reader = _Faces()
    # A day may end with an abbreviation's stop, which is the sentence's as well.
    reader.feed(_TWO_STOPS.sub(".", texts(name, **args)))
    reader.close()
    return tuple(reader.spans)


def plain(texts: Texts, name: str, /, **args: Any) -> str:
    """A text without its emphasis."""
    return "".join(span.text for span in say(texts, name, **args))


def study_line(texts: Texts, title: Title) -> str:
    """What the study is called."""
    return title_line(title, texts)


def day(texts: Texts, when: date | None) -> str:
    """A day with its year; a rule to write on where it is not known."""
    return texts.label("paper-rule") if when is None else texts.label("paper-day", date=when)


def or_rule(texts: Texts, words: str | None) -> str:
    """The words, or a rule to write them on by hand."""
    return words or texts.label("paper-rule")


def numbered(meeting: Meeting) -> str:
    """The number of the minutes, or a rule to write it on."""
    return str(meeting.number) if meeting.number else NO_NUMBER


class _Faces(HTMLParser):
    """Telegram's HTML into spans."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.spans: list[Span] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        bold = any(tag in ("b", "strong") for tag in self._open)
        italic = any(tag in ("i", "em") for tag in self._open)
        self.spans.append(Span(data, bold, italic))
