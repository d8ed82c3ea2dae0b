"""The players' door: people, groups, messages, presses; faults, clock and log."""

from sandbox.sim import (
    chats,
    control,
    events,
    files,
    members,
    messages,
    presses,
    transcripts,
    users,
    votes,
)
from sandbox.sim.routes import ROUTES

__all__ = [
    "ROUTES",
    "chats",
    "control",
    "events",
    "files",
    "members",
    "messages",
    "presses",
    "transcripts",
    "users",
    "votes",
]
