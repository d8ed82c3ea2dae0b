"""The queue of updates: numbered, kept until confirmed, the same for polling and webhooks."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from sandbox.refusals import conflict
from sandbox.store import Store
from sandbox.wire import Json, encode

_FIRST_ID = 100_000_000
_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_POLLING_MEMORY_S = 60.0


@dataclass(slots=True)
class Pending:
    """An update waiting for its confirmation; `lane` is the chat (or person) it belongs to."""

    update_id: int
    lane: int
    body: bytes


class Updates:
    """The queue. `check` sees every update before it is encoded (validation in tests)."""

    def __init__(self, store: Store, check: Callable[[Json], None]) -> None:
        self.pending: OrderedDict[int, Pending] = OrderedDict()
        self.last_id = _FIRST_ID
        self.allowed: list[str] | None = None
        self.webhook: Callable[[Pending], None] | None = None
        self._store = store
        self._check = check
        self._waiting: asyncio.Future[str] | None = None
        self._polled_at: float | None = None

    def load(self) -> None:
        """Take up what an earlier process left."""
        for _, last_id in self._store.load("update_id"):
            self.last_id = last_id
        for key, body in self._store.load_raw("update"):
            lane, _, encoded = body.partition(b" ")
            self.pending[int(key)] = Pending(int(key), int(lane), encoded)

    def push(self, kind: str, payload: Json, lane: int) -> int | None:
        """Queue an update unless its kind was not asked for; its id."""
        if not self.wants(kind):
            return None
        self.last_id += 1
        update = {"update_id": self.last_id, kind: payload}
        self._check(update)
        pending = Pending(self.last_id, lane, encode(update))
        self.pending[self.last_id] = pending
        self._store.put("update_id", "last", b"%d" % self.last_id)
        self._store.put("update", self.last_id, b"%d %s" % (lane, pending.body))
        if self.webhook is not None:
            self.webhook(pending)
        else:
            self._wake("update")
        return self.last_id

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for this kind of update."""
        if not self.allowed:
            return kind not in _UNASKED
        return kind in self.allowed

    def confirm(self, update_id: int) -> None:
        """Forget one delivered update."""
        if self.pending.pop(update_id, None) is not None:
            self._store.drop("update", update_id)

    def confirm_before(self, offset: int) -> None:
        """Forget every update with a smaller id."""
        while self.pending:
            first = next(iter(self.pending))
            if first >= offset:
                return
            self.confirm(first)

    def keep_last(self, count: int) -> None:
        """Forget all but the newest `count` updates."""
        while len(self.pending) > count:
            self.confirm(next(iter(self.pending)))

    def clear(self) -> None:
        """Forget all updates; their ids are not used again."""
        self.keep_last(0)

    async def poll(self, limit: int, timeout_s: float) -> list[Pending]:
        """Oldest updates; waits for one up to `timeout_s`. A later poll ends this one with 409."""
        self._polled_at = time.monotonic()
        self._wake(
            "terminated by other getUpdates request; make sure that only one bot "
            "instance is running"
        )
        if not self.pending and timeout_s > 0:
            await self._wait(timeout_s)
        return list(islice(self.pending.values(), limit))

    async def _wait(self, timeout_s: float) -> None:
        loop = asyncio.get_running_loop()
        waiting = self._waiting = loop.create_future()
        timer = loop.call_later(timeout_s, _settle, waiting, "timeout")
        try:
            reason = await waiting
        finally:
            timer.cancel()
            if self._waiting is waiting:
                self._waiting = None
        if reason not in ("update", "timeout"):
            raise conflict(reason)

    def interrupt(self, reason: str) -> None:
        """End a waiting poll: "timeout" quietly, anything else as a 409."""
        self._wake(reason)

    @property
    def is_polled(self) -> bool:
        """Whether somebody polls, or did within the last minute."""
        if self._waiting is not None:
            return True
        return (
            self._polled_at is not None and time.monotonic() - self._polled_at < _POLLING_MEMORY_S
        )

    def _wake(self, reason: str) -> None:
        if self._waiting is not None:
            _settle(self._waiting, reason)
            self._waiting = None


def _settle(waiting: asyncio.Future[str], reason: str) -> None:
    if not waiting.done():
        waiting.set_result(reason)
