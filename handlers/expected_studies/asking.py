"""Questions of the calendar with their choices, and the ways out below."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from handlers.expected_studies.buttons import ExcuseSchool, NotHeld, OpenCalendar
from handlers.forms.keyboard import Option, fit
from handlers.menu import to_menu
from handlers.ui.buttons import Button, Key
from handlers.ui.layout import SCREEN_LIMIT
from handlers.ui.paging import turning_row
from handlers.ui.screens import Message
from handlers.ui.texts import Markup, Texts


def asking(
    question: Markup,
    options: list[Option],
    turn: Callable[[int], Button],
    page: int,
    texts: Texts,
    exits: tuple[Key, ...] = (),
) -> Message:
    """A question with its choices, page by page; the calendar is the way out unless told."""
    exits = exits or (OpenCalendar().labelled(texts.label("expected-back")),)
    ways = tuple((key,) for key in exits)
    if not options:
        return Message(question, ways)
    shown = fit(
        options,
        below=len(exits),
        room=SCREEN_LIMIT - len(question),
        page=page,
        ticks=_ticks(options),
    )
    turning = turning_row(shown.page, turn, texts)
    text = f"{question}\n{shown.text}" if shown.text else question
    return Message(text, (*shown.rows, *((turning,) if turning else ()), *ways))


def _ticks(options: Iterable[Option]) -> bool:
    return any(isinstance(one.button, ExcuseSchool | NotHeld) for one in options)


def ways_out(texts: Texts) -> tuple[tuple[Key, ...], ...]:
    """To the calendar, and out of it."""
    return ((OpenCalendar().labelled(texts.label("expected-back")),), (to_menu(texts),))
