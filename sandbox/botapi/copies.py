"""Copies and forwards."""

from sandbox.botapi.access import post_in, seen_chat, writable_chat
from sandbox.botapi.messages import is_service
from sandbox.botapi.sending import send
from sandbox.botapi.table import method
from sandbox.botapi.texts import read_caption
from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.state import Chat, Post
from sandbox.wire import Json
from sandbox.world import World

_OWN = frozenset({
    "message_id", "from", "sender_chat", "chat", "date", "edit_date", "reply_markup",
    "reply_to_message", "quote", "message_thread_id", "is_topic_message", "forward_origin",
    "media_group_id", "has_protected_content", "author_signature",
})  # fmt: skip


@method("copyMessage")
def copy_message(world: World, params: Params) -> Json:
    """Send the content of a message again, without its author."""
    chat = writable_chat(world, params)
    post = _source(world, params, params.integer("message_id"), "copy")
    return {"message_id": _copy(world, chat, params, post)["message_id"]}


def _copy(world: World, chat: Chat, params: Params, post: Post) -> Json:
    content = _content(post)
    if "poll" in content:
        raise bad_request("message can't be copied")
    if "caption" in params and "text" not in content:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= read_caption(params)
    return send(world, chat, params, content, "can_send_messages")


@method("copyMessages")
def copy_messages(world: World, params: Params) -> list[Json]:
    """Copy up to a hundred messages; those that cannot be copied are passed over."""
    chat = writable_chat(world, params)
    posts = _sources(world, params)
    kept = [post for post in posts if "poll" not in post.message]
    return [{"message_id": _copy(world, chat, params, post)["message_id"]} for post in kept]


@method("forwardMessage")
def forward_message(world: World, params: Params) -> Json:
    """Send a message again with its author named."""
    chat = writable_chat(world, params)
    post = _source(world, params, params.integer("message_id"), "forward")
    return _forward(world, chat, params, post)


@method("forwardMessages")
def forward_messages(world: World, params: Params) -> list[Json]:
    """Forward up to a hundred messages; those that cannot be forwarded are passed over."""
    chat = writable_chat(world, params)
    return [
        {"message_id": _forward(world, chat, params, post)["message_id"]}
        for post in _sources(world, params)
    ]


def _forward(world: World, chat: Chat, params: Params, post: Post) -> Json:
    content = {"forward_origin": _origin(post), **_content(post)}
    return send(world, chat, params, content, "can_send_messages")


def _origin(post: Post) -> Json:
    message = post.message
    if "forward_origin" in message:
        known: Json = message["forward_origin"]
        return known
    if "sender_chat" in message:
        origin = {"type": "chat", "sender_chat": message["sender_chat"]}
        return origin | {"date": message["date"]}
    return {"type": "user", "sender_user": message["from"], "date": message["date"]}


def _source(world: World, params: Params, message_id: int | None, deed: str) -> Post:
    source = seen_chat(world, params, "from_chat_id")
    post = post_in(source, message_id, f"message to {deed} not found")
    if is_service(post) or post.message.get("has_protected_content"):
        raise bad_request(f"message can't be {'copied' if deed == 'copy' else 'forwarded'}")
    return post


def _sources(world: World, params: Params) -> list[Post]:
    source = seen_chat(world, params, "from_chat_id")
    wanted = params.objects("message_ids") or []
    if not wanted:
        raise bad_request("there are no messages to forward")
    if len(wanted) > 100:
        raise bad_request("too many messages to forward")
    found = (source.posts.get(int(one)) for one in wanted)
    return [
        post
        for post in found
        if post
        and not (post.deleted or is_service(post) or post.message.get("has_protected_content"))
    ]


def _content(post: Post) -> Json:
    return {name: value for name, value in post.message.items() if name not in _OWN}
