"""From an inbox row to the answer: the library routes, our handlers run in a unit of work."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import structlog
from sqlalchemy.orm import Session
from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.ext import BaseHandler

from bot.api import Api
from bot.edge import Handled, NeedsFile, NeedsLook
from bot.intake.application import DurableApplication, routing
from bot.intake.envelope import lean
from bot.intake.fetching import Fetcher
from bot.intake.press import Press
from bot.intake.reading import Incoming, read
from bot.intake.routing import library_handlers
from bot.intake.unit import AlreadyHandled, refusal_unit, update_unit
from bot.metrics import UPDATE_SECONDS, UPDATES_HANDLED, UPDATES_TURNED_AWAY
from db import inbox
from db.inbox import Arrival
from db.units import Units
from handlers.refusals import Apology, SlowDown
from handlers.ui.context import Chat, ChatKind, Context, Sender
from handlers.ui.outcome import Outcome, Reply
from handlers.ui.routes import Handler, Routes
from handlers.ui.texts import Texts
from services.clock import Clock
from services.errors import ServiceError
from services.files import FileStore
from services.public_page import PublicPage

log = structlog.get_logger()

TOLD_EVERY = 600.0
"""Seconds between two requests to slow down."""


class Dispatch:
    """Answers updates one by one; order and retries are the lanes' business."""

    def __init__(
        self,
        *,
        bot: Bot,
        api: Api,
        units: Units,
        clock: Clock,
        files: FileStore,
        fetcher: Fetcher,
        routes: Sequence[Routes],
        unpack: Callable[[str, int, int], Handler],
        texts: Callable[[str], Texts],
        deliver: Callable[[Handled], None],
        page: PublicPage | None = None,
    ) -> None:
        self._bot = bot
        self._api = api
        self._units = units
        self._clock = clock
        self._files = files
        self._fetcher = fetcher
        self._texts = texts
        self._deliver = deliver
        self._page = page
        self._answered: set[int] = set()
        self._told_at: dict[int, float] = {}
        """When chats were asked to slow down, in monotonic seconds."""
        self._application: DurableApplication = routing(bot)
        handlers: list[BaseHandler[Any, Any, Any]] = library_handlers(routes, unpack, self.answer)
        self._application.add_handlers(handlers)

    async def open(self) -> None:
        """Make the library's dispatcher ready; raise its errors while Telegram is away."""
        await self._application.initialize()

    async def handle(self, arrival: Arrival) -> None:
        """Answer one stored update; raise whatever kept it from being done."""
        try:
            update = Update.de_json(lean(json.loads(arrival.payload)), self._bot)
        except Exception as error:  # noqa: BLE001
            # Whatever it is (a kind we do not know yet, a figure beyond reason), it is kept raw,
            # and it must not hold up what comes behind it in the same chat.
            log.warning("update_not_understood", update_id=arrival.update_id)
            await self.bury(arrival, error)
            return
        with UPDATE_SECONDS.time():
            await self._application.process_update(update)
        UPDATES_HANDLED.inc()
        if arrival.update_id in self._answered:
            self._answered.discard(arrival.update_id)
        else:
            # No handler wanted it: that is an answer too.
            await self._units.run(lambda session: inbox.finish(session, arrival.update_id))

    async def answer(self, update: Update, handlers: Sequence[Handler]) -> None:
        """Run the unit of work of an update and let its letters go."""
        incoming = read(update)
        if incoming is None:
            return
        query = update.callback_query
        press = Press(self._api, query.id) if query is not None else None
        try:
            handled = await self._run(incoming, handlers)
        except AlreadyHandled:
            handled = Handled()
        finally:
            # A failed work is tried again, but whoever pressed is not kept waiting for it.
            if press is not None:
                press.busy_unless_answered(self._texts(incoming.sender.language))
        self._answered.add(update.update_id)
        self._deliver(handled)
        if press is not None:
            press.answer(handled.toast, self._texts(incoming.sender.language))

    async def note_failure(self, arrival: Arrival, error: Exception) -> None:
        """Count the attempt."""
        name = type(error).__name__
        await self._units.run(
            lambda session: inbox.fail(session, arrival.update_id, error=name, dead=False)
        )

    async def bury(self, arrival: Arrival, error: Exception) -> None:
        """The last attempt failed: keep the update as a dead letter and apologise."""
        log.error("dead_letter", update_id=arrival.update_id, error=type(error).__name__)
        if arrival.lane > 0 and '"message"' in arrival.payload:
            with suppress(AlreadyHandled):
                self._deliver(await self._units.run(self._to_chat(arrival, _apologise)))
        await self._mark_dead(arrival, error)

    async def turn_away(self, flood: Sequence[Arrival]) -> None:
        """Leave what nobody could have meant unanswered, and say so once for each chat."""
        log.warning("flood", updates=len(flood))
        UPDATES_TURNED_AWAY.inc(len(flood))
        first = {arrival.lane: arrival for arrival in reversed(flood)}
        for arrival in flood:
            if arrival is first[arrival.lane] and self._calm(arrival.lane):
                self._deliver(await self._units.run(self._to_chat(arrival, _ask_to_slow_down)))
            else:
                await self._units.run(partial(inbox.finish, update_id=arrival.update_id))

    def _calm(self, lane: int) -> bool:
        """Whether this chat was not told lately."""
        now = time.monotonic()
        told = self._told_at.get(lane)
        self._told_at = {one: at for one, at in self._told_at.items() if at > now - TOLD_EVERY}
        self._told_at.setdefault(lane, now)
        return told is None or told <= now - TOLD_EVERY

    def _to_chat(self, arrival: Arrival, say: Handler) -> Callable[[Session], Handled]:
        person = Incoming(
            arrival.update_id, Chat(arrival.lane, ChatKind.PRIVATE), Sender(arrival.lane, "")
        )
        return update_unit(person, (say,), self._clock, self._files)

    async def _run(self, incoming: Incoming, handlers: Sequence[Handler]) -> Handled:
        try:
            unit = update_unit(
                incoming,
                handlers,
                self._clock,
                self._files,
                page=self._page,
                shared=self._units.shared,
            )
            return await self._units.run(unit)
        except ServiceError as error:
            return await self._units.run(refusal_unit(incoming, error, self._clock, self._files))
        except NeedsFile:
            if incoming.file is None or incoming.file.stored or incoming.file.refused:
                raise
        except NeedsLook:
            if incoming.members is not None:
                raise
            return await self._run(replace(incoming, members=await self._count(incoming)), handlers)
        fetched = replace(incoming, file=await self._fetcher.fetch(incoming.file))
        return await self._run(fetched, handlers)

    async def _count(self, incoming: Incoming) -> int:
        """How many are in the group; 0 where Telegram does not say."""
        try:
            return int(await self._api.call("getChatMemberCount", {"chat_id": incoming.chat.id}))
        except TelegramError as error:
            log.warning("members_not_counted", error=type(error).__name__)
            return 0

    async def _mark_dead(self, arrival: Arrival, error: Exception) -> None:
        name = type(error).__name__
        await self._units.run(
            lambda session: inbox.fail(session, arrival.update_id, error=name, dead=True)
        )


def _ask_to_slow_down(_context: Context) -> Outcome:
    return Reply(SlowDown())


def _apologise(_context: Context) -> Outcome:
    return Reply(Apology())
