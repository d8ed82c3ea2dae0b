"""The stage: a local Telegram, the real bot beside it, and people who write and press."""

from __future__ import annotations

import asyncio
import atexit
import socket
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import aiohttp
from pydantic import SecretStr

from bot.application import Metodbot
from bot.settings import Settings
from sandbox import Sandbox

PATIENCE = 8.0
TOKEN = "123456:stage-token-of-the-tests-000000000"


def free_address() -> str:
    """Somewhere the bot's web server may listen."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


@cache
def _analysis() -> ProcessPoolExecutor:
    """One warm analysis process for all stages: a cold one would cost each of them seconds."""
    process = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    atexit.register(process.shutdown, wait=False, cancel_futures=True)
    return process


class SandboxClock:
    """The bot's clock on the stage: the sandbox's own, at once."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def now(self) -> Any:
        return self._sandbox.clock.now()


class Stage:
    """Opens and closes everything; `bot` may be stopped and started again on the same data."""

    def __init__(self, directory: Path, *, database_url: str = "", **settings: Any) -> None:
        self.directory = directory
        self.sandbox = Sandbox(validate=True)
        # Forms are read once for all tests, not once for each.
        cache = Path(tempfile.gettempdir()) / "metodbot-tests-cache"
        self._settings = {
            "cache_dir": cache,
            "database_url": database_url,
            "listen": "",
            **settings,
        }
        self.bot: Metodbot
        self.url = ""
        self._http: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        self.url = await self.sandbox.start()
        self._http = aiohttp.ClientSession()
        await self.start_bot()

    @property
    def web(self) -> str:
        """The bot's own web server, for a stage opened with `listen=free_address()`."""
        return self.bot.web.address

    @property
    def http(self) -> aiohttp.ClientSession:
        """A client of the tests' own."""
        assert self._http is not None
        return self._http

    async def start_bot(self) -> None:
        settings = Settings(
            token=SecretStr(TOKEN), api_url=self.url, data_dir=self.directory, **self._settings
        )
        self.bot = Metodbot(settings, clock=SandboxClock(self.sandbox))
        self.bot.jobs.share_analysis(_analysis())
        await self.bot.start()

    async def close(self) -> None:
        await self.bot.stop()
        assert self._http is not None
        await self._http.close()
        await self.sandbox.stop()
        assert self.sandbox.violations == [], self.sandbox.violations

    async def post(self, path: str, **body: Any) -> Any:
        assert self._http is not None
        async with self._http.post(self.url + path, json=body) as answer:
            result = await answer.json()
            assert answer.status < 400, (path, body, result)
            return result

    async def post_file(self, path: str, kind: str, name: str, content: bytes, **body: Any) -> Any:
        assert self._http is not None
        form = aiohttp.FormData()
        for key, value in body.items():
            form.add_field(key, str(value))
        form.add_field(kind, content, filename=name)
        async with self._http.post(self.url + path, data=form) as answer:
            result = await answer.json()
            assert answer.status < 400, (path, body, result)
            return result

    async def get(self, path: str) -> Any:
        assert self._http is not None
        async with self._http.get(self.url + path) as answer:
            assert answer.status < 400, path
            return await answer.json()

    async def transcript(self, chat_id: int) -> str:
        assert self._http is not None
        async with self._http.get(f"{self.url}/sim/chat/{chat_id}?format=text") as answer:
            return await answer.text()

    async def quiet(self) -> None:
        """Wait until everything injected was handled and everything owed was sent."""
        deadline = time.monotonic() + PATIENCE
        calm = 0
        while calm < 2:
            state = await self.get("/sim/state")
            idle = state["pending_updates"] == 0 and await self.bot.idle()
            calm = calm + 1 if idle else 0
            assert time.monotonic() < deadline, "the bot is still busy"
            await asyncio.sleep(0.01)

    async def advance(self, **delta: float) -> None:
        """Move the clock and let everything that became due happen."""
        seconds = (
            delta.get("days", 0) * 86400
            + delta.get("hours", 0) * 3600
            + delta.get("minutes", 0) * 60
            + delta.get("seconds", 0)
        )
        await self.post("/sim/clock", advance_s=seconds)
        await self.due()

    async def due(self) -> None:
        """Do at once what the next ticks would do."""
        for _ in range(3):
            await self.bot.jobs.tick()
            self.bot.sender.wake()
            await asyncio.sleep(0.02)
            await self.quiet()

    def run(self, function: Any) -> Any:
        """Run a unit of work of a test's own (to look, or to set the scene)."""
        return self.bot.units.run(function)

    async def person(self, first_name: str, **more: Any) -> Player:
        user = await self.post("/sim/users", first_name=first_name, **more)
        return Player(self, int(user["id"]), first_name)

    async def group(self, title: str, owner: Player, *members: Player, **more: Any) -> int:
        chat = await self.post(
            "/sim/chats",
            type=more.pop("type", "supergroup"),
            title=title,
            owner=owner.id,
            members=[one.id for one in members],
            **more,
        )
        return int(chat["id"])


@dataclass
class Player:
    """Somebody with a telephone."""

    stage: Stage
    id: int
    name: str
    seen: list[str] = field(default_factory=list)

    async def starts(self, payload: str = "") -> None:
        await self.stage.post("/sim/start", user_id=self.id, payload=payload)
        await self.stage.quiet()

    async def sends(self, text: str, *, chat_id: int | None = None, **more: Any) -> None:
        place = {} if chat_id is None else {"chat_id": chat_id}
        await self.stage.post("/sim/message", user_id=self.id, text=text, **place, **more)
        await self.stage.quiet()

    async def sends_file(
        self, name: str, content: bytes, *, kind: str = "document", **more: Any
    ) -> None:
        await self.stage.post_file("/sim/message", kind, name, content, user_id=self.id, **more)
        await self.stage.quiet()

    async def presses(
        self, label: str, *, chat_id: int | None = None, message_id: int | None = None
    ) -> dict[str, Any] | None:
        """Press the newest button with this label; the answer (text, alert) the bot gave."""
        body: dict[str, Any] = {"user_id": self.id, "label": label}
        if chat_id is not None:
            body["chat_id"] = chat_id
        if message_id is not None:
            body["message_id"] = message_id
        result = await self.stage.post("/sim/press?wait=5", **body)
        await self.stage.quiet()
        answer: dict[str, Any] | None = result.get("answer")
        return answer

    async def messages(self, chat_id: int | None = None) -> list[dict[str, Any]]:
        """What this person sees in a chat (by default with the bot), oldest first."""
        chat = await self.stage.get(f"/sim/chat/{chat_id or self.id}?as={self.id}")
        return [one for one in chat["messages"] if not one.get("deleted")]

    async def last(self, chat_id: int | None = None) -> dict[str, Any]:
        """The newest message of the bot."""
        return [one for one in await self.messages(chat_id) if one["from"]["is_bot"]][-1]

    async def reads(self, chat_id: int | None = None) -> str:
        """The words of the newest message of the bot."""
        message = await self.last(chat_id)
        return str(message.get("text") or message.get("caption") or "")

    async def buttons(self, chat_id: int | None = None) -> list[str]:
        """The labels under the newest message of the bot."""
        message = await self.last(chat_id)
        return [key["text"] for row in message.get("keyboard") or [] for key in row]
