"""This process among others that work for the same token.

Every process takes webhooks, handles updates and sends the replies born in it. One of them leads:
it polls, ticks, sends what is due, and takes over from processes that have died. With an SQLite
file there is one process, kept alone by the lock of its directory, and it leads at once.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from datetime import timedelta
from functools import partial
from pathlib import Path

import structlog
from sqlalchemy.orm import Session

from bot.leading import Leading
from db import leases
from db.units import Units

log = structlog.get_logger()

TERM = timedelta(seconds=10)
BEAT = 2.0
"""Seconds between two signs of life; several may fail before the term ends."""
PATIENCE = 3 * BEAT
"""Seconds a sign may take: a database that hangs is one that does not answer."""


def process_name(directory: Path) -> str:
    """The name of the process that works in a directory: the same after every restart."""
    path = directory / "process"
    if not path.exists():
        path.write_text(secrets.token_hex(6), encoding="utf-8")
    return path.read_text(encoding="utf-8").strip()


class Replica:
    """Says that the process lives, and leads when nobody else does."""

    def __init__(
        self,
        units: Units,
        process: str,
        duties: Leading,
        *,
        alone: bool,
    ) -> None:
        self._units = units
        self._process = process
        self._duties = duties
        self._alone = alone
        self._sure_until = 0.0
        self.leading = False

    async def enter(self) -> None:
        """The first sign of life, before anything is taken into hand."""
        if not self._alone:
            await self._units.run(self._sign)

    async def run(self) -> None:
        """Until cancelled."""
        if self._alone:
            self._become(leading=True)
            return
        while True:
            await self._beat()
            await asyncio.sleep(BEAT)

    async def step_back(self) -> None:
        """Let another process lead at once; what we have in hand stays ours."""
        if self.leading:
            self._become(leading=False)
        await self._duties.ended()
        await self._release(leases.LEADER)

    async def leave(self) -> None:
        """Nothing is in our hands any more."""
        await self._release(f"{leases.REPLICA}{self._process}")

    async def _beat(self) -> None:
        asked = time.monotonic()
        try:
            async with asyncio.timeout(PATIENCE):
                leads = await self._units.run(self._sign)
        except Exception:
            log.exception("no_sign_of_life")
            # Whoever cannot tell must stop before another one starts.
            if self.leading and time.monotonic() >= self._sure_until:
                self._become(leading=False)
            return
        self._sure_until = asked + TERM.total_seconds() - BEAT
        if leads is not self.leading:
            self._become(leading=leads)
        if leads:
            await self._duties.take_over()

    def _become(self, *, leading: bool) -> None:
        self.leading = leading
        log.info("leading" if leading else "following")
        if leading:
            self._duties.begin()
        else:
            self._duties.end()

    def _sign(self, session: Session) -> bool:
        leases.say_alive(session, self._process, term=TERM)
        return leases.hold(session, leases.LEADER, self._process, term=TERM) is not None

    async def _release(self, lease: str) -> None:
        if self._alone:
            return
        try:
            await self._units.run(partial(leases.release, name=lease, owner=self._process))
        except Exception:
            # It ends by itself.
            log.exception("lease_not_released", lease=lease)
