"""A script of what people do: written in `examples/*.toml`, played by the players' hands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.demo.players import Players
from bot.settings import ROOT

EXAMPLES = ROOT / "examples"
STRIDE = 3
"""Days the clock moves at once: what becomes due between is answered in its turn."""

Step = dict[str, Any]


def steps_of(name: str) -> Iterator[Step]:
    """The steps of a script in the examples."""
    yield from tomllib.loads((EXAMPLES / name).read_text(encoding="utf-8"))["steps"]


class Script:
    """Does step by step what people would; ValueError or TimeoutError where one does not come
    about.
    """

    def __init__(self, players: Players) -> None:
        self._players = players

    async def do(self, step: Step) -> None:
        """Move the clock, write, press or send; then wait until `see` is on the screen."""
        if "at" in step:
            await self._players.set_clock(datetime.fromisoformat(step["at"]))
        chat_id = await self._chat(step["group"]) if "group" in step else None
        match step:
            case {"who": who, "write": words}:
                await self._players.writes(who, words, chat_id=chat_id)
            case {"who": who, "press": label}:
                await self._players.presses(who, label, chat_id=chat_id)
            case {"who": who, "send": name}:
                content = (EXAMPLES / "results" / name).read_bytes()
                await self._players.sends(who, Path(name).name, content)
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
