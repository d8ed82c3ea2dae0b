"""The table of methods, filled by the modules of this package."""

from collections.abc import Callable
from typing import Any

from sandbox.params import Params
from sandbox.world import World

Method = Callable[[World, Params], Any]

METHODS: dict[str, tuple[str, Method]] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Enter a function into the table under its Bot API name; the case does not matter."""

    def enter(function: Method) -> Method:
        METHODS[name.lower()] = (name, function)
        return function

    return enter
