"""Service messages in words."""

from sandbox.state import Chat
from sandbox.wire import Json
from sandbox.world import World


def service_text(world: World, chat: Chat, message: Json) -> str | None:
    """What happened in the chat, as the page and the transcript say it; None for content."""
    del world
    actor = message.get("from", {}).get("first_name", "")
    for kind, words in _WORDS.items():
        if kind in message:
            return words.format(actor=actor, value=_value(message[kind]), title=_title(chat))
    return None


_WORDS = {
    "group_chat_created": "{actor} created the group {title}",
    "supergroup_chat_created": "{actor} created the group {title}",
    "new_chat_members": "{actor} added {value}",
    "left_chat_member": "{value} left the group",
    "new_chat_title": "{actor} renamed the group to {value}",
    "pinned_message": "{actor} pinned message {value}",
    "migrate_to_chat_id": "the group became supergroup {value}",
    "migrate_from_chat_id": "the group was upgraded from {value}",
    "forum_topic_created": "{actor} opened topic {value}",
    "forum_topic_edited": "{actor} changed the topic to {value}",
    "forum_topic_closed": "{actor} closed the topic",
    "forum_topic_reopened": "{actor} reopened the topic",
    "general_forum_topic_hidden": "{actor} hid the General topic",
    "general_forum_topic_unhidden": "{actor} showed the General topic",
}


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_value(one) for one in value)
    if isinstance(value, dict):
        named = value.get("first_name") or value.get("name") or value.get("message_id")
        return str(named or "")
    return str(value)


def _title(chat: Chat) -> str:
    return str(chat.info.get("title", ""))
