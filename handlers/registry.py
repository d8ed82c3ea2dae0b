"""All routes in the order they are asked, and what an outdated button lands on."""

from __future__ import annotations

from handlers import forms, results
from handlers.refusals import button_forged
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes

ROUTES: tuple[Routes, ...] = (*forms.ROUTES, results.routes)


def screens_outdated(context: Context, prefix: str) -> Outcome:  # noqa: ARG001 used when filled
    """Land an old button on the present screen."""
    return button_forged(context)
