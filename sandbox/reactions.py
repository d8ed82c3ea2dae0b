"""Reactions to messages, of people and of the bot."""

from sandbox.refusals import bad_request
from sandbox.state import Chat, Post
from sandbox.wire import Json
from sandbox.world import World

_KNOWN = """
👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯
🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄
☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡
"""
EMOJI = frozenset(_KNOWN.split())


def react(world: World, chat: Chat, post: Post, user: Json, emoji: str) -> int | None:
    """Replace a person's reaction; the id of the update if the bot asked for such updates."""
    old = [one["emoji"] for one in post.reactions if one.get("user_id") == user["id"]]
    new = [known_emoji(emoji)] if emoji else []
    post.reactions = [one for one in post.reactions if one.get("user_id") != user["id"]]
    post.reactions += [{"emoji": one, "user_id": user["id"]} for one in new]
    world.change_post(chat, post, "reaction", user_id=user["id"])
    if old == new or not _is_told(world, chat):
        return None
    payload = {
        "chat": chat.info,
        "message_id": post.message["message_id"],
        "user": user,
        "date": world.clock.unix(),
        "old_reaction": _types(old),
        "new_reaction": _types(new),
    }
    return world.updates.push("message_reaction", payload, chat.id)


def react_as_bot(world: World, chat: Chat, post: Post, emoji: list[str]) -> None:
    """Replace the bot's reaction."""
    post.reactions = [one for one in post.reactions if "bot" not in one]
    post.reactions += [{"emoji": known_emoji(one), "bot": True} for one in emoji]
    world.change_post(chat, post, "reaction")


def known_emoji(emoji: str) -> str:
    """An emoji that Telegram takes as a reaction, without its variation selector."""
    bare = emoji.removesuffix("\ufe0f")
    if bare not in EMOJI:
        raise bad_request("REACTION_INVALID")
    return bare


def _is_told(world: World, chat: Chat) -> bool:
    # In groups only administrators learn of reactions.
    member = world.bot_member(chat)
    return chat.is_private or (member is not None and member.is_admin)


def _types(emoji: list[str]) -> list[Json]:
    return [{"type": "emoji", "emoji": one} for one in emoji]
