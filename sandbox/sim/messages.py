"""What people write: texts, files, contacts, replies, edits, commands from links."""

from sandbox.markup import read
from sandbox.params import Params
from sandbox.refusals import PlayError
from sandbox.sim import attachments
from sandbox.sim.privacy import bot_sees
from sandbox.sim.routes import Ask, route
from sandbox.sim.who import ANONYMOUS, place, player, shown_post, standing
from sandbox.state import Chat, Post
from sandbox.wire import Json
from sandbox.world import World

CHANNEL_BOT = {
    "id": 136817688,
    "is_bot": True,
    "first_name": "Channel",
    "username": "Channel_Bot",
}
_MOST_TEXT = 4096


@route("POST", "/sim/message")
async def write_message(world: World, ask: Ask) -> Json:
    """A person writes, or edits an earlier message of theirs."""
    user = player(world, ask)
    chat = place(world, ask, user)
    if chat.blocked:
        raise PlayError(409, f"user {user['id']} has blocked the bot")
    _refuse_muted(chat, user)
    content = _content(world, ask.params, user)
    edited = ask.params.integer("edit_of")
    if edited is not None:
        return _edit(world, chat, user, edited, content)
    message = _context(world, ask.params, chat, user) | content
    return say(world, chat, user["id"], message)


@route("POST", "/sim/start")
async def start(world: World, ask: Ask) -> Json:
    """A person opens the bot by a link, or presses Start; this also unblocks."""
    user = player(world, ask)
    chat = world.private_chat(user["id"])
    if chat.blocked:
        set_blocked(world, chat, user, False)
    payload = ask.params.text("payload")
    text, entities = read(f"/start {payload}" if payload else "/start", None, None)
    return say(world, chat, user["id"], {"text": text, "entities": entities})


def set_blocked(world: World, chat: Chat, user: Json, blocked: bool) -> int | None:
    """A person blocks or unblocks the bot; the id of the update that tells it."""
    chat.blocked = blocked
    world.save_chat(chat)
    statuses = ("member", "kicked") if blocked else ("kicked", "member")
    old, new = (_bot_standing(world, status) for status in statuses)
    payload = {
        "chat": chat.info,
        "from": user,
        "date": world.clock.unix(),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    world.events.emit("member", chat_id=chat.id, user_id=world.bot_id, blocked=blocked)
    return world.updates.push("my_chat_member", payload, chat.id)


def _bot_standing(world: World, status: str) -> Json:
    bot = world.state.bot
    user = {name: bot[name] for name in ("id", "is_bot", "first_name", "username")}
    standing: Json = {"status": status, "user": user}
    return standing | ({"until_date": 0} if status == "kicked" else {})


def say(world: World, chat: Chat, author: int, content: Json) -> Json:
    """Put a person's message into the chat and, if the bot may see it, into its queue."""
    message: Json = {
        "message_id": world.next_message_id(chat),
        "from": world.state.users[author],
        "chat": chat.info,
        "date": world.clock.unix(),
    }
    message |= content
    if not chat.started and chat.info["type"] == "private":
        chat.started = True
        world.save_chat(chat)
    world.add_post(chat, Post(message, author=author))
    update_id = None
    if bot_sees(world, chat, message):
        update_id = world.updates.push("message", message, chat.info["id"])
    return {"message_id": message["message_id"], "update_id": update_id}


def _refuse_muted(chat: Chat, user: Json) -> None:
    if not chat.is_private and standing(chat, user["id"]).status == "restricted":
        raise PlayError(403, f"user {user['id']} is restricted in chat {chat.id}")


def _content(world: World, params: Params, user: Json) -> Json:
    if params.files:
        return attachments.from_files(world, params)
    text = params.text("text")
    if text:
        words, entities = read(text, None, params.objects("entities"))
        if not words or len(words) > _MOST_TEXT:
            raise PlayError(400, f"a message has 1 to {_MOST_TEXT} characters")
        return {"text": words, "entities": entities} if entities else {"text": words}
    content = attachments.from_fields(world, params, user)
    if not content:
        raise PlayError(400, "a message needs text, a file, contact, location or sticker")
    return content


def _context(world: World, params: Params, chat: Chat, user: Json) -> Json:
    fields: Json = {}
    if params.object("sender_chat") is not None:
        fields |= _as_chat(world, params, chat, user)
    thread_id = params.integer("thread_id")
    if thread_id:
        topic = chat.topics.get(thread_id)
        if topic is None:
            raise PlayError(404, f"no topic {thread_id} in chat {chat.id}")
        if topic.closed and not standing(chat, user["id"]).is_admin:
            raise PlayError(403, f"topic {thread_id} is closed")
        fields |= {"message_thread_id": thread_id, "is_topic_message": True}
    reply_to = params.integer("reply_to") or (thread_id or None)
    if reply_to:
        replied = shown_post(chat, reply_to).message
        fields["reply_to_message"] = {k: v for k, v in replied.items() if k != "reply_to_message"}
    return fields


def _as_chat(world: World, params: Params, chat: Chat, user: Json) -> Json:
    wanted = params.object("sender_chat")
    chat_id = wanted.get("id") if isinstance(wanted, dict) else wanted
    if chat_id is True or chat_id == chat.id:
        if not standing(chat, user["id"]).is_admin:
            raise PlayError(403, "only administrators can be anonymous")
        return {"from": ANONYMOUS, "sender_chat": chat.info}
    other = wanted if isinstance(wanted, dict) else None
    if isinstance(chat_id, int) and chat_id in world.state.chats:
        other = world.state.chats[chat_id].info
    if other is None:
        raise PlayError(404, f"no chat {chat_id}")
    return {"from": CHANNEL_BOT, "sender_chat": other}


def _edit(world: World, chat: Chat, user: Json, message_id: int, content: Json) -> Json:
    post = shown_post(chat, message_id)
    if post.author != user["id"]:
        raise PlayError(403, f"message {message_id} was not written by user {user['id']}")
    replaced = ("text", "entities", "caption", "caption_entities")
    message = {name: one for name, one in post.message.items() if name not in replaced}
    if "text" in content and "text" not in post.message:
        content = {name.replace("text", "caption", 1): one for name, one in content.items()}
        if "entities" in content:
            content["caption_entities"] = content.pop("entities")
    post.message = message | content | {"edit_date": world.clock.unix()}
    post.edited = True
    world.change_post(chat, post, "edit")
    update_id = None
    if bot_sees(world, chat, post.message):
        update_id = world.updates.push("edited_message", post.message, chat.id)
    return {"message_id": message_id, "update_id": update_id}
