"""From notices to screens: which screen tells people what a service let them know."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from handlers.ui.outcome import Act
from handlers.ui.screens import Screen
from services.notices import Notice

N = TypeVar("N", bound=Notice)
Shown = Screen | Act

_SCREENS: dict[type[Notice], Callable[[Notice], Shown]] = {}


def announces(
    notice: type[N],
) -> Callable[[Callable[[N], Shown]], Callable[[N], Shown]]:
    """Register the function that turns one kind of notice into what is shown."""

    def decorate(function: Callable[[N], Shown]) -> Callable[[N], Shown]:
        if notice in _SCREENS:
            raise ValueError(f"{notice.__name__} is announced twice")
        _SCREENS[notice] = function  # type: ignore[assignment]
        return function

    return decorate


def shown(notice: Notice) -> Shown:
    """What people see of a notice; every notice must have its screen."""
    return _SCREENS[type(notice)](notice)


def announced() -> frozenset[type[Notice]]:
    """All notices that have a screen (an architecture test compares)."""
    return frozenset(_SCREENS)
