"""Which messages of a group the bot is shown."""

from sandbox.markup.entities import utf16_length
from sandbox.state import Chat
from sandbox.wire import Json
from sandbox.world import World


def bot_sees(world: World, chat: Chat, message: Json) -> bool:
    """Whether a person's message makes an update for the bot."""
    if chat.is_private:
        return True
    member = world.bot_member(chat)
    if member is None or not member.is_present:
        return False
    if member.is_admin or world.state.bot["can_read_all_group_messages"]:
        return True
    return is_for_bot(world, message)


def is_for_bot(world: World, message: Json) -> bool:
    """What privacy mode lets through: commands, mentions, replies to the bot."""
    replied: Json = message.get("reply_to_message", {})
    if replied.get("from", {}).get("id") == world.bot_id and "forum_topic_created" not in replied:
        return True
    text = message.get("text") or message.get("caption") or ""
    entities = message.get("entities") or message.get("caption_entities") or []
    return any(_addresses(world, text, entity) for entity in entities)


def _addresses(world: World, text: str, entity: Json) -> bool:
    kind: str = entity["type"]
    if kind == "text_mention":
        mentioned: int = entity["user"]["id"]
        return mentioned == world.bot_id
    if kind not in ("bot_command", "mention"):
        return False
    words = _cut(text, entity)
    _, at, name = words.partition("@")
    if not at:
        return kind == "bot_command"
    username: str = world.state.bot["username"]
    return name.lower() == username.lower()


def _cut(text: str, entity: Json) -> str:
    start, end = entity["offset"], entity["offset"] + entity["length"]
    if utf16_length(text) == len(text):
        return text[start:end]
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "replace")
