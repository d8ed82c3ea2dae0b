"""The acknowledgement every press gets exactly once, so that no button is left spinning."""

from __future__ import annotations

import asyncio
import sys

import structlog
from telegram.error import TelegramError

from bot.api import Api
from handlers.ui.outcome import Toast
from handlers.ui.texts import Texts

log = structlog.get_logger()

PATIENCE = 3.0
"""Seconds after which a press is acknowledged even though its work still waits."""
TOAST_LIMIT = 200

_running: set[asyncio.Task[None]] = set()


class Press:
    """One press; its answer goes out beside the work, and its loss harms nobody."""

    def __init__(self, api: Api, query_id: str) -> None:
        self._api = api
        self._query_id = query_id
        self._answered = False
        self._timer = asyncio.get_running_loop().call_later(PATIENCE, self._send, None, False)

    def answer(self, toast: Toast | None, texts: Texts) -> None:
        """Say what the handler wanted said, or just stop the spinner."""
        words = None if toast is None else texts.label(toast.text_id, **toast.args)[:TOAST_LIMIT]
        self._send(words, toast is not None and toast.alert)

    def busy_unless_answered(self, texts: Texts) -> None:
        """Called while an error passes by: the work is kept and will be tried again."""
        if sys.exc_info()[0] is not None:
            self._send(texts.label("refusal-busy"), False)

    def _send(self, words: str | None, alert: bool) -> None:
        if self._answered:
            return
        self._answered = True
        self._timer.cancel()
        params: dict[str, object] = {"callback_query_id": self._query_id}
        if words:
            params |= {"text": words, "show_alert": alert}
        task = asyncio.create_task(self._call(params))
        _running.add(task)
        task.add_done_callback(_running.discard)

    async def _call(self, params: dict[str, object]) -> None:
        try:
            await self._api.call("answerCallbackQuery", params)
        except TelegramError as error:
            log.info("press_not_acknowledged", reason=type(error).__name__)
