"""Raw updates: which lane they belong to, and the row they become."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from db.inbox import Arrival

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


def arrival(update: dict[str, Any], received_at: datetime) -> Arrival:
    """The inbox row of a raw update; anything with an id is kept, even what we do not know."""
    payload = json.dumps(update, ensure_ascii=False, separators=(",", ":"))
    # PostgreSQL keeps no NUL in a text; nobody types one by hand.
    return Arrival(
        int(update["update_id"]), lane_of(update), payload.replace("\\u0000", ""), received_at
    )


def lane_of(update: dict[str, Any]) -> int:
    """The chat an update belongs to, else its person, else the lane of all the rest."""
    for part in update.values():
        if not isinstance(part, dict):
            continue
        place = part.get("message", part) if "chat" not in part else part
        if isinstance(place, dict) and "chat" in place:
            return int(place["chat"]["id"])
        for who in ("from", "user"):
            if who in part:
                return int(part[who]["id"])
    return NO_LANE
