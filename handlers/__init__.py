"""What a person sees and presses; one module per noun."""

from __future__ import annotations

from handlers.refusals import button_forged
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes

ROUTES: tuple[Routes, ...] = ()


def screens_outdated(context: Context, prefix: str) -> Outcome:
    return button_forged(context)
