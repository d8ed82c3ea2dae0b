"""Fetching a file somebody sent, before the unit of work that needs it."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from telegram.error import BadRequest, TelegramError

from bot.api import Api
from bot.transport import AiohttpRequest
from handlers.ui.context import IncomingFile
from services.files import FileStore

DOWNLOAD_LIMIT = 20 << 20
"""What the Bot API hands out, in bytes."""
ATTEMPTS = 3


class Fetcher:
    """Downloads into the file store; what cannot be had is marked, never guessed."""

    def __init__(self, api: Api, transport: AiohttpRequest, files: FileStore, *, root: str) -> None:
        self._api = api
        self._transport = transport
        self._files = files
        self._root = root

    async def fetch(self, file: IncomingFile) -> IncomingFile:
        """Give the file with its key, or with the reason why there is none."""
        if file.size > DOWNLOAD_LIMIT:
            return replace(file, refused="too_big")
        for attempt in range(ATTEMPTS):
            try:
                return replace(file, stored=self._files.put(await self._download(file)))
            except OverflowError:
                return replace(file, refused="too_big")
            except BadRequest as error:
                too_big = "too big" in error.message.lower()
                return replace(file, refused="too_big" if too_big else "unreachable")
            except TelegramError:
                await asyncio.sleep(0.3 * 2**attempt)
        return replace(file, refused="unreachable")

    async def _download(self, file: IncomingFile) -> bytes:
        found = await self._api.call("getFile", {"file_id": file.file_id})
        return await self._transport.fetch(
            f"{self._root}/{found['file_path']}", limit=DOWNLOAD_LIMIT
        )
