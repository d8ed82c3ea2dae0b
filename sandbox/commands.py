"""The bot's commands: by scope and language, and which of them a person sees."""

from sandbox.state import Chat
from sandbox.wire import Json
from sandbox.world import World


def scope_key(scope: Json) -> str:
    """A scope as one string."""
    parts = [str(scope.get("type", "default"))]
    parts += [str(scope[name]) for name in ("chat_id", "user_id") if name in scope]
    return ":".join(parts)


def commands_for(world: World, chat: Chat, user: Json) -> list[Json]:
    """The commands Telegram shows this person in this chat: the narrowest scope that has any."""
    stored = world.state.facts.commands
    for scope in _scopes(chat, user):
        by_language = stored.get(scope, {})
        for language in (user.get("language_code", ""), ""):
            if by_language.get(language):
                return by_language[language]
    return []


def _scopes(chat: Chat, user: Json) -> list[str]:
    if chat.is_private:
        return [f"chat:{chat.id}", "all_private_chats", "default"]
    member = chat.members.get(user["id"])
    admin = member is not None and member.is_admin
    scopes = [f"chat_member:{chat.id}:{user['id']}"]
    scopes += [f"chat_administrators:{chat.id}"] if admin else []
    scopes += [f"chat:{chat.id}"]
    scopes += ["all_chat_administrators"] if admin else []
    return [*scopes, "all_group_chats", "default"]
