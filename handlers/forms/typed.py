"""Labels typed instead of pressed: people whose buttons do not load write what they see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from handlers.forms import dialog
from handlers.forms.buttons import Leave
from handlers.forms.ends import review_of
from handlers.ui.buttons import Button
from handlers.ui.context import Context
from handlers.ui.layout import LABEL_LIMITS
from handlers.ui.outcome import PASS, Outcome
from handlers.ui.screens import Screen
from handlers.ui.texts import Texts
from services.dialogs import Filling
from services.forms import Question

NOT_LETTERS = re.compile(r"[\W_]+")
TextsOf = Callable[[str], Texts]
Press = Callable[[Context, Button], Outcome]

_texts_of: list[TextsOf] = []
_presses: dict[type[Button], Press] = {}


def hear(texts_of: TextsOf, presses: Iterable[Mapping[type[Button], Press]]) -> None:
    """Learn the words of the keys, by language, and what answers each button."""
    _texts_of[:] = [texts_of]
    for some in presses:
        _presses.update(some)


def button_typed(context: Context, filling: Filling, question: Question | None) -> Button | None:
    """The button of the form's present screen whose label was written; None for other words."""
    words = letters(context.text)
    short = len(context.text) <= LABEL_LIMITS[1]
    if not words or not short or context.file is not None or not _texts_of:
        return None
    screen = _present(context, filling, question)
    if not isinstance(screen, Screen):
        return None
    texts = _texts_of[0](context.work.actor.language)
    if words == letters(texts.label("forms-leave")):
        # The way out is known by name also where six choices leave it no row.
        return Leave(filling.name, filling.step)
    rows = screen.render(texts).rows
    same = [key.button for row in rows for key in row if letters(key.label) == words]
    return same[0] if len(same) == 1 else None


def press(context: Context, button: Button) -> Outcome:
    """Do what a press would; what follows is sent below, for nothing was pressed."""
    answer = _presses.get(type(button))
    return PASS if answer is None else answer(context, button)


def letters(text: str) -> str:
    """Letters and digits alone, in small letters; the Russian yo counts as ye."""
    return NOT_LETTERS.sub(" ", text.casefold().replace("\u0451", "\u0435")).strip()


def _present(context: Context, filling: Filling, question: Question | None) -> Outcome:
    if question is None and review_of(filling.name) is None:
        return None
    return dialog.ask(context, filling)
