"""The runner of jobs: prepare in a unit of work, run outside, apply in a second unit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import timedelta
from multiprocessing import get_context
from typing import Any

import structlog
from sqlalchemy.orm import Session

from bot.edge import Handled, write_posts
from db import jobs as queue
from db.jobs import Errand
from db.units import Units
from services.analysis.experts import NOBODY, Experts, listen_to
from services.clock import Clock
from services.files import FileStore
from services.jobs import KINDS, JobKind, Place
from services.work import Work

log = structlog.get_logger()

LEASE = timedelta(minutes=10)
RETRY_AFTER = (1, 10, 60, 600)
"""Seconds before the second, third … attempt."""
AT_ONCE = 4


class JobLost(Exception):
    """The job was finished, cancelled or left anew meanwhile: its effect is not applied again."""


class JobRunner:
    """Takes due jobs, a few at a time; an effect is applied in the unit that marks it done."""

    def __init__(
        self,
        units: Units,
        clock: Clock,
        files: FileStore,
        deliver: Callable[[Handled], None],
        *,
        experts: Experts = NOBODY,
    ) -> None:
        self._files = files
        self._experts = experts
        self._units = units
        self._clock = clock
        self._deliver = deliver
        self._analysis: ProcessPoolExecutor | None = None
        self._lent = False
        """Whether the analysis process belongs to somebody else, who ends it."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._waking: set[asyncio.Task[None]] = set()
        self._stopping = False

    async def tick(self) -> None:
        """Take what is due now."""
        room = AT_ONCE - len(self._tasks)
        if room <= 0 or self._stopping:
            return
        now = self._clock.now()
        errands = await self._units.run(
            lambda session: queue.claim(session, now, limit=room, lease=LEASE, kinds=tuple(KINDS))
        )
        for errand in errands:
            task = asyncio.create_task(self._do(errand))
            self._tasks.add(task)
            task.add_done_callback(self._finished)

    @property
    def idle(self) -> bool:
        """Nothing is being done."""
        return not self._tasks and not self._waking

    def wake(self) -> None:
        """A job was left that is due already: do not wait for the next tick."""
        if not self._stopping:
            task = asyncio.create_task(self._again())
            self._waking.add(task)
            task.add_done_callback(self._waking.discard)

    def share_analysis(self, process: ProcessPoolExecutor) -> None:
        """Use an analysis process that is warm already and outlives this runner (tests)."""
        self._analysis, self._lent = process, True

    async def stop(self, *, within: float) -> None:
        """Let what runs finish; what does not is done again after the restart."""
        self._stopping = True
        if running := self._tasks | self._waking:
            await asyncio.wait(running, timeout=within)
        for task in list(self._tasks):
            task.cancel()
        if self._analysis is not None and not self._lent:
            self._analysis.shutdown(wait=False, cancel_futures=True)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            # There may be more where this came from.
            self.wake()

    async def _again(self) -> None:
        try:
            await self.tick()
        except Exception:
            log.exception("jobs_not_claimed")

    async def _do(self, errand: Errand) -> None:
        kind = KINDS[errand.kind]
        try:
            prepared = await self._prepare(kind, errand)
            result = await self._run(kind, prepared)
            self._deliver(await self._units.run(self._applying(kind, errand, result)))
        except JobLost:
            log.info("job_already_done", job=errand.id, kind=errand.kind)
        except Exception as error:
            log.exception("job_failed", job=errand.id, kind=errand.kind)
            await self._failed(kind, errand, error)

    async def _prepare(self, kind: JobKind, errand: Errand) -> Any:
        prepare = kind.prepare
        if prepare is None:
            return errand.params
        return await self._units.run(
            lambda session: prepare(self._work(session, errand), errand.params)
        )

    async def _run(self, kind: JobKind, prepared: Any) -> Any:
        if kind.run is None:
            return None
        if kind.place is Place.THREAD:
            return await asyncio.to_thread(kind.run, prepared)
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._pool(), kind.run, prepared)
        except BrokenProcessPool:
            # It died (memory, a signal): the next attempt gets a fresh process.
            self._analysis, self._lent = None, False
            raise

    def _pool(self) -> ProcessPoolExecutor:
        if self._analysis is None:
            self._analysis = ProcessPoolExecutor(
                1,
                mp_context=get_context("spawn"),
                initializer=listen_to,
                initargs=(self._experts,),
            )
        return self._analysis

    def _applying(self, kind: JobKind, errand: Errand, result: Any) -> Callable[[Session], Handled]:
        def unit(session: Session) -> Handled:
            if not queue.finish(session, errand):
                raise JobLost
            work = self._work(session, errand)
            kind.apply(work, errand.params, result)
            handled = Handled()
            write_posts(work, handled)
            return handled

        return unit

    async def _failed(self, kind: JobKind, errand: Errand, error: Exception) -> None:
        attempt = errand.attempts + 1
        if attempt >= kind.max_attempts:
            log.error("dead_job", job=errand.id, kind=errand.kind)
        name = type(error).__name__
        self._deliver(
            await self._units.run(lambda session: self._fail(session, kind, errand, name, attempt))
        )

    def _fail(
        self, session: Session, kind: JobKind, errand: Errand, error: str, attempt: int
    ) -> Handled:
        handled = Handled()
        if attempt < kind.max_attempts:
            pause = RETRY_AFTER[min(attempt, len(RETRY_AFTER)) - 1]
            retry_at = self._clock.now() + timedelta(seconds=pause)
            queue.fail(session, errand, error=error, retry_at=retry_at)
            return handled
        ended = queue.fail(session, errand, error=error, retry_at=None)
        if ended and kind.give_up is not None:
            work = self._work(session, errand)
            kind.give_up(work, errand.params, error)
            write_posts(work, handled)
        return handled

    def _work(self, session: Session, errand: Errand) -> Work:
        return Work(session, self._clock.now(), cause=f"job:{errand.id}", files=self._files)
