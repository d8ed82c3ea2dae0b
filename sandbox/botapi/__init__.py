"""The Bot API: one module per noun, every method in one table."""

from sandbox.botapi import callbacks, chats, messages, updates
from sandbox.botapi.table import METHODS

__all__ = ["METHODS", "callbacks", "chats", "messages", "updates"]
