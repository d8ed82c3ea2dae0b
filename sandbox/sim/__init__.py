"""The players' door: people, groups, messages, presses; faults, clock and log."""

from sandbox.sim import chats, control, events, messages, presses, transcripts, users
from sandbox.sim.routes import ROUTES

__all__ = [
    "ROUTES",
    "chats",
    "control",
    "events",
    "messages",
    "presses",
    "transcripts",
    "users",
]
