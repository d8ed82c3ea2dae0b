"""The bot's commands, by scope and language."""

import re
from typing import Any

from sandbox.botapi.table import method
from sandbox.commands import scope_key
from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.wire import Json
from sandbox.world import World

_MOST_COMMANDS = 100
_NAME = re.compile(r"[a-z0-9_]{1,32}")
_MOST_DESCRIPTION = 256
_SCOPES: dict[str, tuple[str, ...]] = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


@method("setMyCommands")
def set_my_commands(world: World, params: Params) -> bool:
    """Set the commands of one scope and language."""
    commands = [_command(one) for one in params.objects("commands") or []]
    if len(commands) > _MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    _keep(world, params, commands)
    return True


@method("deleteMyCommands")
def delete_my_commands(world: World, params: Params) -> bool:
    """Delete the commands of one scope and language."""
    _keep(world, params, [])
    return True


@method("getMyCommands")
def get_my_commands(world: World, params: Params) -> list[Json]:
    """The commands of one scope and language, exactly."""
    stored = world.state.facts.commands.get(_scope(world, params), {})
    return stored.get(_language(params), [])


def _keep(world: World, params: Params, commands: list[Json]) -> None:
    stored = world.state.facts.commands.setdefault(_scope(world, params), {})
    stored[_language(params)] = commands
    if not commands:
        del stored[_language(params)]
    world.save_facts()
    world.events.emit("commands")


def _command(raw: Any) -> Json:
    if not isinstance(raw, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(raw.get("command", "")).removeprefix("/")
    description = str(raw.get("description", "")).strip()
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= _MOST_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _scope(world: World, params: Params) -> str:
    scope = params.object("scope") or {"type": "default"}
    needed = _SCOPES.get(scope.get("type", "")) if isinstance(scope, dict) else None
    if needed is None:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if any(name not in scope for name in needed):
        raise bad_request("can't parse BotCommandScope: chat_id is empty")
    if "chat_id" in scope and int(scope["chat_id"]) not in world.state.chats:
        raise bad_request("chat not found")
    return scope_key(scope)


def _language(params: Params) -> str:
    language = params.text("language_code") or ""
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return language
