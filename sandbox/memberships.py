"""Who is what in a group: Telegram's ChatMember, and changes with all they cause."""

from sandbox.state import Chat, Member, Post
from sandbox.wire import Json
from sandbox.world import World

ADMIN_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories", "can_pin_messages",
)  # fmt: skip
PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos",
    "can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls",
    "can_send_other_messages", "can_add_web_page_previews", "can_react_to_messages",
    "can_edit_tag", "can_change_info", "can_invite_users", "can_pin_messages",
    "can_manage_topics",
)  # fmt: skip


def described(world: World, chat: Chat, user_id: int, member: Member) -> Json:
    """Telegram's ChatMember object."""
    shown: Json = {"status": member.status, "user": named(world, user_id)}
    if member.status == "creator":
        shown["is_anonymous"] = member.anonymous
    elif member.status == "administrator":
        shown |= {"can_be_edited": False, "is_anonymous": member.anonymous}
        shown |= {right: bool(member.rights.get(right, True)) for right in ADMIN_RIGHTS}
        if chat.kind == "supergroup":
            shown["can_manage_topics"] = bool(member.rights.get("can_manage_topics", True))
    elif member.status == "restricted":
        shown |= {"is_member": True, "until_date": member.until}
        shown |= {right: bool(member.rights.get(right, False)) for right in PERMISSIONS}
    elif member.status == "kicked":
        shown["until_date"] = member.until
    if member.title and member.is_admin:
        shown["custom_title"] = member.title
    return shown


def named(world: World, user_id: int) -> Json:
    """The User object as messages carry it; the bot without its own abilities."""
    user = world.user(user_id)
    if user_id != world.bot_id:
        return user
    return {name: user[name] for name in ("id", "is_bot", "first_name", "username")}


def change(world: World, chat: Chat, by: Json, user_id: int, new: Member) -> list[int]:
    """Give somebody a new standing; the ids of the updates that tell of it."""
    old = chat.members.get(user_id) or Member("left")
    chat.members[user_id] = new
    world.save_chat(chat)
    world.events.emit("member", chat_id=chat.id, user_id=user_id, status=new.status)
    told = [_tell(world, chat, by, user_id, old, new)]
    if new.is_present and not old.is_present:
        told.append(announce(world, chat, by, {"new_chat_members": [named(world, user_id)]}))
    elif old.is_present and not new.is_present:
        told.append(announce(world, chat, by, {"left_chat_member": named(world, user_id)}))
    return [update_id for update_id in told if update_id is not None]


def _tell(world: World, chat: Chat, by: Json, user_id: int, old: Member, new: Member) -> int | None:
    is_bot = user_id == world.bot_id
    bot = world.bot_member(chat)
    if not is_bot and not (bot and bot.is_admin):
        # Only administrators learn how others come and go.
        return None
    payload = {
        "chat": chat.info,
        "from": by,
        "date": world.clock.unix(),
        "old_chat_member": described(world, chat, user_id, old),
        "new_chat_member": described(world, chat, user_id, new),
    }
    return world.updates.push("my_chat_member" if is_bot else "chat_member", payload, chat.id)


def announce(world: World, chat: Chat, by: Json, event: Json, thread_id: int = 0) -> int | None:
    """Put a service message into the chat; the bot learns of what others did."""
    message: Json = {
        "message_id": world.next_message_id(chat),
        "from": by,
        "chat": chat.info,
        "date": world.clock.unix(),
    }
    if thread_id:
        message |= {"message_thread_id": thread_id, "is_topic_message": True}
    message |= event
    world.add_post(chat, Post(message, author=by["id"]))
    member = world.bot_member(chat)
    if not chat.is_private and not (member and member.is_present):
        return None
    if by["id"] == world.bot_id and "pinned_message" not in event:
        return None
    return world.updates.push("message", message, chat.id)
