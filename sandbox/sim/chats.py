"""Groups: made by people, with or without the bot."""

from typing import Any

from sandbox.memberships import change
from sandbox.refusals import PlayError
from sandbox.sim.routes import Ask, route
from sandbox.sim.who import person
from sandbox.state import Chat, Member
from sandbox.wire import Json
from sandbox.world import World

_KINDS = ("group", "supergroup")
_BOT_STATUSES = {"absent": None, "member": "member", "admin": "administrator"}


@route("POST", "/sim/chats")
async def add_chat(world: World, ask: Ask) -> Json:
    """Make a group."""
    params = ask.params
    kind = ask.need_text("type")
    if kind not in _KINDS:
        raise PlayError(400, f"type must be one of {', '.join(_KINDS)}")
    bot = params.text("bot") or "absent"
    if bot not in _BOT_STATUSES:
        raise PlayError(400, f"bot must be one of {', '.join(_BOT_STATUSES)}")
    chat = Chat({"id": new_chat_id(world, kind), "title": ask.need_text("title"), "type": kind})
    if params.flag("is_forum"):
        if kind != "supergroup":
            raise PlayError(400, "only a supergroup can be a forum")
        chat.info["is_forum"] = True
    if params.text("username"):
        chat.info["username"] = params.text("username")
    chat.members = _members(world, ask)
    world.state.chats[chat.id] = chat
    world.save_chat(chat)
    world.save_facts()
    world.events.emit("chat", chat_id=chat.id)
    told: list[int] = []
    if _BOT_STATUSES[bot] is not None:
        owner = person(world, ask.need("owner"))
        told = change(world, chat, owner, world.bot_id, Member(str(_BOT_STATUSES[bot])))
    return {**chat.info, "update_ids": told}


def new_chat_id(world: World, kind: str) -> int:
    """An id that no chat had before."""
    facts = world.state.facts
    facts.last_chat_id += 1
    return (
        -(1_000_000_000_000 + facts.last_chat_id) if kind == "supergroup" else -facts.last_chat_id
    )


def _members(world: World, ask: Ask) -> dict[int, Member]:
    owner = person(world, ask.need("owner"))["id"]
    members = {int(one): Member() for one in ask.params.objects("members") or []}
    members |= {int(one): Member("administrator") for one in ask.params.objects("admins") or []}
    for user_id in members:
        person(world, user_id)
    return {owner: Member("creator")} | {key: one for key, one in members.items() if key != owner}


@route("GET", "/sim/chats")
async def list_chats(world: World, ask: Ask) -> list[Any]:
    """All chats, or those a person (`as`) is in, each with its members and last message."""
    viewer = ask.params.integer("as")
    return [
        _listed(world, chat)
        for chat in world.state.chats.values()
        if _is_known(chat) and (viewer is None or _is_in(chat, viewer))
    ]


def _is_known(chat: Chat) -> bool:
    # A private chat begins with its first word; looking at it is not a beginning.
    return not chat.is_private or bool(chat.posts) or chat.started or chat.blocked


def _is_in(chat: Chat, user_id: int) -> bool:
    if chat.is_private:
        return chat.id == user_id
    member = chat.members.get(user_id)
    return member is not None and member.is_present


def _listed(world: World, chat: Chat) -> Json:
    bot = world.bot_member(chat)
    return {
        **chat.info,
        "members": [key for key, one in chat.members.items() if one.is_present],
        "bot": bot.status if bot else "absent",
        "last_message_id": next(reversed(chat.posts), None),
        "migrated_to": chat.migrated_to,
    }
