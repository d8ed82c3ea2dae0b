"""From callback data to the handler of that press; every failure is a handler too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from handlers import refusals
from handlers.ui.buttons import (
    Button,
    ButtonCodec,
    ButtonForged,
    ButtonOfAnother,
    ButtonOutdated,
)
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Handler, Routes

Outdated = Callable[[Context, str], Outcome]


class Unpacker:
    """Knows all buttons' handlers; E4: no press is met with silence."""

    def __init__(self, codec: ButtonCodec, routes: Sequence[Routes], *, outdated: Outdated) -> None:
        self._codec = codec
        self._outdated = outdated
        self._handlers: dict[type[Button], Callable[[Context, Button], Outcome]] = {}
        for one in routes:
            self._handlers.update(one.presses)

    def __call__(self, data: str, chat_id: int, presser: int) -> Handler:
        """The handler of this press, with the button in its hand."""
        try:
            button = self._codec.unpack(data, chat_id=chat_id, presser=presser)
        except ButtonForged:
            return refusals.button_forged
        except ButtonOfAnother:
            return refusals.button_of_another
        except ButtonOutdated as error:
            return partial(self._old, prefix=error.prefix)
        handler = self._handlers.get(type(button))
        if handler is None:
            return partial(self._old, prefix=type(button).prefix)
        return partial(_press, handler, button)

    def _old(self, context: Context, *, prefix: str) -> Outcome:
        return self._outdated(context, prefix)


def _press(
    handler: Callable[[Context, Button], Outcome], button: Button, context: Context
) -> Outcome:
    return handler(context, button)
