"""The way of every message the bot sends: thread, reply, keyboard, limits, then the chat."""

from sandbox.botapi.keyboards import read_markup
from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.state import Chat, Post
from sandbox.wire import Json
from sandbox.world import World


def send(
    world: World, chat: Chat, params: Params, content: Json, right: str, admitted: bool = False
) -> Json:
    """Put the bot's message with `content` into the chat; Telegram's Message object."""
    _refuse_muted(world, chat, right)
    thread = thread_fields(chat, params)
    reply = _reply_fields(chat, params, thread)
    inline, reply_keyboard = read_markup(params, chat)
    if not admitted:
        world.limits.admit(chat.info["id"])
    message = head(world, chat)
    if thread:
        message |= thread
    if reply:
        message |= reply
    message |= content
    if inline is not None:
        message["reply_markup"] = inline
    if params.flag("protect_content"):
        message["has_protected_content"] = True
    return put(world, chat, message, reply_keyboard)


def head(world: World, chat: Chat) -> Json:
    """The first fields of a message of the bot."""
    return {
        "message_id": world.next_message_id(chat),
        "from": sender(world),
        "chat": chat.info,
        "date": world.clock.unix(),
    }


def sender(world: World) -> Json:
    """The bot as messages name it."""
    bot = world.state.bot
    return {
        "id": bot["id"],
        "is_bot": True,
        "first_name": bot["first_name"],
        "username": bot["username"],
    }


def put(world: World, chat: Chat, message: Json, reply_keyboard: Json | None = None) -> Json:
    """Store a message of the bot."""
    chat.typing_until = 0.0
    if chat.draft is not None:
        chat.draft = None
        world.save_chat(chat)
        world.events.emit("draft", chat_id=chat.id)
    world.add_post(chat, Post(message, reply_keyboard=reply_keyboard))
    return message


def _refuse_muted(world: World, chat: Chat, right: str) -> None:
    member = world.bot_member(chat)
    if member is None or member.status != "restricted":
        return
    if not member.rights.get(right, False):
        what = (
            right.removeprefix("can_send_").replace("_", " ").replace("messages", "text messages")
        )
        raise bad_request(f"not enough rights to send {what} to the chat")


def thread_fields(chat: Chat, params: Params) -> Json:
    """The topic a message goes to; refused when it is missing or closed."""
    thread_id = params.integer("message_thread_id")
    if not thread_id:
        if chat.general_closed and chat.info.get("is_forum"):
            raise bad_request("TOPIC_CLOSED")
        return {}
    topic = chat.topics.get(thread_id)
    if topic is None:
        # The General topic is addressed by leaving the thread out.
        raise bad_request("message thread not found")
    if topic.closed:
        raise bad_request("TOPIC_CLOSED")
    return {"message_thread_id": thread_id, "is_topic_message": True}


def _reply_fields(chat: Chat, params: Params, thread: Json) -> Json:
    asked = params.object("reply_parameters") or {}
    message_id = asked.get("message_id") or params.integer("reply_to_message_id")
    if not message_id:
        return _topic_reply(chat, thread)
    post = chat.posts.get(int(message_id))
    if post is not None and not post.deleted:
        fields: Json = {"reply_to_message": replied(post)}
        if asked.get("quote"):
            fields["quote"] = _quote(post, asked)
        return fields
    if asked.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def _topic_reply(chat: Chat, thread: Json) -> Json:
    post = chat.posts.get(thread.get("message_thread_id", 0))
    return {"reply_to_message": replied(post)} if post is not None else {}


def _quote(post: Post, asked: Json) -> Json:
    text = post.message.get("text") or post.message.get("caption") or ""
    position = text.find(asked["quote"])
    if position < 0:
        raise bad_request("QUOTE_TEXT_INVALID")
    return {"text": asked["quote"], "position": position, "is_manual": True}


def replied(post: Post) -> Json:
    """A message as it stands inside its reply: without the message it replied to itself."""
    return {name: value for name, value in post.message.items() if name != "reply_to_message"}
