"""Lanes: updates of one chat one after another, chats side by side.

An update that fails is tried again after a pause that holds only its own lane; after the last
attempt it becomes a dead letter. An ailing database is nobody's fault and costs no attempt.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

import structlog
from sqlalchemy.exc import OperationalError

from db.inbox import Arrival

log = structlog.get_logger()

Handle = Callable[[Arrival], Awaitable[None]]
Bury = Callable[[Arrival, Exception], Awaitable[None]]
TurnAway = Callable[[Sequence[Arrival]], Awaitable[None]]
NoteFailure = Callable[[Arrival, Exception], Awaitable[None]]

PAUSES = (1.0, 5.0, 30.0, 120.0)
CONCURRENCY = 64
CROWD = 1000
"""So many waiting updates make the poller leave the rest with Telegram."""
FLOOD = 100
"""So many waiting updates of one private chat are no conversation any more."""
BURST = 60
"""So many updates of one chat are handled as fast as we can, then STEADY seconds each."""
STEADY = 0.2
MY_TURN_AGAIN = 0.05
"""Seconds until we look again whether another process has finished what came before."""


class NotYourTurn(Exception):
    """An earlier update of the lane waits in another process: nothing was done."""


class Lanes:
    """What was accepted and waits for its turn."""

    def __init__(
        self,
        handle: Handle,
        *,
        note_failure: NoteFailure,
        bury: Bury,
        turn_away: TurnAway,
        attempts: int = 5,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._handle = handle
        self._note_failure = note_failure
        self._bury = bury
        self._turn_away = turn_away
        self._attempts = attempts
        self._pauses = pauses
        self._lanes: dict[int, deque[Arrival]] = {}
        self._calm_at: dict[int, float] = {}
        """When a chat has had its rest, in monotonic seconds."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(CONCURRENCY)
        self._count = 0
        self._room = asyncio.Event()
        self._room.set()
        self._stopping = False

    def offer(self, arrivals: Sequence[Arrival]) -> None:
        """Queue stored updates behind those of the same chat; a flood is turned away."""
        flood: list[Arrival] = []
        for arrival in arrivals:
            lane = self._lanes.get(arrival.lane)
            if lane is not None and _is_flood(lane, arrival):
                flood.append(arrival)
                continue
            self._count += 1
            if lane is not None:
                _line_up(lane, arrival)
                continue
            self._lanes[arrival.lane] = deque([arrival])
            self._start(self._run(arrival.lane))
        if flood:
            self._start(self._send_away(flood))
        if self._count >= CROWD:
            self._room.clear()

    def holds(self, arrival: Arrival) -> bool:
        """Whether an update waits here already."""
        lane = self._lanes.get(arrival.lane, ())
        return any(one.update_id == arrival.update_id for one in lane)

    @property
    def crowded(self) -> bool:
        """Whether we are too far behind to take more."""
        return not self._room.is_set()

    async def room(self) -> None:
        """Wait until we are not too far behind."""
        await self._room.wait()

    @property
    def waiting(self) -> int:
        """How many updates are accepted and not finished."""
        return self._count

    async def stop(self, *, within: float) -> None:
        """Finish the updates at hand; those behind them are found again after the restart."""
        self._stopping = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=within)
        for task in list(self._tasks):
            task.cancel()

    async def _run(self, lane: int) -> None:
        queue = self._lanes[lane]
        while queue and not self._stopping:
            if (pause := self._rest(lane)) > 0:
                await asyncio.sleep(pause)
            # What came before it may be put in front while it waits: look anew each time.
            head = queue[0]
            try:
                async with self._slots:
                    finished = await self._try(head)
            except NotYourTurn:
                await asyncio.sleep(MY_TURN_AGAIN)
                continue
            if finished:
                queue.remove(head)
                self._leave()
            else:
                await self._pause(queue, head)
        del self._lanes[lane]

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _rest(self, lane: int) -> float:
        """Seconds a chat waits that has written more than anybody can, so that others need not."""
        now = time.monotonic()
        calm_at = max(self._calm_at.get(lane, 0.0), now)
        self._calm_at[lane] = calm_at + STEADY
        if len(self._calm_at) > 20_000:
            self._calm_at = {one: at for one, at in self._calm_at.items() if at > now}
        return calm_at - now - BURST * STEADY

    async def _send_away(self, flood: Sequence[Arrival]) -> None:
        try:
            await self._turn_away(flood)
        except Exception:
            # They stay in the inbox and are found again after the restart.
            log.exception("flood_not_turned_away", updates=len(flood))

    def _leave(self) -> None:
        self._count -= 1
        if self._count < CROWD // 2:
            self._room.set()

    async def _try(self, arrival: Arrival) -> bool:
        try:
            await self._handle(arrival)
        except NotYourTurn:
            raise
        except OperationalError:
            log.exception("database_ailing", update_id=arrival.update_id)
            await asyncio.sleep(min(self._pauses[0], 1.0))
            return False
        except Exception as error:
            log.exception(
                "update_failed", update_id=arrival.update_id, attempt=arrival.attempts + 1
            )
            return await self._failed(arrival, error)
        return True

    async def _failed(self, arrival: Arrival, error: Exception) -> bool:
        last = arrival.attempts + 1 >= self._attempts
        try:
            await (self._bury if last else self._note_failure)(arrival, error)
        except Exception:
            log.exception("failure_not_noted", update_id=arrival.update_id)
            return False
        return last

    async def _pause(self, queue: deque[Arrival], tried: Arrival) -> None:
        queue[queue.index(tried)] = replace(tried, attempts=tried.attempts + 1)
        await asyncio.sleep(self._pauses[min(tried.attempts, len(self._pauses) - 1)])


def _line_up(lane: deque[Arrival], arrival: Arrival) -> None:
    # What a dead process left is older than what waits here for it.
    place = len(lane)
    while place and lane[place - 1].update_id > arrival.update_id:
        place -= 1
    lane.insert(place, arrival)


def _is_flood(lane: Sequence[Arrival], arrival: Arrival) -> bool:
    # A command may be the way out, and a group's lane belongs to many.
    return len(lane) >= FLOOD and arrival.lane > 0 and '"text":"/' not in arrival.payload
