"""Choosing from many places: keys where they fit, else a numbered list, page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.forms.keyboard import Option, fit
from handlers.ui.buttons import Button, Key
from handlers.ui.layout import SCREEN_LIMIT
from handlers.ui.paging import turning_row
from handlers.ui.screens import Message
from handlers.ui.texts import Markup, Texts
from services.scopes import Place


@dataclass(frozen=True, slots=True)
class Choice:
    """A place as a screen keeps it."""

    id: int
    name: str


def as_choices(places: Sequence[Place]) -> tuple[Choice, ...]:
    """Places as a screen keeps them."""
    return tuple(Choice(one.id, one.name) for one in places)


def picking(
    texts: Texts,
    question: Markup,
    choices: Sequence[Choice],
    choose: Callable[[int], Button],
    *,
    turn: Callable[[int], Button],
    page: int = 0,
    exits: Sequence[Key] = (),
) -> Message:
    """The question with its choices; `choose` takes an id, `turn` a page."""
    options = [Option(one.name, choose(one.id)) for one in choices]
    if not options:
        return Message(question, tuple((key,) for key in exits))
    shown = fit(options, below=len(exits), room=SCREEN_LIMIT - len(question), page=page)
    turning = turning_row(shown.page, turn, texts)
    rows = (*shown.rows, *((turning,) if turning else ()), *((key,) for key in exits))
    text = f"{question}\n{shown.text}" if shown.text else question
    return Message(text, rows)
