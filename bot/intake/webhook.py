"""The webhook: 200 only after the row is committed, so Telegram keeps what we could not."""

from __future__ import annotations

import hmac
import json

import structlog
from aiohttp import web

from bot.intake.envelope import arrival
from bot.intake.lanes import Lanes
from db.inbox import store
from db.units import Units
from services.clock import Clock

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 the header's name
BODY_LIMIT = 1 << 20


class Webhook:
    """One POST route; everything else on it is refused."""

    def __init__(self, units: Units, lanes: Lanes, clock: Clock, *, secret: str) -> None:
        self._units = units
        self._lanes = lanes
        self._clock = clock
        self._secret = secret.encode()

    async def take(self, request: web.Request) -> web.Response:
        """Check the secret, keep the update, say 200."""
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=403)
        if request.content_type != "application/json":
            return web.Response(status=415)
        if self._lanes.crowded:
            # Telegram keeps it and comes again; a backlog is safer there than in our memory.
            return web.Response(status=503)
        body = await request.read()
        try:
            kept = arrival(json.loads(body), self._clock.now())
        except (ValueError, KeyError, TypeError):
            # Refusing would make Telegram repeat it for a day and hold that chat's queue.
            log.warning("webhook_not_an_update", size=len(body))
            return web.Response()
        try:
            fresh = await self._units.run(lambda session: store(session, [kept]))
        except Exception:
            log.exception("inbox_not_written", updates=1)
            return web.Response(status=503)
        self._lanes.offer(fresh)
        return web.Response()
