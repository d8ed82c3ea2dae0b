"""Routes: which function answers which button, command, text, file or event.

Every module of `handlers` fills one `Routes`; `handlers.ROUTES` lists them in order. The
composition root turns them into the library's own filters and handlers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from handlers.ui.buttons import Button
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome

B = TypeVar("B", bound=Button)
Handler = Callable[[Context], Outcome]


@dataclass(frozen=True, slots=True)
class Command:
    """A command and where it is listened to."""

    name: str
    handler: Handler
    private: bool = True
    group: bool = False


@dataclass(slots=True)
class Routes:
    """The routes of one module."""

    presses: dict[type[Button], Callable[[Context, Button], Outcome]] = field(default_factory=dict)
    commands: list[Command] = field(default_factory=list)
    starts: dict[str, Handler] = field(default_factory=dict)
    """Deep links by the first letters of their payload."""
    texts: list[Handler] = field(default_factory=list)
    """Private texts, voices, photos and files, asked in order until one does not PASS."""
    memberships: list[Handler] = field(default_factory=list)
    """Our own membership in a group, or a person blocking us."""
    migrations: list[Handler] = field(default_factory=list)

    def press(
        self, button: type[B]
    ) -> Callable[[Callable[[Context, B], Outcome]], Callable[[Context, B], Outcome]]:
        """Answer presses of one class of buttons."""

        def decorate(handler: Callable[[Context, B], Outcome]) -> Callable[[Context, B], Outcome]:
            if button in self.presses:
                raise ValueError(f"{button.__name__} is answered twice")
            self.presses[button] = handler  # type: ignore[assignment]
            return handler

        return decorate

    def command(
        self, name: str, *, private: bool = True, group: bool = False
    ) -> Callable[[Handler], Handler]:
        """Answer a command."""

        def decorate(handler: Handler) -> Handler:
            self.commands.append(Command(name, handler, private, group))
            return handler

        return decorate

    def start(self, prefix: str) -> Callable[[Handler], Handler]:
        """Answer a deep link whose payload begins with `prefix`."""

        def decorate(handler: Handler) -> Handler:
            self.starts[prefix] = handler
            return handler

        return decorate

    def text(self, handler: Handler) -> Handler:
        """Answer private texts, voices, photos and files; may say FETCH to have the file first."""
        self.texts.append(handler)
        return handler

    def membership(self, handler: Handler) -> Handler:
        """Answer a change of our membership."""
        self.memberships.append(handler)
        return handler

    def migration(self, handler: Handler) -> Handler:
        """Answer a group that became a supergroup."""
        self.migrations.append(handler)
        return handler
