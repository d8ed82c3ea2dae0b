"""Telegram's flood limits, kept on our side: for the token, per group, per private chat.

What the token and a group may still get stands in the database, where every process that sends
sees it. A private chat is answered by the process that heard it, so its short bursts are counted
here, in monotonic seconds; replies to people are not held to the bulk rate, but counted in it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from db import rates
from db.models.delivery import OutboxLane
from db.outbox import Letter, claim_due
from db.rates import TOKEN, Pace, chat_key
from db.wall import wall

PRIVATE_INTERVAL = 1.0
PRIVATE_BURST = 20
"""Telegram tolerates short bursts of answers to one person; 429 tells where its patience ends."""
GROUP = Pace(interval=7_500, burst=12)
"""In any minute at most 12 + 8 of the 20 messages a group may get."""
BULK = Pace(interval=34)
"""29 of the 30 messages a second, one after another."""
COUNTED_AHEAD = 1_000
"""Milliseconds that a flood of replies may keep bulk from going."""
REPLIES_AT_ONCE = 20
BULK_STANDS_BACK = 30.0
"""Seconds; where Telegram still has no patience, it says so again."""


class PrivateLimits:
    """When the next message to a private chat may go; all times are monotonic seconds."""

    def __init__(self) -> None:
        # GCRA: the theoretical arrival time of the next message, per chat.
        self._due: dict[int, float] = {}
        self._paused: dict[int, float] = {}

    def wait(self, chat_id: int, now: float) -> float:
        """Seconds until this chat may get a message (0: now). Does not count it."""
        due = self._due.get(chat_id, 0.0) - PRIVATE_BURST * PRIVATE_INTERVAL - now
        return max(self._paused.get(chat_id, 0.0) - now, due, 0.0)

    def count(self, chat_id: int, now: float) -> None:
        """A message goes to this chat now."""
        self._due[chat_id] = max(self._due.get(chat_id, 0.0), now) + PRIVATE_INTERVAL
        if len(self._due) > 20_000:
            self._due = {chat: at for chat, at in self._due.items() if at > now}

    def pause(self, chat_id: int, until: float) -> None:
        """Telegram said 429: this chat waits."""
        self._paused[chat_id] = until
        if len(self._paused) > 10_000:
            self._paused = {chat: at for chat, at in self._paused.items() if at >= until}


def claim(
    session: Session, now: datetime, *, replies: int, skip: Sequence[int], within: float
) -> tuple[list[Letter], float]:
    """Take what is due and may begin within so many seconds; seconds until the first may go.

    `replies` have gone meanwhile without asking. Where bulk has no room, late replies still go.
    """
    moment = wall(session)
    rates.spend(session, TOKEN, BULK, moment, replies, at_most=COUNTED_AHEAD)
    room = rates.room(session, TOKEN, BULK, moment, within=int(within * 1000))
    lanes: Collection[int] = tuple(OutboxLane) if room else (OutboxLane.REPLY,)
    letters = claim_due(session, now, limit=room or REPLIES_AT_ONCE, skip=skip, lanes=lanes)
    bulk = sum(one.lane != OutboxLane.REPLY for one in letters)
    wait = rates.take(session, TOKEN, BULK, moment, bulk) if bulk else 0
    return letters, wait / 1000


def count_replies(session: Session, replies: int) -> None:
    """Let the process that claims bulk know how many replies went elsewhere."""
    rates.spend(session, TOKEN, BULK, wall(session), replies, at_most=COUNTED_AHEAD)


def reserve_in_group(session: Session, chat_id: int) -> float:
    """Reserve a group's next message; seconds until it may go."""
    return rates.take(session, chat_key(chat_id), GROUP, wall(session)) / 1000


def hold_back(session: Session, chat_id: int, seconds: float) -> None:
    """Telegram said 429: a group waits, and bulk stands back for a while whatever chat it was."""
    now = wall(session)
    if chat_id < 0:
        rates.pause(session, chat_key(chat_id), GROUP, now + int(seconds * 1000))
    # It may have been that chat alone: all the others do not wait a quarter of an hour for it.
    rates.pause(session, TOKEN, BULK, now + int(min(seconds, BULK_STANDS_BACK) * 1000))
