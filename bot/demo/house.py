"""Opens the local Telegram and the bot beside it, and settles the district once."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.application import Metodbot
from bot.demo.players import Players
from bot.demo.settlers import settle
from bot.demo.tour import Tour
from bot.lock import DirectoryLock
from bot.settings import Settings
from handlers.ui.texts import Texts
from sandbox import Sandbox

TOKEN = "1000000001:demo-token-of-the-local-telegram-0"  # noqa: S105 opens nothing outside
OWNER = 100
NEIGHBOURS = 20


class SandboxClock:
    """The sandbox's clock, shared in the same process."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def now(self) -> datetime:
        """The sandbox's moment."""
        return self._sandbox.clock.now()


class DemoHouse:
    """Both states live in one directory; a kill -9 of it all loses nothing."""

    def __init__(self, directory: Path, *, fresh: bool = False) -> None:
        self._settled = directory / "settled"
        # A district that was killed while it was being settled is settled anew.
        if directory.exists() and (fresh or not self._settled.exists()):
            # Never under the feet of a demo that runs.
            DirectoryLock(directory / "bot").release()
            shutil.rmtree(directory)
        self._directory = directory
        self._sandbox = Sandbox(data_dir=directory / "telegram", enforce_limits=True)
        self._bot: Metodbot | None = None
        self._players: Players | None = None

    @property
    def settled(self) -> bool:
        """Whether the district and its past are there already."""
        return self._settled.exists()

    @property
    def players(self) -> Players:
        """The hands of the district's people; ValueError before the house is open."""
        if self._players is None:
            raise ValueError("the house is not open")
        return self._players

    def texts(self, language: str = "ru") -> Texts:
        """The bot's words; ValueError before the house is open."""
        if self._bot is None:
            raise ValueError("the house is not open")
        return self._bot.texts(language)

    async def open(self, port: int) -> str:
        """Listen, start the bot, settle the district; the page's address."""
        url = await self._sandbox.start(port=port)
        bot = self._bot = Metodbot(self._settings(url), clock=SandboxClock(self._sandbox))
        await bot.start()
        self._players = Players(url, idle=bot.idle, tick=bot.tick)
        if not self._settled.exists():
            await settle(bot, self._players)
            self._settled.touch()
        return url

    async def tour(self, say: Callable[[str], None], texts: Texts) -> None:
        """Play the loop by itself."""
        await Tour(self.players, say, texts).play()

    async def close(self) -> None:
        """Stop in order; both states are on disk already."""
        if self._players is not None:
            await self._players.close()
        if self._bot is not None:
            await self._bot.stop()
        await self._sandbox.stop()
        await asyncio.sleep(0)

    def _settings(self, url: str) -> Settings:
        return Settings(
            token=SecretStr(TOKEN),
            api_url=url,
            database_url="",
            data_dir=self._directory / "bot",
            owner_id=OWNER,
            webhook_url=None,
            # The upload page: a web server of the bot's own, on this machine only.
            listen=f"127.0.0.1:{_free_port_after(urlsplit(url).port or 0)}",
            public_url=None,
            proxy=None,
        )


def _free_port_after(port: int) -> int:
    """A port beside the page's, so that both are easy to allow; any free one if those are taken."""
    for candidate in (*range(port + 1, min(port + 1 + NEIGHBOURS, 65536)), 0):
        with socket.socket() as probe, contextlib.suppress(OSError):
            if sys.platform != "win32":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", candidate))
            return int(probe.getsockname()[1])
    raise OSError("no port is free")
