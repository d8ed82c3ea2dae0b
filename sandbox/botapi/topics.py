"""Forum topics for the bot."""

from sandbox.botapi.access import need_right, seen_chat
from sandbox.botapi.table import method
from sandbox.memberships import named
from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.state import Chat, Topic
from sandbox.topics import close_general, close_topic, delete_topic, open_topic, rename_topic
from sandbox.wire import Json
from sandbox.world import World

_MOST_NAME = 128
_COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


def _forum(world: World, params: Params, deed: str) -> Chat:
    chat = seen_chat(world, params)
    if not chat.info.get("is_forum"):
        raise bad_request("the chat is not a forum")
    need_right(world, chat, "can_manage_topics", deed)
    return chat


def _topic(chat: Chat, params: Params) -> Topic:
    topic = chat.topics.get(params.integer("message_thread_id") or 0)
    if topic is None:
        raise bad_request("message thread not found")
    return topic


def _name(params: Params) -> str | None:
    name = params.text("name")
    if name is not None and len(name) > _MOST_NAME:
        raise bad_request("TOPIC_TITLE_TOO_LONG")
    return name


@method("createForumTopic")
def create_forum_topic(world: World, params: Params) -> Json:
    """Open a topic."""
    chat = _forum(world, params, "create a topic")
    name = _name(params)
    if not name or not name.strip():
        raise bad_request("TOPIC_TITLE_EMPTY")
    color = params.integer("icon_color") or _COLORS[0]
    if color not in _COLORS:
        raise bad_request("invalid icon color specified")
    icon = params.text("icon_custom_emoji_id")
    topic, _ = open_topic(world, chat, _bot(world), name.strip(), color, icon)
    told: Json = {
        "message_thread_id": topic.thread_id,
        "name": topic.name,
        "icon_color": topic.icon_color,
    }
    return told | ({"icon_custom_emoji_id": icon} if icon else {})


@method("editForumTopic")
def edit_forum_topic(world: World, params: Params) -> bool:
    """Rename a topic, or change its icon."""
    chat = _forum(world, params, "edit the topic")
    topic = _topic(chat, params)
    changes: Json = {}
    if _name(params):
        changes["name"] = _name(params)
    icon = params.text("icon_custom_emoji_id")
    if icon is not None:
        changes["icon_custom_emoji_id"] = icon
    if all(getattr(topic, name) == value for name, value in changes.items()):
        raise bad_request("TOPIC_NOT_MODIFIED")
    rename_topic(world, chat, _bot(world), topic, changes)
    return True


@method("closeForumTopic")
def close_forum_topic(world: World, params: Params) -> bool:
    """Close a topic for new messages."""
    return _set_closed(world, params, True)


@method("reopenForumTopic")
def reopen_forum_topic(world: World, params: Params) -> bool:
    """Open a closed topic again."""
    return _set_closed(world, params, False)


def _set_closed(world: World, params: Params, closed: bool) -> bool:
    chat = _forum(world, params, "edit the topic")
    topic = _topic(chat, params)
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    close_topic(world, chat, _bot(world), topic, closed)
    return True


@method("deleteForumTopic")
def delete_forum_topic(world: World, params: Params) -> bool:
    """Delete a topic with its messages."""
    chat = _forum(world, params, "delete the topic")
    delete_topic(world, chat, _topic(chat, params))
    return True


@method("closeGeneralForumTopic")
def close_general_forum_topic(world: World, params: Params) -> bool:
    """Close the General topic."""
    return _set_general_closed(world, params, True)


@method("reopenGeneralForumTopic")
def reopen_general_forum_topic(world: World, params: Params) -> bool:
    """Open the General topic again."""
    return _set_general_closed(world, params, False)


def _set_general_closed(world: World, params: Params, closed: bool) -> bool:
    chat = _forum(world, params, "edit the topic")
    if chat.general_closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    close_general(world, chat, _bot(world), closed)
    return True


def _bot(world: World) -> Json:
    return named(world, world.bot_id)
