"""The sender: letters to Telegram, in order within a chat, across chats at once.

A reply is handed over in memory right after its commit; bulk and what is due later is claimed
from the database at the rate the limits allow. What became of letters is written in batches.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

import structlog
from sqlalchemy.exc import OperationalError
from telegram.error import TelegramError

from bot.delivery.failures import Failure, Verdict, judge
from bot.delivery.limits import (
    BULK,
    PrivateLimits,
    claim,
    count_replies,
    hold_back,
    reserve_in_group,
)
from bot.delivery.post import Post
from bot.delivery.settling import Settling
from bot.metrics import LETTERS
from db.models.delivery import OutboxLane, OutboxStatus
from db.outbox import Letter, Settlement, begin
from db.units import Units
from handlers.ui.screens import Screen
from services.clock import Clock

log = structlog.get_logger()

MAX_REFUSALS = 8
"""Server errors a reply survives before it is given up."""
CONCURRENCY = 48
CLAIM_EVERY = 0.5
PUT_BACK_FOR = 2.0
"""Seconds until a reminder that never reached Telegram is tried again."""


class Sender:
    """Owns what is in flight.

    Every process sends the replies born in it; what is due later is claimed by the one that leads.
    """

    def __init__(self, units: Units, clock: Clock, post: Post, settling: Settling) -> None:
        self._units = units
        self._clock = clock
        self._post = post
        self._settling = settling
        self._private = PrivateLimits()
        self._uncounted = 0
        """Replies sent that the shared limit does not know of yet."""
        self._starts: dict[int, float] = {}
        """When claimed letters may go, in monotonic seconds."""
        self._chats: dict[int, deque[Letter]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(CONCURRENCY)
        self._in_hand: set[int] = set()
        self._due = asyncio.Event()
        self._stopping = False
        self._closing = False
        self.leading = False

    def offer(self, letters: Sequence[Letter]) -> None:
        """Send these now; their rows are committed and marked as being sent."""
        for letter in letters:
            if letter.id in self._in_hand:
                continue
            self._in_hand.add(letter.id)
            waiting = self._chats.get(letter.chat_id)
            if waiting is not None:
                waiting.append(letter)
                continue
            self._chats[letter.chat_id] = deque([letter])
            task = asyncio.create_task(self._serve(letter.chat_id))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def wake(self) -> None:
        """Something became due: look into the database without waiting for the next round."""
        self._due.set()

    @property
    def idle(self) -> bool:
        """Nothing in hand and nothing left to write down."""
        return not self._in_hand and self._settling.idle

    async def run(self) -> None:
        """For ever: claim what is due where this process leads; tell of our replies where not."""
        while not self._stopping:
            try:
                if self.leading:
                    await self._claim()
                elif self._uncounted:
                    replies, self._uncounted = self._uncounted, 0
                    await self._units.run(partial(count_replies, replies=replies))
            except Exception:
                log.exception("outbox_claim_failed")
                await asyncio.sleep(CLAIM_EVERY)
            self._due.clear()
            # Not wait_for: a cancellation that meets the wake would be lost in it.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(CLAIM_EVERY):
                    await self._due.wait()

    async def stop(self, *, within: float) -> None:
        """Let what is in flight finish for `within` seconds; the rest is sent after restart."""
        self._stopping = True
        self.wake()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=within / 3)
        # What is on the wire comes to its end: cut short, it would go a second time.
        self._closing = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=within * 2 / 3)
        for task in list(self._tasks):
            task.cancel()
        await self._settling.flush()

    async def _claim(self) -> None:
        now = self._clock.now()
        skip = tuple(self._in_hand) if len(self._in_hand) < 500 else ()
        replies, self._uncounted = self._uncounted, 0
        letters, wait = await self._units.run(
            partial(claim, now=now, replies=replies, skip=skip, within=CLAIM_EVERY)
        )
        start = time.monotonic() + wait
        for letter in letters:
            if letter.lane != OutboxLane.REPLY and letter.id not in self._in_hand:
                self._starts[letter.id] = start
                start += BULK.interval / 1000
        self.offer(letters)

    async def _serve(self, chat_id: int) -> None:
        waiting = self._chats[chat_id]
        while waiting and not self._closing:
            letter = waiting[0]
            try:
                settlement = await self._deliver(letter)
            except asyncio.CancelledError:
                raise
            except OperationalError:
                # Not sent, not lost: the database comes back, and the row is ours still.
                log.exception("letter_waits_for_database", letter=letter.id)
                await asyncio.sleep(1.0)
                continue
            except Exception as error:
                log.exception("letter_failed", letter=letter.id, kind=letter.kind)
                settlement = self._settled(letter, OutboxStatus.FAILED, error=type(error).__name__)
            waiting.popleft()
            self._in_hand.discard(letter.id)
            if settlement is None:
                continue
            LETTERS.labels(OutboxLane(letter.lane).name, settlement.status.name).inc()
            self._settling.add(settlement)
        del self._chats[chat_id]

    async def _deliver(self, letter: Letter) -> Settlement | None:
        refusals = 0
        while True:
            if letter.expires_at is not None and letter.expires_at <= self._clock.now():
                return self._settled(letter, OutboxStatus.EXPIRED)
            await self._room(letter)
            if letter.lane == OutboxLane.REPLY:
                self._uncounted += 1
            elif not await self._units.run(partial(begin, ids=[letter.id])):
                # Another process has it: whoever begins it sends it.
                return None
            try:
                async with self._slots:
                    message_id = await self._post.send(letter)
                return self._settled(letter, OutboxStatus.SENT, message_id=message_id)
            except TelegramError as error:
                failure = judge(error)
            refusals += 1
            outcome = await self._after(letter, failure, refusals)
            if isinstance(outcome, Settlement):
                return outcome
            letter = outcome

    async def _room(self, letter: Letter) -> None:
        start = self._starts.pop(letter.id, None)
        if start is not None:
            await asyncio.sleep(max(0.0, start - time.monotonic()))
        if letter.chat_id < 0:
            await asyncio.sleep(
                await self._units.run(partial(reserve_in_group, chat_id=letter.chat_id))
            )
            return
        # A pause may be prolonged while we sleep, so look again.
        while (wait := self._private.wait(letter.chat_id, time.monotonic())) > 0:  # noqa: ASYNC110
            await asyncio.sleep(wait)
        self._private.count(letter.chat_id, time.monotonic())

    async def _hold_back(self, letter: Letter, failure: Failure) -> None:
        self._private.pause(letter.chat_id, time.monotonic() + failure.wait)
        await self._units.run(partial(hold_back, chat_id=letter.chat_id, seconds=failure.wait))

    async def _after(self, letter: Letter, failure: Failure, refusals: int) -> Settlement | Letter:
        """Settle a failed letter, or give back the letter to try next."""
        tried = replace(letter, attempts=letter.attempts + 1)
        if failure.verdict in (Verdict.SLOW, Verdict.AGAIN) and letter.lane != OutboxLane.REPLY:
            return await self._put_back(letter, failure)
        match failure.verdict:
            case Verdict.DONE:
                return self._settled(letter, OutboxStatus.SENT, message_id=letter.replaces)
            case Verdict.SLOW:
                await self._hold_back(letter, failure)
                return letter
            case Verdict.AGAIN:
                await asyncio.sleep(failure.wait or min(0.2 * 2**refusals, 15.0))
                return letter
            case Verdict.ANEW:
                return replace(tried, replaces=None, anchor=None)
            case Verdict.PLAIN:
                self._post.as_plain(letter.id)
                return tried
            case Verdict.MOVED if failure.new_chat_id is not None:
                await self._post.move(letter.chat_id, failure.new_chat_id)
                return replace(letter, chat_id=failure.new_chat_id)
            case Verdict.BLOCKED:
                await self._post.blocked(letter.chat_id, self._clock.now())
        if failure.verdict is Verdict.UNKNOWN and self._may_repeat(tried):
            await asyncio.sleep(min(0.2 * 2**refusals, 15.0))
            return tried
        return self._lost(tried, failure)

    async def _put_back(self, letter: Letter, failure: Failure) -> Settlement:
        # Refused, not lost: it waits in the database, where no crash makes a riddle of it.
        if failure.verdict is Verdict.SLOW:
            await self._hold_back(letter, failure)
        again = self._clock.now() + timedelta(seconds=failure.wait or PUT_BACK_FOR)
        return replace(self._settled(letter, OutboxStatus.PENDING), at=again)

    @staticmethod
    def _may_repeat(letter: Letter) -> bool:
        # Editing twice changes nothing; a question twice is better than a dead dialogue;
        # a reminder or a broadcast twice is worse than a count the author sees.
        if letter.replaces is not None:
            return letter.attempts < MAX_REFUSALS
        return letter.lane == OutboxLane.REPLY and letter.attempts < MAX_REFUSALS

    def _lost(self, letter: Letter, failure: Failure) -> Settlement:
        unknown = failure.verdict is Verdict.UNKNOWN
        status = OutboxStatus.UNKNOWN if unknown else OutboxStatus.FAILED
        log.warning(
            "letter_lost", letter=letter.id, kind=letter.kind, verdict=failure.verdict.value
        )
        return self._settled(letter, status, error=failure.reason)

    def _settled(
        self,
        letter: Letter,
        status: OutboxStatus,
        *,
        message_id: int | None = None,
        error: str | None = None,
    ) -> Settlement:
        screen = Screen.registry.get(letter.kind)
        return Settlement(
            letter.id,
            letter.chat_id,
            status,
            self._clock.now(),
            letter.attempts,
            message_id,
            error,
            secret=screen is not None and screen.secret,
        )
