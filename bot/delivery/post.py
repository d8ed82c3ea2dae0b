"""One letter to Telegram: render it in the recipient's language, call, read the message id."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from telegram.error import TelegramError

from bot.api import Api, OutgoingFile
from bot.delivery.envelope import Call, Envelopes, act_call
from db import outbox
from db.outbox import Letter
from db.units import Units
from handlers.ui.outcome import Act
from handlers.ui.screen_fields import fields_from_json
from handlers.ui.screens import FileRef, Message, Screen, ScreenOutdated, WrittenFile
from handlers.ui.texts import Texts
from services.groups import group_moved
from services.people.reach import chat_blocked_us

TELEGRAM_FILE = "tg."
"""A FileRef key with this prefix holds Telegram's own file_id: a file people sent us."""
ANCHORS_REMEMBERED = 1000


class Post:
    """Knows how a letter becomes calls; the sender decides when."""

    def __init__(
        self,
        api: Api,
        units: Units,
        envelopes: Envelopes,
        texts: Callable[[str], Texts],
        file_path: Callable[[str], Path],
    ) -> None:
        self._api = api
        self._units = units
        self._envelopes = envelopes
        self._texts = texts
        self._file_path = file_path
        self._plain: set[int] = set()
        self._anchored: dict[tuple[int, str], int] = {}
        """Messages by anchor that the database may not know of yet."""

    async def send(self, letter: Letter) -> int | None:
        """Make the calls; the id of the last message shown, if any."""
        try:
            message_id = await self._send(letter)
        except TelegramError:
            self._anchored.pop((letter.chat_id, letter.anchor or ""), None)
            raise
        self._plain.discard(letter.id)
        if letter.anchor is not None and message_id is not None:
            self._anchored[letter.chat_id, letter.anchor] = message_id
            if len(self._anchored) > ANCHORS_REMEMBERED:
                del self._anchored[next(iter(self._anchored))]
        return message_id

    async def _send(self, letter: Letter) -> int | None:
        message_id: int | None = letter.replaces
        for call in await self._calls(letter):
            call = call.plain() if letter.id in self._plain else call  # noqa: PLW2901
            result = await self._call(call)
            if isinstance(result, list) and result:
                result = result[-1]
            if isinstance(result, dict) and "message_id" in result:
                message_id = int(result["message_id"])
        return message_id

    def as_plain(self, letter_id: int) -> None:
        """Telegram refused the markup of this letter: next time without."""
        self._plain.add(letter_id)

    async def move(self, old: int, new: int) -> None:
        """A group became a supergroup: every address of it changes in one unit of work."""
        await self._units.run(lambda session: _move(session, old, new))

    async def blocked(self, chat_id: int, now: datetime) -> None:
        """The person (or group) refuses our messages."""
        await self._units.run(lambda session: chat_blocked_us(session, chat_id, now))

    async def _calls(self, letter: Letter) -> list[Call]:
        if letter.kind.startswith("act:"):
            act = fields_from_json(Act.registry[letter.kind[4:]], letter.payload)
            return [act_call(act, letter.chat_id, self._texts(letter.language))]
        replaces = letter.replaces
        if replaces is None and letter.anchor is not None:
            anchor, chat_id = letter.anchor, letter.chat_id
            replaces = self._anchored.get((chat_id, anchor)) or await self._units.run(
                lambda session: outbox.message_of(session, chat_id, anchor)
            )
        return self._envelopes.calls(
            self._render(letter),
            chat_id=letter.chat_id,
            topic_id=letter.topic_id,
            replaces=replaces,
        )

    def _render(self, letter: Letter) -> Message:
        texts = self._texts(letter.language)
        try:
            return Screen.from_json(letter.kind, letter.payload).render(texts)
        except ScreenOutdated:
            # The screen was written by an older version: better a short honest word than silence.
            return Message(texts("refusal-screen-outdated"))

    async def _call(self, call: Call) -> Any:
        if not call.files:
            return await self._api.call(call.method, call.params)
        params = dict(call.params)
        uploads: dict[str, OutgoingFile] = {}
        for name, ref in call.files.items():
            if isinstance(ref, WrittenFile):
                uploads[name] = OutgoingFile(ref.name, ref.text.encode())
                continue
            file_id = await self._known(ref)
            if file_id is None:
                content = await asyncio.to_thread(self._file_path(ref.key).read_bytes)
                uploads[name] = OutgoingFile(ref.name, content)
            else:
                _use_known(params, name, file_id)
        result = await self._api.call(call.method, params, files=uploads)
        for name in uploads:
            sent = call.files[name]
            if isinstance(sent, FileRef):
                await self._remember(sent, name, result)
        return result

    async def _known(self, ref: FileRef) -> str | None:
        if ref.key.startswith(TELEGRAM_FILE):
            return ref.key.removeprefix(TELEGRAM_FILE)
        return await self._units.run(lambda session: outbox.known_file(session, ref.key))

    async def _remember(self, ref: FileRef, kind: str, result: Any) -> None:
        sent = result.get(kind) if isinstance(result, dict) else None
        if isinstance(sent, list) and sent:
            sent = sent[-1]
        if isinstance(sent, dict):
            file_id = str(sent["file_id"])
            await self._units.run(lambda session: outbox.remember_file(session, ref.key, file_id))


def _move(session: Any, old: int, new: int) -> None:
    outbox.move_chat(session, old, new)
    group_moved(session, old, new)


def _use_known(params: dict[str, Any], name: str, file_id: str) -> None:
    if "media" not in params:
        params[name] = file_id
        return
    # In an album the file is named inside the list of media.
    params["media"] = [
        {**one, "media": file_id} if one["media"] == f"attach://{name}" else one
        for one in params["media"]
    ]
