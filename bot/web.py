"""The bot's own web server: webhook, upload page, health, readiness, metrics."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import TelegramError

from bot.intake.envelope import ALLOWED_UPDATES
from bot.intake.webhook import BODY_LIMIT, Webhook
from bot.metrics import INBOX_WAITING
from bot.settings import Settings
from bot.upload_page.routes import UploadPage

if TYPE_CHECKING:
    from bot.application import Metodbot

log = structlog.get_logger()

WEBHOOK_PATH = "/telegram"
READY_WITHIN = 1.0
SILENCE = 60.0
"""Seconds a connection may stay without a whole request before it is closed."""
FAREWELL = 3.0
"""Seconds a transfer may still take when we stop; then it is cut, and its link stays good."""


class WebServer:
    """Listens where the settings say; without a webhook it serves all else."""

    def __init__(self, settings: Settings, bot: Metodbot) -> None:
        self._settings = settings
        self._bot = bot
        self._runner: web.AppRunner | None = None

    @property
    def address(self) -> str:
        """Where it listens, as a URL."""
        return f"http://{self._settings.listen}"

    async def start(self) -> None:
        """Listen, if there is anything to listen for."""
        if not self._settings.listen:
            return
        host, _, port = self._settings.listen.rpartition(":")
        # No access log: addresses of the upload page open it.
        self._runner = web.AppRunner(
            self._application(),
            access_log=None,
            keepalive_timeout=SILENCE,
            shutdown_timeout=FAREWELL,
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, host, int(port)).start()

    async def stop(self) -> None:
        """Stop listening; what was answered 200 is in the inbox."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def set_webhook(self) -> None:
        """Tell Telegram where we listen, until it has heard."""
        params = {
            "url": f"{(self._settings.webhook_url or '').rstrip('/')}{WEBHOOK_PATH}",
            "secret_token": self._secret(),
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        failures = 0
        while True:
            try:
                await self._bot.api.call("setWebhook", params)
                return
            except TelegramError as error:
                failures += 1
                log.warning("webhook_not_set", error=type(error).__name__)
                await asyncio.sleep(min(0.25 * 2**failures, 15.0))

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=BODY_LIMIT)
        application.router.add_get("/healthz", self._alive)
        application.router.add_get("/readyz", self._ready)
        application.router.add_get("/metrics", self._metrics)
        if self._settings.webhook_url:
            bot = self._bot
            hook = Webhook(bot.units, bot.lanes, bot.clock, secret=self._secret())
            application.router.add_post(WEBHOOK_PATH, hook.take)
        if self._bot.page is not None:
            UploadPage(
                self._bot.units,
                self._bot.clock,
                self._bot.files,
                self._bot.page,
                texts=self._bot.texts,
                deliver=self._bot.deliver,
            ).add_to(application.router)
        return application

    def _secret(self) -> str:
        given = self._settings.webhook_secret
        if given is not None:
            return given.get_secret_value()
        return self._settings.button_secret().hex()[:64]

    async def _alive(self, _request: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def _ready(self, _request: web.Request) -> web.Response:
        began = time.monotonic()
        try:
            await asyncio.wait_for(
                self._bot.units.run(lambda session: session.execute(text("SELECT 1")).scalar()),
                READY_WITHIN,
            )
        except (TimeoutError, SQLAlchemyError) as error:
            log.warning("not_ready", error=type(error).__name__)
            return web.Response(status=503, text="the database does not answer")
        # Telegram being away must not make us unready: a restart would not bring it back.
        return web.Response(text=f"ok {time.monotonic() - began:.3f}")

    async def _metrics(self, _request: web.Request) -> web.Response:
        INBOX_WAITING.set(self._bot.lanes.waiting)
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})
