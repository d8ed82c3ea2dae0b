"""How a case is described in words: subject, class, topic; and its state in a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Protocol

from handlers.ui.characters import reach, whole_sign_before
from handlers.ui.layout import SCREEN_LIMIT
from handlers.ui.texts import Markup, Texts
from services.difficulties.labels import group_label, item_label, subject_label

LONGEST_KEY = 28
LONGEST_TITLE = 120
LONGEST_CALLED = 60
LEAST_QUOTE = 40
QUOTE_MARKS = 6
TAG = re.compile(r"<[^>]*>")


class Described(Protocol):
    """What every view of a case has."""

    @property
    def group(self) -> str: ...
    @property
    def item(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def grade(self) -> str: ...
    @property
    def text(self) -> str: ...


def topic(texts: Texts, case: Described) -> str:
    """The topic alone: the item in the reader's language, else as the reporter called it."""
    own = item_label(case.item, texts.language) or shortened(case.title, LONGEST_TITLE)
    return own or group_label(case.group, texts.language) or texts.label("difficulty-untitled")


def called(texts: Texts, case: Described) -> str:
    """What its author would call the case: the topic, else the beginning of their own words."""
    words = topic(texts, case)
    untitled = words == texts.label("difficulty-untitled")
    own = " ".join(case.text.split())
    return shortened(own, LONGEST_CALLED) if untitled and own else words


def about(texts: Texts, case: Described) -> Markup:
    """Subject, class and topic in one line."""
    parts = [subject_label(case.subject, texts.language)]
    parts += [texts.label("difficulty-grade", grade=case.grade)] if case.grade else []
    words = topic(texts, case)
    # Inside a line a topic begins small, unless it begins with an abbreviation.
    inside = any(parts) and words[1:2].islower()
    parts += [words[:1].lower() + words[1:] if inside else words]
    return texts("difficulty-about", parts=tuple(part for part in parts if part))


def quoted(texts: Texts, text: str, *, limit: int) -> str:
    """What a person wrote, in quotation marks, cut to size; empty for nothing."""
    return texts("difficulty-quoted", text=shortened(text, limit)) if text else ""


def with_quote(texts: Texts, above: Sequence[str], text: str, below: Sequence[str]) -> Markup:
    """Lines, then as much of what a person wrote as the screen has room for, then lines."""
    room = SCREEN_LIMIT - visible_length(lines(*above, *below)) - QUOTE_MARKS
    # The mark-up of an escaped sign takes more than the sign; what is seen counts.
    return lines(*above, quoted(texts, text, limit=max(room, LEAST_QUOTE)), *below)


def visible_length(html: str) -> int:
    """How many characters of a text are seen."""
    return len(unescape(TAG.sub("", html)))


def shortened(text: str, limit: int) -> str:
    """The beginning of a text, whole signs only, with an ellipsis where it was cut."""
    end = reach(text, 0, limit)
    if end == len(text):
        return text
    return text[: whole_sign_before(text, 0, reach(text, 0, limit - 1))].rstrip() + "…"


def key_label(texts: Texts, number: int, case: Described) -> str:
    """A case as a key: its number and as much of the topic as fits."""
    return shortened(
        texts.label("difficulty-key", number=number, topic=called(texts, case)), LONGEST_KEY
    )


def lines(*parts: str) -> Markup:
    """The parts that are there, a line each."""
    return Markup("\n".join(part for part in parts if part))
