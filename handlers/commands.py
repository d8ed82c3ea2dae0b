"""Which commands are shown where."""

from __future__ import annotations

STRANGER_COMMANDS = ("start", "menu", "help")
GROUP_COMMANDS = ("help",)
