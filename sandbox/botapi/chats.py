"""What the bot can learn about chats, and the typing sign."""

from sandbox.botapi.access import seen_chat, writable_chat
from sandbox.botapi.table import method
from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.state import Chat
from sandbox.wire import Json
from sandbox.world import World

_TYPING_S = 5.0
_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note",
    "upload_video_note",
})  # fmt: skip
_PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos",
    "can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls",
    "can_send_other_messages", "can_add_web_page_previews", "can_change_info",
    "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip
_GIFTS = (
    "unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription",
    "gifts_from_channels",
)  # fmt: skip


@method("sendChatAction")
def send_chat_action(world: World, params: Params) -> bool:
    """Show for five seconds that the bot is busy."""
    chat = writable_chat(world, params)
    action = (params.text("action") or "").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.typing_until = world.clock.timestamp() + _TYPING_S
    world.events.emit("typing", chat_id=chat.id, action=action)
    return True


@method("getChat")
def get_chat(world: World, params: Params) -> Json:
    """Everything about a chat."""
    chat = seen_chat(world, params)
    full: Json = {
        **chat.info,
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if chat.description:
        full["description"] = chat.description
    if not chat.is_private:
        full["permissions"] = dict.fromkeys(_PERMISSIONS, True)
    if chat.pinned:
        full["pinned_message"] = _pinned(chat)
    return full


def _pinned(chat: Chat) -> Json:
    message = chat.posts[chat.pinned[-1]].message
    return {name: value for name, value in message.items() if name != "reply_to_message"}
