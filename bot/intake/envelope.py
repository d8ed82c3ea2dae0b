"""Raw updates: which lane they belong to, and the row they become."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import structlog

from db.inbox import Arrival

log = structlog.get_logger()

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "poll",
    "poll_answer",
    "message_reaction",
)
NO_LANE = 0
NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")
"""A NUL in JSON; an even number of backslashes before it are characters of their own."""
OF_PRESSED = frozenset({"message_id", "message_thread_id", "is_topic_message", "date", "chat"})


def arrival(update: dict[str, Any], received_at: datetime) -> Arrival:
    """The inbox row of a raw update; anything with an id is kept, even what we do not know."""
    payload = json.dumps(update, ensure_ascii=False, separators=(",", ":"))
    # No database keeps a NUL or half a character in a text; the same NUL typed as words stays.
    if "\\u0000" in payload:
        payload = NUL.sub(r"\1", payload)
    payload = payload.encode("utf-8", "replace").decode()
    return Arrival(int(update["update_id"]), lane_of(update), payload, received_at)


def arrivals_in(updates: Iterable[Any], received_at: datetime) -> list[Arrival]:
    """The rows of those among the values that are updates: what has no id cannot be kept."""
    found = []
    for update in updates:
        try:
            found.append(arrival(update, received_at))
        except (KeyError, TypeError, ValueError):
            log.warning("not_an_update", kind=type(update).__name__)
    return found


def lane_of(update: dict[str, Any]) -> int:
    """The chat an update belongs to, else its person, else the lane of all the rest."""
    for part in update.values():
        if not isinstance(part, dict):
            continue
        place = part.get("message", part) if "chat" not in part else part
        for owner, who in ((place, "chat"), (part, "from"), (part, "user")):
            found = owner.get(who) if isinstance(owner, dict) else None
            if isinstance(found, dict) and isinstance(found.get("id"), int):
                return int(found["id"])
    return NO_LANE


def lean(update: dict[str, Any]) -> dict[str, Any]:
    """The update without what a pressed message shows: it is our own, and costly to parse."""
    press = update.get("callback_query")
    if not isinstance(press, dict) or not isinstance(press.get("message"), dict):
        return update
    place = {name: value for name, value in press["message"].items() if name in OF_PRESSED}
    return {**update, "callback_query": {**press, "message": place}}
