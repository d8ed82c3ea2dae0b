"""What strangers see of the bot before they start it: name, description, commands."""

from __future__ import annotations

import structlog
from telegram.error import TelegramError

from bot.api import Api
from handlers.commands import GROUP_COMMANDS, STRANGER_COMMANDS
from handlers.ui.texts import TextLibrary

log = structlog.get_logger()

LANGUAGES = ("", "en")
"""The default is Russian; English is shown to those whose Telegram speaks it."""


async def introduce(api: Api, library: TextLibrary) -> None:
    """Set the profile and the commands per scope and language; losing this harms nobody."""
    try:
        for code in LANGUAGES:
            await _introduce_in(api, library, code)
    except TelegramError as error:
        log.warning("profile_not_set", error=type(error).__name__)


async def _introduce_in(api: Api, library: TextLibrary, code: str) -> None:
    texts = library.of(code or "ru")
    language = {"language_code": code} if code else {}
    for method, field in (
        ("setMyName", "name"),
        ("setMyDescription", "description"),
        ("setMyShortDescription", "short_description"),
    ):
        words = texts.label(f"profile-{field.replace('_', '-')}")
        await api.call(method, {field: words, **language})
    for scope, names in (
        ("all_private_chats", STRANGER_COMMANDS),
        ("all_group_chats", GROUP_COMMANDS),
    ):
        commands = [
            {"command": name, "description": texts.label(f"command-{name}")} for name in names
        ]
        await api.call(
            "setMyCommands", {"commands": commands, "scope": {"type": scope}, **language}
        )
