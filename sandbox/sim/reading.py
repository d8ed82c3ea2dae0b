"""A chat as JSON: the contract's fields and what the page needs besides."""

from sandbox.commands import commands_for
from sandbox.sim.presses import current_keyboard
from sandbox.sim.services import service_text
from sandbox.sim.who import person
from sandbox.state import Chat, Post
from sandbox.wire import Json
from sandbox.world import World

_FILE_KINDS = ("document", "voice", "video", "audio", "animation", "sticker")
_COPIED = (
    "text", "caption", "contact", "location", "media_group_id", "forward_origin",
    "migrate_to_chat_id", "migrate_from_chat_id",
)  # fmt: skip


def read_chat(world: World, chat: Chat, since: int, viewer: int | None) -> Json:
    """Everything of a chat; with a viewer also what only they see."""
    posts = [post for key, post in chat.posts.items() if key > since]
    shown: Json = {
        "chat": chat.info,
        "typing": chat.typing_until > world.clock.timestamp(),
        "messages": [read_post(world, chat, post, viewer) for post in posts],
        "answers": [press.told() for press in chat.answered],
        "reply_keyboard": [[button["text"] for button in row] for row in current_keyboard(chat)],
        "migrated_to": chat.migrated_to,
    }
    if viewer is not None:
        shown |= _viewed(world, chat, viewer)
    return shown


def _viewed(world: World, chat: Chat, viewer: int) -> Json:
    user = person(world, viewer)
    return {
        "members": _members(world, chat),
        "commands": commands_for(world, chat, user),
        "pinned": chat.pinned[-1] if chat.pinned else None,
        "draft": chat.draft,
        "bot_blocked": chat.blocked,
        "started": chat.started,
        "topics": [
            {"thread_id": topic.thread_id, "name": topic.name, "closed": topic.closed}
            for topic in chat.topics.values()
        ],
    }


def _members(world: World, chat: Chat) -> list[Json]:
    if chat.is_private:
        ids = {chat.id: "member", world.bot_id: "kicked" if chat.blocked else "member"}
    else:
        ids = {key: member.status for key, member in chat.members.items()}
    return [
        {"id": key, "first_name": world.user(key)["first_name"], "status": status}
        for key, status in ids.items()
    ]


def read_post(world: World, chat: Chat, post: Post, viewer: int | None) -> Json:
    """One message in the contract's shape."""
    message = post.message
    shown: Json = {
        "message_id": message["message_id"],
        "from": _sender(message),
        "date": message["date"],
        "edited": post.edited,
        "deleted": post.deleted,
    }
    shown |= {name: message[name] for name in _COPIED if name in message}
    shown |= _marks(message) | _files(world, message) | _keyboards(post)
    if "poll" in message:
        shown["poll"] = _poll(world, message["poll"], viewer)
    if post.reactions:
        shown["reactions"] = post.reactions
    service = service_text(world, chat, message)
    if service:
        shown["service"] = service
    return shown


def replied_to(message: Json) -> int | None:
    """The id of the message replied to; being in a topic is a reply only to Telegram."""
    reply_to: int | None = message.get("reply_to_message", {}).get("message_id")
    return None if reply_to == message.get("message_thread_id") else reply_to


def _sender(message: Json) -> Json:
    sender = message.get("from", {})
    shown = {name: sender.get(name) for name in ("id", "is_bot", "first_name")}
    if "sender_chat" in message:
        shown["sender_chat"] = message["sender_chat"]["id"]
        shown["first_name"] = message["sender_chat"].get("title", shown["first_name"])
    return shown


def _marks(message: Json) -> Json:
    shown: Json = {}
    entities = message.get("entities") or message.get("caption_entities")
    if entities:
        shown["entities"] = entities
    reply_to = replied_to(message)
    if reply_to is not None:
        shown["reply_to"] = reply_to
    if "message_thread_id" in message:
        shown["thread_id"] = message["message_thread_id"]
    return shown


def _files(world: World, message: Json) -> Json:
    if "photo" in message:
        largest = message["photo"][-1]
        size = {"width": largest["width"], "height": largest["height"]}
        return {"photo": _file(world, largest) | size}
    for kind in _FILE_KINDS:
        if kind in message:
            media = message[kind]
            kept = ("width", "height", "duration", "performer", "title", "emoji")
            extra = {name: media[name] for name in kept if name in media}
            return {kind: _file(world, media) | extra}
    return {}


def _file(world: World, media: Json) -> Json:
    file = world.state.files[media["file_id"]]
    return {
        "file_id": file.file_id,
        "name": file.name,
        "mime_type": file.mime_type,
        "size": file.size,
    }


def _keyboards(post: Post) -> Json:
    shown: Json = {}
    markup = post.message.get("reply_markup")
    if markup:
        shown["keyboard"] = [
            [_button(button) for button in row] for row in markup["inline_keyboard"]
        ]
    reply = post.reply_keyboard
    if reply and "keyboard" in reply:
        shown["reply_keyboard"] = [[button["text"] for button in row] for row in reply["keyboard"]]
    elif reply:
        shown |= {name: True for name in ("remove_keyboard", "force_reply") if reply.get(name)}
    return shown


def _button(button: Json) -> Json:
    shown = {"text": button["text"]}
    if "callback_data" in button:
        shown["data"] = button["callback_data"]
    kept = ("url", "copy_text", "web_app", "style")
    return shown | {name: button[name] for name in kept if name in button}


def _poll(world: World, poll: Json, viewer: int | None) -> Json:
    ballot = world.state.ballots.get(poll["id"])
    if viewer is None or ballot is None:
        return poll
    return {**poll, "my_votes": ballot.votes.get(viewer, [])}
