"""Which chat a call means, and whether the bot may see it, write there, or do more."""

from sandbox.params import Params
from sandbox.refusals import RefusalError, bad_request, forbidden, upgraded
from sandbox.state import Chat, Member, Post
from sandbox.world import World


def seen_chat(world: World, params: Params, name: str = "chat_id") -> Chat:
    """The chat as far as the bot can see it at all."""
    chat = _named_chat(world, params.fields.get(name))
    if chat is None or (chat.is_private and not (chat.started or chat.posts)):
        raise bad_request("chat not found")
    if not chat.is_private:
        _refuse_outsider(world, chat)
    return chat


def writable_chat(world: World, params: Params, name: str = "chat_id") -> Chat:
    """The chat if the bot may write there."""
    raw = params.fields.get(name)
    chat = _named_chat(world, raw)
    if chat is None:
        raise _unreached(world, raw)
    if not chat.is_private:
        _refuse_outsider(world, chat)
        return chat
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def _named_chat(world: World, raw: object) -> Chat | None:
    if raw is None or raw == "":
        raise bad_request("chat_id is empty")
    if isinstance(raw, str) and raw.startswith("@"):
        return _by_username(world, raw[1:].lower())
    try:
        return world.state.chats.get(int(str(raw)))
    except ValueError as error:
        raise bad_request("chat not found") from error


def _by_username(world: World, username: str) -> Chat | None:
    groups = (chat for chat in world.state.chats.values() if not chat.is_private)
    return next((c for c in groups if c.info.get("username", "").lower() == username), None)


def _unreached(world: World, raw: object) -> RefusalError:
    known = str(raw).isdigit() and int(str(raw)) in world.state.users
    if known:
        return forbidden("bot can't initiate conversation with a user")
    return bad_request("chat not found")


def _refuse_outsider(world: World, chat: Chat) -> None:
    if chat.migrated_to is not None:
        raise upgraded(chat.migrated_to)
    member = world.bot_member(chat)
    if member is None:
        raise bad_request("chat not found")
    if member.status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if not member.is_present:
        raise forbidden(f"bot is not a member of the {chat.kind} chat")


def bot_may(world: World, chat: Chat, right: str) -> bool:
    """Whether the bot is an administrator with this right (all, unless taken away)."""
    return may(world.bot_member(chat), right)


def may(member: Member | None, right: str) -> bool:
    """Whether a member has an administrator's right."""
    if member is None or not member.is_admin:
        return False
    return member.status == "creator" or bool(member.rights.get(right, True))


def need_right(world: World, chat: Chat, right: str, deed: str) -> None:
    """Refuse unless the bot has the right, naming the deed in Telegram's words."""
    if not bot_may(world, chat, right):
        raise bad_request(f"not enough rights to {deed}")


def group_only(chat: Chat) -> Chat:
    """Refuse a private chat where only a group makes sense."""
    if chat.is_private:
        raise bad_request("method is available only for supergroups")
    return chat


def post_in(chat: Chat, message_id: int | None, missing: str) -> Post:
    """A message that is still there, or 400 with the words `missing`."""
    if message_id is None:
        raise bad_request("message identifier is not specified")
    post = chat.posts.get(message_id)
    if post is None or post.deleted:
        raise bad_request(missing)
    return post
