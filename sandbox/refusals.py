"""Refusals of the two doors: Telegram's own words for bots, plain sentences for players."""

from typing import Any


class RefusalError(Exception):
    """An answer `ok: false` of the Bot API with its code, description and parameters."""

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class PlayError(Exception):
    """A refusal of a player's request: HTTP status and the reason in one sentence."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


def bad_request(reason: str) -> RefusalError:
    """400 with Telegram's prefix."""
    return RefusalError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusalError:
    """403 with Telegram's prefix."""
    return RefusalError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusalError:
    """409 with Telegram's prefix."""
    return RefusalError(409, f"Conflict: {reason}")


def cannot_parse_entities(reason: str) -> RefusalError:
    """400 for broken markup."""
    return bad_request(f"can't parse entities: {reason}")


def too_many_requests(seconds: int) -> RefusalError:
    """429 with `retry_after` seconds."""
    description = f"Too Many Requests: retry after {seconds}"
    return RefusalError(429, description, {"retry_after": seconds})


def upgraded(new_chat_id: int) -> RefusalError:
    """400 of a basic group that became a supergroup; tells the new id."""
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    return RefusalError(400, description, {"migrate_to_chat_id": new_chat_id})
