"""Pinned messages."""

from sandbox.botapi.access import bot_may, post_in, seen_chat
from sandbox.botapi.sending import replied
from sandbox.botapi.table import method
from sandbox.memberships import announce, named
from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.state import Chat
from sandbox.world import World


@method("pinChatMessage")
def pin_chat_message(world: World, params: Params) -> bool:
    """Pin a message; in a group it takes the right and leaves a service message."""
    chat = seen_chat(world, params)
    _need_pin(world, chat)
    post = post_in(chat, params.integer("message_id"), "message to pin not found")
    message_id = post.message["message_id"]
    if message_id in chat.pinned:
        chat.pinned.remove(message_id)
    chat.pinned.append(message_id)
    world.save_chat(chat)
    announce(world, chat, named(world, world.bot_id), {"pinned_message": replied(post)})
    world.events.emit("pin", chat_id=chat.id, message_id=message_id)
    return True


@method("unpinChatMessage")
def unpin_chat_message(world: World, params: Params) -> bool:
    """Unpin one message, the newest pinned by default."""
    chat = seen_chat(world, params)
    _need_pin(world, chat)
    message_id = params.integer("message_id")
    if message_id is None and chat.pinned:
        message_id = chat.pinned[-1]
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    world.save_chat(chat)
    world.events.emit("pin", chat_id=chat.id, message_id=message_id)
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(world: World, params: Params) -> bool:
    """Unpin everything."""
    chat = seen_chat(world, params)
    _need_pin(world, chat)
    chat.pinned.clear()
    world.save_chat(chat)
    world.events.emit("pin", chat_id=chat.id)
    return True


def _need_pin(world: World, chat: Chat) -> None:
    if not chat.is_private and not bot_may(world, chat, "can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")
