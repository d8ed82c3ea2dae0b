"""What a failed call to Telegram means for the letter: a type, not a search for words later."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)

from bot.api import TooFast
from bot.transport import AnswerLost, NeverReached


class Verdict(Enum):
    """What to do with the letter."""

    DONE = "done"
    """The state asked for is there already."""
    AGAIN = "again"
    """Nothing happened: the same call may be repeated."""
    SLOW = "slow"
    """Too fast: repeat after `wait` seconds."""
    UNKNOWN = "unknown"
    """It may have happened."""
    MOVED = "moved"
    """The chat has another id now."""
    ANEW = "anew"
    """The message to edit is gone or of another kind: send a new one."""
    PLAIN = "plain"
    """Telegram does not understand our markup: send the bare words."""
    BLOCKED = "blocked"
    """The person or group does not want us any more."""
    NEVER = "never"
    """Refused for good."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A verdict with its details. `reason` holds Telegram's words, never ours or a person's."""

    verdict: Verdict
    reason: str
    wait: float = 0.0
    new_chat_id: int | None = None


ALREADY = ("message is not modified", "message to delete not found", "query is too old")
EDIT_IMPOSSIBLE = (
    "message to edit not found",
    "message can't be edited",
    "no text in the message",
    "message_id_invalid",
    "no caption in the message",
)


def judge(error: TelegramError) -> Failure:
    """Say what an error of the Bot API means."""
    reason = f"{type(error).__name__}: {error.message}"[:300]
    if isinstance(error, TooFast):
        return Failure(Verdict.SLOW, reason, wait=float(error.seconds))
    if isinstance(error, ChatMigrated):
        return Failure(Verdict.MOVED, reason, new_chat_id=error.new_chat_id)
    if isinstance(error, Forbidden):
        return Failure(Verdict.BLOCKED, reason)
    if isinstance(error, BadRequest):
        return Failure(_refusal(error.message.lower()), reason)
    if isinstance(error, NeverReached):
        return Failure(Verdict.AGAIN, reason)
    if isinstance(error, (AnswerLost, NetworkError)):
        return Failure(Verdict.UNKNOWN, reason)
    if isinstance(error, InvalidToken):
        return Failure(Verdict.AGAIN, reason, wait=30.0)
    return Failure(Verdict.NEVER, reason)


def _refusal(message: str) -> Verdict:
    if any(words in message for words in ALREADY):
        return Verdict.DONE
    if any(words in message for words in EDIT_IMPOSSIBLE):
        return Verdict.ANEW
    if "can't parse entities" in message:
        return Verdict.PLAIN
    return Verdict.NEVER
