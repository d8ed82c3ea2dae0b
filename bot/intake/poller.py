"""Long polling: an update is confirmed to Telegram only after its row is committed."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import structlog
from telegram.error import Conflict, NetworkError, TelegramError

from bot.api import Api, TooFast
from bot.intake.envelope import ALLOWED_UPDATES, arrivals_in
from bot.intake.lanes import Lanes
from db.inbox import Arrival, store
from db.units import Units
from services.clock import Clock

log = structlog.get_logger()

LONG_POLL = 50
LONGEST_REST = 4.0
"""Seconds between two tries: whoever writes after an outage should not wait for us."""


class Poller:
    """Asks Telegram for updates, for ever; Telegram being away is no reason to stop."""

    def __init__(self, api: Api, units: Units, lanes: Lanes, clock: Clock) -> None:
        self._api = api
        self._units = units
        self._lanes = lanes
        self._clock = clock
        self._offset: int | None = None
        self.last_success: float | None = None
        """Monotonic seconds of the last answer, for the health page."""

    async def run(self) -> None:
        """Poll until cancelled."""
        failures = 0
        while True:
            await self._lanes.room()
            try:
                arrivals = await self._ask()
            except TelegramError as error:
                failures += 1
                await self._rest(error, failures)
                continue
            failures = 0
            self.last_success = time.monotonic()
            if arrivals:
                await self._keep(arrivals)

    async def _ask(self) -> list[Arrival]:
        params: dict[str, Any] = {"timeout": LONG_POLL, "allowed_updates": list(ALLOWED_UPDATES)}
        if self._offset is not None:
            params["offset"] = self._offset
        result = await self._api.call("getUpdates", params, wait=LONG_POLL + 10.0)
        given = result if isinstance(result, list) else [result]
        arrivals = arrivals_in(given, self._clock.now())
        if given and not arrivals:
            # A proxy's page, an answer cut short: ask again later, as after any failure.
            raise NetworkError("no updates in the answer")
        return arrivals

    async def _keep(self, arrivals: list[Arrival]) -> None:
        while True:
            try:
                fresh = await self._units.run(lambda session: store(session, arrivals))
                break
            except Exception:
                # Not stored means not confirmed: Telegram keeps them for us.
                log.exception("inbox_not_written", updates=len(arrivals))
                await asyncio.sleep(1.0)
        self._lanes.offer(fresh)
        self._offset = max(one.update_id for one in arrivals) + 1

    @staticmethod
    async def _rest(error: TelegramError, failures: int) -> None:
        if isinstance(error, Conflict):
            log.error("another_poller", reason=error.message)
        else:
            log.warning("polling_failed", error=type(error).__name__, failures=failures)
        backoff = min(0.25 * 2**failures, LONGEST_REST)
        await asyncio.sleep(error.seconds if isinstance(error, TooFast) else backoff)
