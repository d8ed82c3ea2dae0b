"""Telegram's flood limits, kept on our side: per private chat, per group, for bulk.

Only one process sends for a token, so the counts live in memory. Replies to people are not held
to the bulk rate, but they are counted in it. Seconds are those of a monotonic clock.
"""

from __future__ import annotations

from collections import defaultdict, deque

PRIVATE_INTERVAL = 1.0
PRIVATE_BURST = 20
"""Telegram tolerates short bursts of answers to one person; 429 tells where its patience ends."""
GROUP_WINDOW = 60.0
GROUP_LIMIT = 20
BULK_PER_SECOND = 28


class Limits:
    """When the next message to a chat may go; all times are monotonic seconds."""

    def __init__(self) -> None:
        # GCRA: the theoretical arrival time of the next message, per private chat.
        self._private: dict[int, float] = {}
        self._groups: defaultdict[int, deque[float]] = defaultdict(deque)
        self._recent: deque[float] = deque()
        self._paused: dict[int, float] = {}
        self._bulk_paused_until = 0.0

    def wait(self, chat_id: int, now: float) -> float:
        """Seconds until this chat may get a message (0: now). Does not count it."""
        paused = self._paused.get(chat_id, 0.0) - now
        if chat_id > 0:
            due = self._private.get(chat_id, 0.0) - PRIVATE_BURST * PRIVATE_INTERVAL - now
        else:
            due = self._group_wait(chat_id, now)
        return max(paused, due, 0.0)

    def count(self, chat_id: int, now: float) -> None:
        """A message goes to this chat now."""
        self._recent.append(now)
        if chat_id > 0:
            self._private[chat_id] = max(self._private.get(chat_id, 0.0), now) + PRIVATE_INTERVAL
            if len(self._private) > 20_000:
                self._private = {chat: at for chat, at in self._private.items() if at > now}
        else:
            self._groups[chat_id].append(now)

    def bulk_room(self, now: float) -> int:
        """How many bulk messages may go at this moment."""
        if now < self._bulk_paused_until:
            return 0
        while self._recent and self._recent[0] <= now - 1.0:
            self._recent.popleft()
        return max(0, BULK_PER_SECOND - len(self._recent))

    def pause(self, chat_id: int, until: float) -> None:
        """Telegram said 429: this chat waits, and bulk stands back with it."""
        self._paused[chat_id] = until
        self._bulk_paused_until = max(self._bulk_paused_until, until)
        if len(self._paused) > 10_000:
            self._paused = {chat: at for chat, at in self._paused.items() if at >= until}

    def _group_wait(self, chat_id: int, now: float) -> float:
        window = self._groups[chat_id]
        while window and window[0] <= now - GROUP_WINDOW:
            window.popleft()
        return 0.0 if len(window) < GROUP_LIMIT else window[0] + GROUP_WINDOW - now
