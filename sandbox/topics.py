"""Forum topics: opened, renamed, closed and reopened by people or by the bot."""

from sandbox.memberships import announce
from sandbox.state import Chat, Topic
from sandbox.wire import Json
from sandbox.world import World


def open_topic(
    world: World, chat: Chat, by: Json, name: str, icon_color: int, icon: str | None = None
) -> tuple[Topic, int | None]:
    """Open a topic; it and the id of the update that tells of it."""
    thread_id = chat.last_message_id + 1
    topic = Topic(thread_id, name, icon_color, icon)
    chat.topics[thread_id] = topic
    event = {"name": name, "icon_color": icon_color}
    if icon:
        event["icon_custom_emoji_id"] = icon
    update_id = announce(world, chat, by, {"forum_topic_created": event}, thread_id)
    _save(world, chat)
    return topic, update_id


def rename_topic(world: World, chat: Chat, by: Json, topic: Topic, changes: Json) -> int | None:
    """Give a topic a new name or icon."""
    topic.name = changes.get("name", topic.name)
    topic.icon_custom_emoji_id = changes.get("icon_custom_emoji_id", topic.icon_custom_emoji_id)
    _save(world, chat)
    return announce(world, chat, by, {"forum_topic_edited": changes}, topic.thread_id)


def close_topic(world: World, chat: Chat, by: Json, topic: Topic, closed: bool) -> int | None:
    """Close or reopen a topic."""
    topic.closed = closed
    _save(world, chat)
    event = "forum_topic_closed" if closed else "forum_topic_reopened"
    return announce(world, chat, by, {event: {}}, topic.thread_id)


def close_general(world: World, chat: Chat, by: Json, closed: bool) -> int | None:
    """Close or reopen the General topic."""
    chat.general_closed = closed
    _save(world, chat)
    return announce(
        world, chat, by, {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
    )


def delete_topic(world: World, chat: Chat, topic: Topic) -> None:
    """Delete a topic with all its messages."""
    del chat.topics[topic.thread_id]
    for post in chat.posts.values():
        if post.message.get("message_thread_id") == topic.thread_id and not post.deleted:
            post.deleted = True
            world.change_post(chat, post, "delete")
    _save(world, chat)


def _save(world: World, chat: Chat) -> None:
    world.save_chat(chat)
    world.events.emit("chat", chat_id=chat.id)
