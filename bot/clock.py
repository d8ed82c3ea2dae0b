"""A clock that follows the sandbox's, so that tests and the demo can move time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp
import structlog

from services.clock import SystemClock

log = structlog.get_logger()

ASK_EVERY = 0.25


class FollowedClock:
    """The machine's clock plus the offset a sandbox was last seen to have."""

    def __init__(self, url: str) -> None:
        self._url = f"{url.rstrip('/')}/sim/clock"
        self._offset = timedelta(0)
        self._system = SystemClock()

    def now(self) -> datetime:
        """The sandbox's moment, aware, in UTC."""
        return self._system.now() + self._offset

    async def follow(self) -> None:
        """Keep asking, until cancelled."""
        async with aiohttp.ClientSession(trust_env=False) as session:
            while True:
                try:
                    await self._ask(session)
                except (aiohttp.ClientError, OSError, TimeoutError):
                    log.debug("clock_away")
                await asyncio.sleep(ASK_EVERY)

    async def _ask(self, session: aiohttp.ClientSession) -> None:
        async with session.get(self._url) as answer:
            told = datetime.fromisoformat((await answer.json())["now"])
        offset = told.astimezone(UTC) - self._system.now()
        # A few milliseconds are the way of the answer, not a moved clock.
        if abs(offset - self._offset) > timedelta(seconds=0.5):
            self._offset = offset
