"""Delivery to a webhook: chats in parallel, each chat in order, again until accepted."""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable

import aiohttp

from sandbox.updates import Pending
from sandbox.wire import Json
from sandbox.world import World

_TIMEOUT = aiohttp.ClientTimeout(total=60)
_MOST_PAUSE_S = 60.0
_MOST_ASKED_PAUSE_S = 3600.0
Reply = Callable[[str, Json], Awaitable[None]]


class Deliveries:
    """One worker per lane that has updates; `reply` runs a method answered in the body."""

    def __init__(self, world: World, reply: Reply, first_pause_s: float = 2.0) -> None:
        self.first_pause_s = first_pause_s
        self._world = world
        self._reply = reply
        self._lanes: dict[int, deque[Pending]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(40)

    async def apply(self) -> None:
        """Begin anew with the webhook that is set now, or stop when there is none."""
        await self.stop()
        webhook = self._world.state.facts.webhook
        if webhook is None:
            return
        self._slots = asyncio.Semaphore(webhook["max_connections"])
        connector = aiohttp.TCPConnector(limit=0)
        self._session = aiohttp.ClientSession(timeout=_TIMEOUT, connector=connector)
        self._world.updates.webhook = self._enqueue
        for pending in list(self._world.updates.pending.values()):
            self._enqueue(pending)

    async def stop(self) -> None:
        """End all deliveries; what was not accepted stays in the queue."""
        self._world.updates.webhook = None
        workers, self._workers = self._workers, set()
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        self._lanes.clear()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _enqueue(self, pending: Pending) -> None:
        lane = self._lanes.get(pending.lane)
        if lane is not None:
            lane.append(pending)
            return
        self._lanes[pending.lane] = deque([pending])
        worker = asyncio.get_running_loop().create_task(self._work(pending.lane))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _work(self, lane_id: int) -> None:
        lane = self._lanes[lane_id]
        while lane:
            if lane[0].update_id in self._world.updates.pending:
                await self._deliver(lane[0])
            lane.popleft()
        del self._lanes[lane_id]

    async def _deliver(self, pending: Pending) -> None:
        pause = 0.0
        while True:
            asked = await self._attempt(pending)
            if asked is None:
                self._world.updates.confirm(pending.update_id)
                self._world.store.flush()
                return
            await asyncio.sleep(max(pause, asked))
            # The first repetition comes at once, the later ones at growing distances.
            pause = min(max(pause * 2, self.first_pause_s), _MOST_PAUSE_S)

    async def _attempt(self, pending: Pending) -> float | None:
        """None when accepted, else the pause the other side asks for."""
        webhook = self._world.state.facts.webhook
        if webhook is None or self._session is None:
            return _MOST_PAUSE_S
        headers = {"Content-Type": "application/json"}
        if webhook.get("secret_token"):
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook["secret_token"]
        try:
            async with (
                self._slots,
                self._session.post(webhook["url"], data=pending.body, headers=headers) as response,
            ):
                body = await response.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            self._note(f"Connection failed: {type(error).__name__}")
            return 0.0
        if 200 <= response.status < 300:
            await self._take_reply(body)
            return None
        self._note(f"Wrong response from the webhook: {response.status} {response.reason}")
        asked = response.headers.get("Retry-After", "")
        return min(float(asked), _MOST_ASKED_PAUSE_S) if asked.isdigit() else 0.0

    def _note(self, words: str) -> None:
        webhook = self._world.state.facts.webhook
        if webhook is not None:
            webhook["last_error_date"] = self._world.clock.unix()
            webhook["last_error_message"] = words
            self._world.save_facts()
            self._world.store.flush()

    async def _take_reply(self, body: bytes) -> None:
        try:
            call = json.loads(body)
        except ValueError:
            return
        if isinstance(call, dict) and isinstance(call.get("method"), str):
            await self._reply(call.pop("method"), call)
