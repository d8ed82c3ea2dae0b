"""Flood control: 30 messages a second in all, 1 a second in a chat, 20 a minute in a group."""

import math
import time
from collections import deque
from collections.abc import Callable

from sandbox.refusals import too_many_requests

_ALL_PER_SECOND = 30
_CHAT_BURST = 3
_GROUP_PER_MINUTE = 20


class Limits:
    """Counts messages by real monotonic time and refuses when `enforced`."""

    def __init__(self, enforced: bool, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.enforced = enforced
        self._monotonic = monotonic
        self._all: deque[float] = deque()
        self._groups: dict[int, deque[float]] = {}
        self._chats: dict[int, float] = {}

    def admit(self, chat_id: int, messages: int = 1) -> None:
        """Count `messages` to a chat, or refuse with 429 and count nothing."""
        if not self.enforced:
            return
        now = self._monotonic()
        group = self._groups.setdefault(chat_id, deque()) if chat_id < 0 else None
        wait = _window_wait(self._all, now, 1.0, _ALL_PER_SECOND, messages)
        if group is None:
            wait = max(wait, self._burst_wait(chat_id, now, messages))
        else:
            wait = max(wait, _window_wait(group, now, 60.0, _GROUP_PER_MINUTE, messages))
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        self._all.extend([now] * messages)
        if group is not None:
            group.extend([now] * messages)
        else:
            self._chats[chat_id] = max(self._chats.get(chat_id, now), now) + messages

    def _burst_wait(self, chat_id: int, now: float, messages: int) -> float:
        # The stored moment is when the chat's debt of one second per message is paid off.
        debt = max(self._chats.get(chat_id, now) - now, 0.0)
        return debt + min(messages, _CHAT_BURST) - _CHAT_BURST


def _window_wait(sent: deque[float], now: float, seconds: float, most: int, messages: int) -> float:
    while sent and sent[0] <= now - seconds:
        sent.popleft()
    excess = len(sent) + messages - most
    if excess <= 0:
        return 0.0
    return sent[min(excess, len(sent)) - 1] + seconds - now if sent else 0.0
