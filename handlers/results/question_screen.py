"""What a file does not say, asked of its sender: one question, its options as keys."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.results.buttons import AnswerUpload, BackInUpload, DropUpload, SeeQuestion
from handlers.results.group_screen import shortened
from handlers.ui.buttons import Key, Rows
from handlers.ui.layout import LABEL_LIMITS, choices
from handlers.ui.paging import Page, page_line, page_of, turning_row
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from services.uploads import Asked, Option

AT_ONCE, PAGE = 12, 8
"""Options that fit beside the way out; and beside a row to turn pages too."""
AT_ONCE_LONG = 6
"""Options whose names are listed above their keys."""


@dataclass(frozen=True)
class FileQuestion(Screen):
    """One thing to say about a file; nothing is kept yet."""

    asked: Asked
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Ask it."""
        asked = self.asked
        page = page_of(asked.options, self.page, size=_size(asked))
        last = _exits(asked, texts)
        turning = turning_row(page, lambda number: SeeQuestion(asked.upload_id, number), texts)
        below = (*((turning,) if turning else ()), last)
        words, rows = _options(asked, page, last[-1], len(below), texts)
        lines = [*_words(asked, texts), words, page_line(page, texts)]
        return Message("\n".join(filter(None, lines)), (*rows, *below))


@dataclass(frozen=True)
class AnswerTaken(Screen):
    """What was said in own words, in the place of the question."""

    words: str

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("results-answer-taken", words=shortened(self.words, 80)))


def _size(asked: Asked) -> int:
    """How many options stand on one page."""
    longest = max((len(one.label or "") for one in asked.options), default=0)
    if longest > LABEL_LIMITS[1]:
        return AT_ONCE_LONG
    return AT_ONCE if len(asked.options) <= AT_ONCE else PAGE


def _words(asked: Asked, texts: Texts) -> list[Markup]:
    question = texts(
        f"results-ask-{asked.name}",
        subject=asked.subject or "none",
        grade=asked.grade or 0,
        column=asked.params.get("column", ""),
        caption=asked.params.get("caption") or "none",
    )
    return [
        texts("results-asks", kind=asked.kind, works=asked.works),
        question,
        texts("results-ask-number", number=asked.number, total=asked.total),
    ]


def _options(
    asked: Asked, page: Page[Option], filler: Key, below: int, texts: Texts
) -> tuple[Markup, Rows]:
    keys = [
        AnswerUpload(asked.upload_id, asked.key, one.token).labelled(_label(asked, one, texts))
        for one in page.items
    ]
    if not keys:
        return Markup(), ()
    # The rows below are told apart only by their number: what fits beside them is asked for.
    shown = choices(keys, exits=[filler] * below, first=page.first + 1)
    return shown.text, shown.rows[:-below]


def _label(asked: Asked, option: Option, texts: Texts) -> str:
    if option.label is not None:
        return option.label
    name = f"results-option-{asked.name}"
    return texts.label(name, value=option.value) if texts.has(name) else option.value


def _exits(asked: Asked, texts: Texts) -> tuple[Key, ...]:
    cancel = DropUpload(asked.upload_id, corrected=False)
    keys = [cancel.labelled(texts.label("results-cancel"))]
    if asked.may_go_back:
        back = BackInUpload(asked.upload_id)
        keys.insert(0, back.labelled(texts.label("results-back")))
    return tuple(keys)
