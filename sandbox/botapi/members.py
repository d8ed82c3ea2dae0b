"""Members of groups: who they are, and what an administrator bot does with them."""

from dataclasses import replace
from typing import Any

from sandbox.botapi.access import bot_may, need_right, seen_chat
from sandbox.botapi.table import method
from sandbox.memberships import ADMIN_RIGHTS, PERMISSIONS, change, described, named
from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.state import Chat, Member
from sandbox.wire import Json
from sandbox.world import World


@method("getChatMember")
def get_chat_member(world: World, params: Params) -> Json:
    """Somebody's standing in a chat."""
    chat = seen_chat(world, params)
    user_id = params.integer("user_id") or 0
    member = _member(world, chat, user_id)
    return described(world, chat, user_id, member)


def _member(world: World, chat: Chat, user_id: int) -> Member:
    if user_id != world.bot_id and user_id not in world.state.users:
        is_super = chat.kind == "supergroup"
        raise bad_request("PARTICIPANT_ID_INVALID" if is_super else "user not found")
    if chat.is_private:
        if user_id not in (chat.id, world.bot_id):
            raise bad_request("member not found")
        return Member()
    return chat.members.get(user_id) or Member("left")


@method("getChatMemberCount")
def get_chat_member_count(world: World, params: Params) -> int:
    """How many are in a chat, the bot included."""
    chat = seen_chat(world, params)
    if chat.is_private:
        return 2
    return sum(member.is_present for member in chat.members.values())


@method("getChatAdministrators")
def get_chat_administrators(world: World, params: Params) -> list[Json]:
    """The owner and the administrators."""
    chat = seen_chat(world, params)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    return [
        described(world, chat, user_id, member)
        for user_id, member in chat.members.items()
        if member.is_admin
    ]


@method("leaveChat")
def leave_chat(world: World, params: Params) -> bool:
    """The bot leaves a group."""
    chat = seen_chat(world, params)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    change(world, chat, _bot(world), world.bot_id, Member("left"))
    return True


@method("banChatMember")
def ban_chat_member(world: World, params: Params) -> bool:
    """Remove somebody from a group for a time or for good."""
    until = params.integer("until_date") or 0
    return _restrain(world, params, Member("kicked", until=until))


@method("unbanChatMember")
def unban_chat_member(world: World, params: Params) -> bool:
    """Let somebody come back; without `only_if_banned` this removes a member."""
    chat = seen_chat(world, params)
    member = _member(world, chat, params.integer("user_id") or 0)
    if params.flag("only_if_banned") and member.status != "kicked":
        return True
    return _restrain(world, params, Member("left"))


@method("restrictChatMember")
def restrict_chat_member(world: World, params: Params) -> bool:
    """Take away what a member may do; all permissions make a plain member again."""
    given: Any = params.object("permissions") or {}
    rights = {name: bool(given.get(name, False)) for name in PERMISSIONS}
    if all(rights[name] for name in given) and rights["can_send_messages"]:
        return _restrain(world, params, Member())
    until = params.integer("until_date") or 0
    return _restrain(world, params, Member("restricted", rights=rights, until=until))


def _restrain(world: World, params: Params, new: Member) -> bool:
    chat = seen_chat(world, params)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    user_id = params.integer("user_id") or 0
    old = _member(world, chat, user_id)
    need_right(world, chat, "can_restrict_members", "restrict/unrestrict chat member")
    if old.status == "creator":
        raise bad_request("can't remove chat owner")
    if old.status == "administrator":
        raise bad_request("user is an administrator of the chat")
    change(world, chat, _bot(world), user_id, new)
    return True


@method("promoteChatMember")
def promote_chat_member(world: World, params: Params) -> bool:
    """Give somebody rights of an administrator; no rights make a plain member."""
    chat = seen_chat(world, params)
    user_id = params.integer("user_id") or 0
    old = _member(world, chat, user_id)
    if not bot_may(world, chat, "can_promote_members") or old.status == "creator":
        raise bad_request("not enough rights")
    if not old.is_present:
        raise bad_request("USER_NOT_MUTUAL_CONTACT")
    rights = {name: params.flag(name) for name in (*ADMIN_RIGHTS, "can_manage_topics")}
    anonymous = params.flag("is_anonymous")
    new = Member("administrator", anonymous, rights) if any(rights.values()) else Member()
    change(world, chat, _bot(world), user_id, new)
    return True


@method("setChatAdministratorCustomTitle")
def set_chat_administrator_custom_title(world: World, params: Params) -> bool:
    """Give an administrator a title."""
    chat = seen_chat(world, params)
    user_id = params.integer("user_id") or 0
    old = _member(world, chat, user_id)
    need_right(world, chat, "can_promote_members", "change custom title of the user")
    if old.status != "administrator":
        raise bad_request("user is not an administrator")
    chat.members[user_id] = replace(old, title=params.text("custom_title"))
    world.save_chat(chat)
    return True


def _bot(world: World) -> Json:
    return named(world, world.bot_id)
