"""The whole bot, built from its parts in visible order."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import structlog
from sqlalchemy import Engine
from telegram import Bot
from telegram.error import TelegramError

from bot.api import Api
from bot.clock import FollowedClock
from bot.delivery.envelope import Envelopes
from bot.delivery.post import Post
from bot.delivery.sender import Sender
from bot.delivery.settling import Settling
from bot.edge import Handled
from bot.intake.dispatch import Dispatch
from bot.intake.fetching import Fetcher
from bot.intake.lanes import Lanes
from bot.intake.poller import Poller
from bot.jobs import JobRunner
from bot.leading import Leading
from bot.lock import DirectoryLock
from bot.profile import introduce
from bot.replica import Replica, process_name
from bot.settings import ROOT, Settings
from bot.transport import AiohttpRequest
from bot.unpacking import Unpacker
from bot.web import WebServer
from db import inbox
from db.engine import is_sqlite, open_engine
from db.migrations.upgrade import upgrade
from db.units import Units
from handlers.registry import ROUTES, hear_labels, screens_outdated
from handlers.ui.buttons import ButtonCodec
from handlers.ui.texts import TextLibrary, Texts
from services.analysis.experts import Experts, listen_to
from services.clock import Clock, SystemClock
from services.files import FileStore
from services.forms import keep_blueprints_in, prepare_forms
from services.housekeeping import arrange
from services.standing import appoint_owner
from services.work import Work

log = structlog.get_logger()

RECOVERED_AT_ONCE = 500
LONGEST_REST = 4.0
"""Seconds between two tries to reach Telegram: people wait for its return as we do."""


class Metodbot:
    """One running bot. `start` returns at once; Telegram need not be there yet."""

    def __init__(self, settings: Settings, *, clock: Clock | None = None) -> None:
        self._settings = settings
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        # One process a directory: its name there is what its rows carry.
        self._lock = DirectoryLock(settings.data_dir)
        process = process_name(settings.data_dir)
        self.clock: Clock = clock or _clock_of(settings)
        self.engine = self._open_database()
        self.units = Units(self.engine, process=process)
        self.files = FileStore(settings.files())
        self.page = settings.public_page()
        self._library = TextLibrary.load(ROOT / "locales", strict=False)
        hear_labels(self.texts)
        self._transport = AiohttpRequest(proxy=settings.proxy)
        self._polling = AiohttpRequest(proxy=settings.proxy, connections=2)
        api_url = settings.api_url.rstrip("/")
        self.bot = Bot(
            settings.bot_token(),
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=self._transport,
            get_updates_request=self._polling,
        )
        self.api = Api(self._transport, root=api_url, token=settings.bot_token())
        self.sender = self._build_sender()
        experts = Experts(settings.thresholds_file, settings.catalogues())
        listen_to(experts)
        self.jobs = JobRunner(
            self.units,
            self.clock,
            self.files,
            self.deliver,
            experts=experts,
        )
        self._dispatch = self._build_dispatch(api_url)
        self.lanes = Lanes(
            self._dispatch.handle,
            note_failure=self._dispatch.note_failure,
            bury=self._dispatch.bury,
            turn_away=self._dispatch.turn_away,
            attempts=settings.attempts,
        )
        polling_api = Api(self._polling, root=api_url, token=settings.bot_token())
        self.poller = Poller(polling_api, self.units, self.lanes, self.clock)
        self._leading = Leading(
            self.units,
            self.clock,
            process,
            lanes=self.lanes,
            sender=self.sender,
            jobs=self.jobs,
            poller=None if settings.webhook_url else self.poller,
        )
        alone = is_sqlite(self.engine)
        self.replica = Replica(self.units, process, self._leading, alone=alone)
        self.web = WebServer(settings, self)
        self._username = ""
        self._tasks: list[asyncio.Task[None]] = []

    def texts(self, language: str) -> Texts:
        """The words of a language, in the district's time zone, at this moment."""
        return self._library.of(
            language, self._settings.zone(), self.clock.now(), bot=self._username
        )

    def deliver(self, handled: Handled) -> None:
        """After a commit: replies go at once, the rest when the limits allow."""
        if handled.letters:
            self.sender.offer(handled.letters)
        if handled.later:
            self.sender.wake()
        if handled.jobs:
            self.jobs.wake()

    async def start(self) -> None:
        """Begin: recover what a crash left, then take updates as soon as Telegram answers."""
        await self._transport.initialize()
        keep_blueprints_in(self._settings.cache() / "forms")
        await asyncio.to_thread(prepare_forms, sorted((ROOT / "forms").rglob("*.md")))
        now = self.clock.now()
        owner = self._settings.owner_id
        if owner is not None:
            await self.units.run(lambda session: appoint_owner(session, owner, now))
        await self._leading.recover(own=True)
        await self.replica.enter()
        await self.units.run(lambda session: arrange(Work(session, now)))
        if isinstance(self.clock, FollowedClock):
            self._run(self.clock.follow())
        await self.web.start()
        self._run(self._serve())

    async def stop(self) -> None:
        """Within ten seconds: no new updates, finish those at hand, send what is promised."""
        await self.web.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.replica.step_back()
        await self.lanes.stop(within=4.0)
        await self.jobs.stop(within=2.0)
        await self.sender.stop(within=3.0)
        await self.replica.leave()
        await self._transport.shutdown()
        await self._polling.shutdown()
        await asyncio.to_thread(self.units.close)
        self.engine.dispose()
        self._lock.release()

    async def tick(self) -> None:
        """Do at once what the next tick would do (the demo moves the clock)."""
        await self.jobs.tick()
        self.sender.wake()

    async def idle(self) -> bool:
        """Nothing accepted is waiting, nothing due is unsent (tests and the tour wait for it)."""
        return self.lanes.waiting == 0 and self.sender.idle and self.jobs.idle

    async def _serve(self) -> None:
        await self._reach_telegram()
        await self._recover_inbox()
        self._run(self.sender.run())
        await self._polling.initialize()
        self._run(self.replica.run())
        if self._settings.webhook_url:
            await self.web.set_webhook()
        await introduce(self.api, self._library)

    async def _reach_telegram(self) -> None:
        failures = 0
        while True:
            try:
                await self._dispatch.open()
                self._username = self.bot.username
                return
            except TelegramError as error:
                failures += 1
                log.warning("telegram_away", error=type(error).__name__, failures=failures)
                await asyncio.sleep(min(0.25 * 2**failures, LONGEST_REST))

    async def _recover_inbox(self) -> None:
        after = -1
        while True:
            found = await self.units.run(
                partial(inbox.waiting, after=after, limit=RECOVERED_AT_ONCE)
            )
            if not found:
                return
            self.lanes.offer(found)
            after = found[-1].update_id
            await self.lanes.room()

    def _open_database(self) -> Engine:
        try:
            engine = open_engine(self._settings.database())
            upgrade(engine)
        except BaseException:
            self._lock.release()
            raise
        return engine

    def _run(self, work: object) -> None:
        task = asyncio.ensure_future(work)  # type: ignore[call-overload]
        task.add_done_callback(_report)
        self._tasks.append(task)

    def _build_sender(self) -> Sender:
        envelopes = Envelopes(ButtonCodec(self._settings.button_secret()))
        path: Callable[[str], Path] = self.files.path
        post = Post(self.api, self.units, envelopes, self.texts, path)
        return Sender(self.units, self.clock, post, Settling(self.units))

    def _build_dispatch(self, api_url: str) -> Dispatch:
        codec = ButtonCodec(self._settings.button_secret())
        return Dispatch(
            bot=self.bot,
            api=self.api,
            units=self.units,
            clock=self.clock,
            files=self.files,
            fetcher=Fetcher(
                self.api,
                self._transport,
                self.files,
                root=f"{api_url}/file/bot{self.bot.token}",
            ),
            routes=ROUTES,
            unpack=Unpacker(codec, ROUTES, outdated=screens_outdated),
            texts=self.texts,
            deliver=self.deliver,
            page=self.page,
        )


def _clock_of(settings: Settings) -> Clock:
    return SystemClock() if settings.clock_url is None else FollowedClock(settings.clock_url)


def _report(task: asyncio.Task[None]) -> None:
    with contextlib.suppress(asyncio.CancelledError):
        error = task.exception()
        if error is not None:
            log.error("background_task_died", exc_info=error)
