"""The tour: people of the district play the loop by themselves, slowly enough to watch."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import Callable
from typing import Any

from bot.demo.players import Players
from bot.settings import ROOT
from handlers.ui.texts import Texts

SCRIPT = ROOT / "examples" / "tour.toml"
PAUSE = 1.2
"""Seconds between steps: a person reads a bubble meanwhile."""

STRIDE = 3
"""Days the clock moves at once: what becomes due between is answered in its turn."""

Step = dict[str, Any]


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
        self._players = players
        self._say = say
        self._texts = texts
        self._pause = pause

    async def play(self) -> bool:
        """Play everything; whether it came to the end."""
        for step in tomllib.loads(SCRIPT.read_text(encoding="utf-8"))["steps"]:
            if "say" in step:
                self._say(step["say"])
            try:
                await self._do(step)
            except (ValueError, TimeoutError) as error:
                self._say(self._texts.label("demo-tour-stuck", why=str(error)))
                return False
            await asyncio.sleep(self._pause)
        self._say(self._texts.label("demo-tour-done"))
        return True

    async def _do(self, step: Step) -> None:
        chat_id = await self._chat(step["group"]) if "group" in step else None
        match step:
            case {"who": who, "write": words}:
                await self._players.writes(who, words, chat_id=chat_id)
            case {"who": who, "press": label}:
                await self._players.presses(who, label, chat_id=chat_id)
            case {"who": who, "send": name}:
                content = (ROOT / "examples" / "results" / name).read_bytes()
                await self._players.sends(who, name, content)
            case {"advance_days": days}:
                for passed in range(0, days, STRIDE):
                    await self._players.advance(days=min(STRIDE, days - passed))
            case _:
                pass
        if "see" in step:
            await self._players.sees(chat_id or step["who"], step["see"])

    async def _chat(self, title: str) -> int:
        chats = await self._players.get("/sim/chats")
        return next(int(chat["id"]) for chat in chats if chat.get("title") == title)
