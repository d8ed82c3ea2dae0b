"""The hands of the demo: people of the local Telegram who write and press by its players' API."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import aiohttp

QUIET_WITHIN = 30.0


class Players:
    """Everything a person can do on the page, done by the program."""

    def __init__(
        self,
        url: str,
        *,
        idle: Callable[[], Awaitable[bool]],
        tick: Callable[[], Awaitable[None]],
    ) -> None:
        self._url = url
        self._idle = idle
        self._tick = tick
        self._http = aiohttp.ClientSession(trust_env=False)

    async def close(self) -> None:
        """Put the telephones down."""
        await self._http.close()

    async def post(self, path: str, **body: Any) -> Any:
        """Call a players' route; raise ValueError with its words when it refuses."""
        async with self._http.post(self._url + path, json=body) as answer:
            return await _told(answer)

    async def get(self, path: str) -> Any:
        """Read a players' route."""
        async with self._http.get(self._url + path) as answer:
            return await _told(answer)

    async def writes(self, account: int, text: str, *, chat_id: int | None = None) -> None:
        """Somebody writes."""
        place = {} if chat_id is None else {"chat_id": chat_id}
        await self.post("/sim/message", user_id=account, text=text, **place)
        await self.quiet()

    async def sends(self, account: int, name: str, content: bytes) -> None:
        """Somebody sends a file."""
        form = aiohttp.FormData()
        form.add_field("user_id", str(account))
        form.add_field("document", content, filename=name)
        async with self._http.post(f"{self._url}/sim/message", data=form) as answer:
            await _told(answer)
        await self.quiet()

    async def starts(self, account: int, payload: str = "") -> None:
        """Somebody opens the bot, perhaps by a link."""
        await self.post("/sim/start", user_id=account, payload=payload)
        await self.quiet()

    async def presses(self, account: int, label: str, *, chat_id: int | None = None) -> None:
        """Somebody presses the newest button with this label."""
        place = {} if chat_id is None else {"chat_id": chat_id}
        await self.post("/sim/press?wait=5", user_id=account, label=label, **place)
        await self.quiet()

    async def set_clock(self, moment: datetime) -> None:
        """Let it be that moment; what became due meanwhile is done."""
        await self.post("/sim/clock", now=moment.isoformat())
        await self._due()

    async def advance(self, **delta: float) -> None:
        """Time passes."""
        seconds = delta.get("days", 0) * 86400 + delta.get("hours", 0) * 3600
        await self.post("/sim/clock", advance_s=seconds)
        await self._due()

    async def _due(self) -> None:
        """What has become due is done; what that makes due as well."""
        for _ in range(3):
            await self._tick()
            await self.quiet()

    async def sees(self, chat_id: int, words: str, *, within: float = QUIET_WITHIN) -> None:
        """Wait until a message with these words is in the chat; TimeoutError if it never is."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            chat = await self.get(f"/sim/chat/{chat_id}")
            if any(words in _words(message) for message in chat["messages"] if _by_bot(message)):
                return
            await asyncio.sleep(0.1)
        raise TimeoutError(words)

    async def quiet(self) -> None:
        """Wait until the bot has answered all it owes."""
        deadline = time.monotonic() + QUIET_WITHIN
        calm = 0
        while calm < 2 and time.monotonic() < deadline:
            state = await self.get("/sim/state")
            calm = calm + 1 if state["pending_updates"] == 0 and await self._idle() else 0
            await asyncio.sleep(0.02)


async def _told(answer: aiohttp.ClientResponse) -> Any:
    told = await answer.json()
    if answer.status >= 400:
        raise ValueError(told.get("error", answer.status))
    return told


def _by_bot(message: dict[str, Any]) -> bool:
    return bool(message["from"]["is_bot"])


def _words(message: dict[str, Any]) -> str:
    keys = [key["text"] for row in message.get("keyboard") or () for key in row]
    return " ".join([message.get("text") or "", message.get("caption") or "", *keys])
