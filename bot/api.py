"""Calls of the Bot API: any method by name, its result as it came, its errors as types.

The library's own methods build an object of every answer; the sender needs only an id.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)

from bot.transport import AiohttpRequest


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A file to upload."""

    name: str
    content: bytes


class TooFast(TelegramError):
    """Flood control; `seconds` is how long to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too Many Requests: retry after {seconds}")
        self.seconds = seconds


class Api:
    """One token's methods on a shared pool of connections."""

    def __init__(self, transport: AiohttpRequest, *, root: str, token: str) -> None:
        self._transport = transport
        self._root = f"{root}/bot{token}/"

    async def call(
        self,
        method: str,
        params: Mapping[str, Any],
        *,
        files: Mapping[str, OutgoingFile] | None = None,
        wait: float | None = None,
    ) -> Any:
        """Give `result`; raise the library's TelegramError that says what went wrong.

        `wait` is how many seconds the answer may take, by default the transport's.
        """
        headers = None
        data: bytes | aiohttp.FormData
        if files:
            data = _form(params, files)
        else:
            data = json.dumps(params, ensure_ascii=False, separators=(",", ":")).encode()
            headers = {"Content-Type": "application/json"}
        status, body = await self._transport.post_body(
            self._root + method, data, headers=headers, wait=wait
        )
        return _result(status, body)


def _form(params: Mapping[str, Any], files: Mapping[str, OutgoingFile]) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)
    for name, value in params.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, file in files.items():
        form.add_field(
            name, file.content, filename=file.name, content_type="application/octet-stream"
        )
    return form


def _result(status: int, body: bytes) -> Any:
    try:
        answer = json.loads(body)
    except ValueError:
        raise NetworkError(f"HTTP {status} without an answer") from None
    if not isinstance(answer, dict):
        raise NetworkError(f"HTTP {status} with a strange answer")
    if answer.get("ok"):
        return answer.get("result")
    parameters = answer.get("parameters")
    words = str(answer.get("description", ""))
    raise _error(status, words, parameters if isinstance(parameters, dict) else {})


def _error(status: int, words: str, parameters: Mapping[str, Any]) -> TelegramError:
    moved, wait = parameters.get("migrate_to_chat_id"), parameters.get("retry_after")
    if isinstance(moved, int):
        return ChatMigrated(moved)
    if status == 429 or isinstance(wait, int):
        return TooFast(wait if isinstance(wait, int) else 1)
    known: dict[int, type[TelegramError]] = {
        400: BadRequest,
        401: InvalidToken,
        403: Forbidden,
        404: EndPointNotFound,
        409: Conflict,
    }
    return known.get(status, NetworkError)(words or f"HTTP {status}")
