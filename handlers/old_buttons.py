"""Old buttons: from any time they land on the present screen, never on silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from handlers.home import home
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply, Toast
from handlers.ui.routes import Handler
from handlers.ui.screens import Screen

H = TypeVar("H", bound=Handler)

OPENING = Toast("old-button-opening")

_present: dict[str, Handler] = {}


def opens_now(*prefixes: str) -> Callable[[H], H]:
    """Register what outdated buttons of these prefixes open: the section's present screen."""

    def decorate(handler: H) -> H:
        for prefix in prefixes:
            if prefix in _present:
                raise ValueError(f"two screens for old buttons of {prefix}")
            _present[prefix] = handler
        return handler

    return decorate


def present_screen(context: Context, prefix: str) -> Outcome:
    """What an outdated button opens: its section if one is registered, else the menu."""
    if not context.private:
        return Toast("old-button-in-group", alert=True)
    handler = _present.get(prefix)
    if handler is None:
        return Reply(home(context, intro="old-button-menu"), toast=OPENING)
    outcome = handler(context)
    if isinstance(outcome, Screen):
        return Reply(outcome, toast=OPENING)
    if isinstance(outcome, Reply) and outcome.toast is None:
        return replace(outcome, toast=OPENING)
    return outcome
