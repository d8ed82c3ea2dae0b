"""Who plays, where, and whether Telegram would let them."""

from sandbox.refusals import PlayError
from sandbox.sim.routes import Ask
from sandbox.state import Chat, Member, Post
from sandbox.wire import Json
from sandbox.world import World

ANONYMOUS = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


def player(world: World, ask: Ask, name: str = "user_id") -> Json:
    """The person who acts."""
    return person(world, ask.need(name))


def person(world: World, user_id: int) -> Json:
    """A person by id."""
    user = world.state.users.get(user_id)
    if user is None:
        raise PlayError(404, f"no user {user_id}")
    return user


def place(world: World, ask: Ask, user: Json) -> Chat:
    """The chat where the person acts, the private one by default; they must be in it."""
    chat_id = ask.params.integer("chat_id")
    if chat_id is None or chat_id == user["id"]:
        return world.private_chat(user["id"])
    chat = known_chat(world, chat_id)
    if chat.is_private:
        raise PlayError(403, f"chat {chat_id} is the private chat of another user")
    if chat.migrated_to is not None:
        raise PlayError(409, f"chat {chat_id} was upgraded to {chat.migrated_to}")
    member = chat.members.get(user["id"])
    if member is None or not member.is_present:
        raise PlayError(403, f"user {user['id']} is not a member of chat {chat_id}")
    return chat


def known_chat(world: World, chat_id: int) -> Chat:
    """A chat by id; a person's private chat exists as soon as the person does."""
    if chat_id in world.state.users:
        return world.private_chat(chat_id)
    chat = world.state.chats.get(chat_id)
    if chat is None:
        raise PlayError(404, f"no chat {chat_id}")
    return chat


def shown_post(chat: Chat, message_id: int) -> Post:
    """A message that people still see."""
    post = chat.posts.get(message_id)
    if post is None or post.deleted:
        raise PlayError(404, f"no message {message_id} in chat {chat.id}")
    return post


def standing(chat: Chat, user_id: int) -> Member:
    """A person's standing in a group; a stranger's is "left"."""
    return chat.members.get(user_id) or Member("left")
