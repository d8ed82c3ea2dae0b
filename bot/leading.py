"""What only the process that leads does: poll, tick, send what is due, take over from the dead."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import timedelta
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.orm import Session

from bot.delivery.sender import Sender
from bot.intake.lanes import Lanes
from bot.intake.poller import Poller
from bot.jobs import JobRunner
from bot.schedule import start_ticking
from db import inbox, leases, outbox
from db import jobs as job_queue
from db.units import Units
from services.clock import Clock

log = structlog.get_logger()

TAKEN_AT_ONCE = 500
LEFT_BEHIND_AFTER = timedelta(seconds=15)
"""So long an update may wait in another process before we try it here."""


class Leading:
    """Begun and ended as leases are won and lost; all of it survives being cut short."""

    def __init__(
        self,
        units: Units,
        clock: Clock,
        process: str,
        *,
        lanes: Lanes,
        sender: Sender,
        jobs: JobRunner,
        poller: Poller | None,
    ) -> None:
        self._units = units
        self._clock = clock
        self._process = process
        self._lanes = lanes
        self._sender = sender
        self._jobs = jobs
        self._poller = poller
        self._scheduler: AsyncIOScheduler | None = None
        self._polling: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """This process leads from now on."""
        self._sender.leading = True
        self._sender.wake()
        self._scheduler = start_ticking(self._jobs.tick)
        if self._poller is not None:
            self._polling = asyncio.ensure_future(self._poller.run())
            self._polling.add_done_callback(_report)

    def end(self) -> None:
        """Another process may lead from now on."""
        self._sender.leading = False
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None
        if self._polling is not None:
            self._polling.cancel()

    async def ended(self) -> None:
        """Wait until the poller has let go."""
        if self._polling is not None:
            await asyncio.gather(self._polling, return_exceptions=True)
            self._polling = None

    async def take_over(self) -> None:
        """What processes that died have left: letters in flight, jobs at hand, updates waiting."""
        await self.recover()
        before = self._clock.now() - LEFT_BEHIND_AFTER
        left = await self._units.run(
            partial(inbox.left_waiting, before=before, limit=TAKEN_AT_ONCE)
        )
        self._lanes.offer([one for one in left if not self._lanes.holds(one)])

    async def recover(self, *, own: bool = False) -> None:
        """Put back what is in no living process's hands; `own`: nor in ours, as we start."""
        now = self._clock.now()

        def unit(session: Session) -> tuple[int, int]:
            known = set(leases.living(session))
            living = known - {self._process} if own else known | {self._process}
            job_queue.give_back(session, living)
            return outbox.recover(session, now, living)

        again, unknown = await self._units.run(unit)
        if again or unknown:
            log.info("outbox_recovered", again=again, unknown=unknown)


def _report(task: asyncio.Task[None]) -> None:
    with contextlib.suppress(asyncio.CancelledError):
        error = task.exception()
        if error is not None:
            log.error("poller_died", exc_info=error)
