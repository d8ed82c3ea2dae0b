"""The table of players' routes, filled by the modules of this package."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.params import Params
from sandbox.refusals import PlayError
from sandbox.world import World


@dataclass(slots=True)
class Ask:
    """A player's request; `tail` is what follows a route that ends with a slash."""

    request: web.BaseRequest
    params: Params
    tail: str = ""

    def need(self, name: str) -> int:
        """A whole number that must be there."""
        value = self.params.integer(name)
        if value is None:
            raise PlayError(400, f"{name} is required")
        return value

    def need_text(self, name: str) -> str:
        """A string that must be there and not be empty."""
        value = self.params.text(name)
        if not value:
            raise PlayError(400, f"{name} is required")
        return value


Route = Callable[[World, Ask], Awaitable[Any]]

ROUTES: dict[tuple[str, str], Route] = {}


def route(verb: str, path: str) -> Callable[[Route], Route]:
    """Enter a function into the table; a path that ends with a slash takes a tail."""

    def enter(function: Route) -> Route:
        ROUTES[verb, path] = function
        return function

    return enter
