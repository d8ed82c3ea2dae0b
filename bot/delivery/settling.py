"""Writes what became of letters, many in one unit of work."""

from __future__ import annotations

import asyncio

import structlog

from db.outbox import Settlement, settle
from db.units import Units

log = structlog.get_logger()

PAUSE = 0.02
"""Seconds to gather; the write is never waited for by a person."""


class Settling:
    """A buffer in front of the database; a crash loses only marks, and marks are recovered."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._buffer: list[Settlement] = []
        self._task: asyncio.Task[None] | None = None

    def add(self, settlement: Settlement) -> None:
        """Write this down soon."""
        self._buffer.append(settlement)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._soon())

    @property
    def idle(self) -> bool:
        """Everything is written."""
        return not self._buffer and (self._task is None or self._task.done())

    async def flush(self) -> None:
        """Write everything now."""
        if self._task is not None:
            await asyncio.wait([self._task])
        await self._write()

    async def _soon(self) -> None:
        while self._buffer:
            await asyncio.sleep(PAUSE)
            await self._write()

    async def _write(self) -> None:
        batch, self._buffer = self._buffer, []
        if not batch:
            return
        try:
            await self._units.run(lambda session: settle(session, batch))
        except Exception:
            log.exception("settling_failed", letters=len(batch))
            self._buffer = batch + self._buffer
            await asyncio.sleep(1.0)
