"""Text messages: sent, edited, deleted."""

from sandbox.botapi.access import bot_may, post_in, writable_chat
from sandbox.botapi.keyboards import read_inline
from sandbox.botapi.sending import send
from sandbox.botapi.table import method
from sandbox.botapi.texts import read_caption, read_text
from sandbox.params import Params
from sandbox.refusals import RefusalError, bad_request
from sandbox.state import Chat, Post
from sandbox.wire import Json
from sandbox.world import World

MEDIA = ("photo", "document", "voice", "video", "audio", "animation", "sticker")
_CAPTIONED = ("photo", "document", "voice", "video", "audio", "animation")
_DELETABLE_S = 48 * 3600
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


@method("sendMessage")
def send_message(world: World, params: Params) -> Json:
    """Send a text."""
    chat = writable_chat(world, params)
    text, entities = read_text(params)
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    preview = params.object("link_preview_options")
    if preview:
        content["link_preview_options"] = preview
    return send(world, chat, params, content, "can_send_messages")


@method("editMessageText")
def edit_message_text(world: World, params: Params) -> Json:
    """Replace the text and the inline keyboard."""
    chat, post = editable(world, params)
    text, entities = read_text(params)
    if "text" not in post.message:
        raise bad_request("there is no text in the message to edit")
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    return edit(world, chat, post, content, read_inline(params, chat))


@method("editMessageCaption")
def edit_message_caption(world: World, params: Params) -> Json:
    """Replace the caption and the inline keyboard."""
    chat, post = editable(world, params)
    if not any(kind in post.message for kind in _CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    return edit(world, chat, post, read_caption(params), read_inline(params, chat))


@method("editMessageReplyMarkup")
def edit_message_reply_markup(world: World, params: Params) -> Json:
    """Replace the inline keyboard only."""
    chat, post = editable(world, params)
    kept = ("text", "entities", "caption", "caption_entities")
    content = {name: post.message[name] for name in kept if name in post.message}
    return edit(world, chat, post, content, read_inline(params, chat), marks_edit=False)


def editable(world: World, params: Params) -> tuple[Chat, Post]:
    """The bot's own message a call wants to edit."""
    chat = writable_chat(world, params)
    post = post_in(chat, params.integer("message_id"), "message to edit not found")
    if post.message.get("from", {}).get("id") != world.bot_id or "sender_chat" in post.message:
        raise bad_request("message can't be edited")
    if "forward_origin" in post.message or is_service(post):
        raise bad_request("message can't be edited")
    return chat, post


def edit(
    world: World,
    chat: Chat,
    post: Post,
    content: Json,
    inline: Json | None,
    marks_edit: bool = True,
    media: tuple[str, ...] = (),
) -> Json:
    """Give a message new content and keyboard; the same again is refused."""
    replaced = ("text", "entities", "caption", "caption_entities", "reply_markup", *media)
    before = {name: post.message[name] for name in replaced if name in post.message}
    after = content if inline is None else {**content, "reply_markup": inline}
    if before == after:
        raise bad_request(_NOT_MODIFIED)
    message = {name: one for name, one in post.message.items() if name not in replaced} | after
    if marks_edit:
        message["edit_date"] = world.clock.unix()
        post.edited = True
    post.message = message
    world.change_post(chat, post, "edit")
    return message


@method("deleteMessage")
def delete_message(world: World, params: Params) -> bool:
    """Delete one message."""
    chat = writable_chat(world, params)
    post = post_in(chat, params.integer("message_id"), "message to delete not found")
    refusal = _undeletable(world, chat, post)
    if refusal is not None:
        raise refusal
    delete(world, chat, post)
    return True


@method("deleteMessages")
def delete_messages(world: World, params: Params) -> bool:
    """Delete up to a hundred messages; those that are not there are passed over."""
    chat = writable_chat(world, params)
    wanted = params.objects("message_ids") or []
    if not wanted:
        raise bad_request("message identifiers are not specified")
    if len(wanted) > 100:
        raise bad_request("too many message identifiers specified")
    for message_id in wanted:
        post = chat.posts.get(int(message_id))
        if post and not post.deleted and _undeletable(world, chat, post) is None:
            delete(world, chat, post)
    return True


def delete(world: World, chat: Chat, post: Post) -> None:
    """Mark a message as deleted; the page may still show that it was."""
    post.deleted = True
    message_id = post.message["message_id"]
    if message_id in chat.pinned:
        chat.pinned.remove(message_id)
        world.save_chat(chat)
    world.change_post(chat, post, "delete")


def _undeletable(world: World, chat: Chat, post: Post) -> RefusalError | None:
    own = post.message.get("from", {}).get("id") == world.bot_id
    if bot_may(world, chat, "can_delete_messages"):
        return None
    if not own and not chat.is_private:
        return bad_request("message can't be deleted")
    if world.clock.unix() - post.message["date"] > _DELETABLE_S:
        return bad_request("message can't be deleted for everyone")
    return None


def is_service(post: Post) -> bool:
    """Whether the message tells of an event in the chat."""
    content = ("text", "poll", "contact", "location", "dice", "rich_message", *MEDIA)
    return not any(kind in post.message for kind in content)
