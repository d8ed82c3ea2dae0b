"""The Bot API: one module per noun, every method in one table."""

from sandbox.botapi import (
    callbacks,
    chats,
    commands,
    copies,
    drafts,
    media,
    members,
    messages,
    pins,
    places,
    polls,
    profile,
    reactions,
    topics,
    updates,
    webhooks,
)
from sandbox.botapi.table import METHODS

__all__ = [
    "METHODS",
    "callbacks",
    "chats",
    "commands",
    "copies",
    "drafts",
    "media",
    "members",
    "messages",
    "pins",
    "places",
    "polls",
    "profile",
    "reactions",
    "topics",
    "updates",
    "webhooks",
]
