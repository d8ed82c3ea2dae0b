"""The tour: people of the district play the loop by themselves, slowly enough to watch."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.demo.players import Players
from bot.demo.script import Script, steps_of
from handlers.ui.texts import Texts

PAUSE = 1.2
"""Seconds between steps: a person reads a bubble meanwhile."""


class Tour:
    """Plays the script step by step; a step that does not come about stops it with a word."""

    def __init__(
        self,
        players: Players,
        say: Callable[[str], None],
        texts: Texts,
        *,
        pause: float = PAUSE,
    ) -> None:
        self._script = Script(players)
        self._say = say
        self._texts = texts
        self._pause = pause

    async def play(self) -> bool:
        """Play everything; whether it came to the end."""
        for step in steps_of("tour.toml"):
            if "say" in step:
                self._say(step["say"])
            try:
                await self._script.do(step)
            except (ValueError, TimeoutError) as error:
                self._say(self._texts.label("demo-tour-stuck", why=str(error)))
                return False
            await asyncio.sleep(self._pause)
        self._say(self._texts.label("demo-tour-done"))
        return True
