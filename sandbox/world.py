"""Everything of one sandbox in one place, and the few acts that all modules share."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from sandbox.calls import Calls
from sandbox.clock import Clock
from sandbox.events import Events
from sandbox.faults import Faults
from sandbox.limits import Limits
from sandbox.shapes import Shapes
from sandbox.state import (
    Ballot,
    Chat,
    Contents,
    Facts,
    Member,
    Post,
    Press,
    State,
    StoredFile,
    revived,
)
from sandbox.store import Store
from sandbox.updates import Updates
from sandbox.wire import Json

_DEFAULT_BOT_ID = 7_000_000_001


class World:
    """The state with its clock, queue, limits and log; loads what an earlier process left."""

    def __init__(
        self, data_dir: Path | None, token: str | None, enforce_limits: bool, shapes: Shapes
    ) -> None:
        self.token = token
        self.store = Store(data_dir)
        self.shapes = shapes
        self.events = Events()
        self.calls = Calls()
        self.faults = Faults()
        self.limits = Limits(enforce_limits)
        self.updates = Updates(self.store, shapes.check_update)
        self.state = State(Facts(_bot(token)), Contents(self.store.files_dir))
        self.clock = Clock()
        self.when_moved: list[Callable[[], None]] = []
        self.when_webhook_changes: list[Callable[[], Awaitable[None]]] = []
        self._awaited: dict[str, asyncio.Event] = {}
        self._load()

    @property
    def bot_id(self) -> int:
        """The bot's id."""
        return self.state.bot_id

    def bot_member(self, chat: Chat) -> Member | None:
        """The bot's standing in a group; None when it never was there."""
        return chat.members.get(self.state.bot_id)

    def user(self, user_id: int) -> Json:
        """The User object of a person or of the bot."""
        return self.state.bot if user_id == self.bot_id else self.state.users[user_id]

    def private_chat(self, user_id: int) -> Chat:
        """A person's chat with the bot, made when first needed."""
        chat = self.state.chats.get(user_id)
        if chat is None:
            chat = Chat(private_info(self.state.users[user_id]))
            self.state.chats[user_id] = chat
        return chat

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count their own messages; all other chats share one counter."""
        if chat.info["type"] == "supergroup":
            chat.last_message_id += 1
            return chat.last_message_id
        self.state.facts.last_message_id += 1
        return self.state.facts.last_message_id

    def add_post(self, chat: Chat, post: Post) -> None:
        """Put a new message into its chat and tell the page."""
        message_id = post.message["message_id"]
        chat.posts[message_id] = post
        self.store.put("post", f"{chat.info['id']}:{message_id}", post)
        self.events.emit("message", chat_id=chat.info["id"], message_id=message_id)

    def change_post(self, chat: Chat, post: Post, kind: str, **told: Any) -> None:
        """Save a changed message and tell the page how it changed."""
        message_id = post.message["message_id"]
        self.store.put("post", f"{chat.id}:{message_id}", post)
        self.events.emit(kind, chat_id=chat.id, message_id=message_id, **told)

    def save_chat(self, chat: Chat) -> None:
        """Save a chat's own properties."""
        self.store.put("chat", chat.id, chat)

    def save_user(self, user: Json) -> None:
        """Save a person and show the new name in the private chat."""
        self.state.users[user["id"]] = user
        self.store.put("user", user["id"], _Plain(user))
        chat = self.state.chats.get(user["id"])
        if chat is not None:
            chat.info.clear()
            chat.info.update(private_info(user))
            self.save_chat(chat)

    def save_facts(self) -> None:
        """Save the single values."""
        self.state.facts.allowed_updates = self.updates.allowed
        self.state.facts.clock_offset = self.clock.offset
        self.store.put("facts", "facts", self.state.facts)

    def save_ballot(self, ballot: Ballot) -> None:
        """Save a poll."""
        self.store.put("ballot", ballot.poll["id"], ballot)

    def save_press(self, press: Press) -> None:
        """Save a pressed button."""
        self.store.put("press", press.id, press)

    def awaited(self, press_id: str) -> asyncio.Event:
        """Set when the bot answers this press."""
        return self._awaited.setdefault(press_id, asyncio.Event())

    def answered(self, press_id: str) -> None:
        """Wake those who wait for the answer to a press."""
        event = self._awaited.pop(press_id, None)
        if event is not None:
            event.set()

    def save_file(self, file: StoredFile, content: bytes) -> None:
        """Keep a new file."""
        self.state.contents.keep(file.unique_id, content)
        self.state.files[file.file_id] = file
        self.store.put("file", file.file_id, file)

    def moved(self) -> None:
        """The clock was moved: what is due happens now."""
        for due in self.when_moved:
            due()

    async def webhook_changed(self) -> None:
        """The webhook was set or deleted: deliveries follow."""
        for follow in self.when_webhook_changes:
            # A client that hangs up must not leave deliveries half changed.
            await asyncio.shield(follow())

    def reset(self) -> None:
        """Forget chats, queue, calls, faults; people, commands and counters stay."""
        self.state.chats.clear()
        self.state.ballots.clear()
        self.state.presses.clear()
        self.updates.clear()
        self.calls.clear()
        self.faults.clear()
        self.store.clear("chat", "post", "ballot", "press")
        self.save_facts()
        self.events.emit("reset")

    def _load(self) -> None:
        state = self.state
        for _, plain in self.store.load("facts"):
            state.facts = revived(Facts, plain)
        if self.token is not None:
            state.facts.bot["id"] = _bot(self.token)["id"]
        self.clock.offset = state.facts.clock_offset
        self.updates.allowed = state.facts.allowed_updates
        self.updates.load()
        state.users = {int(key): user for key, user in self.store.load("user")}
        state.chats = {int(key): Chat.load(plain) for key, plain in self.store.load("chat")}
        state.files = {key: revived(StoredFile, plain) for key, plain in self.store.load("file")}
        state.ballots = {key: Ballot.load(plain) for key, plain in self.store.load("ballot")}
        state.presses = {key: revived(Press, plain) for key, plain in self.store.load("press")}
        self._load_posts()
        for press in state.presses.values():
            if press.answer is not None and press.chat_id in state.chats:
                state.chats[press.chat_id].answered.append(press)

    def _load_posts(self) -> None:
        for key, plain in self.store.load("post"):
            chat_id, _, message_id = key.partition(":")
            chat = self.state.chats.get(int(chat_id))
            if chat is None:
                chat = self.private_chat(int(chat_id))
            post = chat.posts[int(message_id)] = revived(Post, plain)
            self._relink(chat, post, int(message_id))

    def _relink(self, chat: Chat, post: Post, message_id: int) -> None:
        # One object stands for one thing again, as before it was written down.
        post.message["chat"] = chat.info
        poll = post.message.get("poll")
        if poll and poll["id"] in self.state.ballots:
            post.message["poll"] = self.state.ballots[poll["id"]].poll
        if chat.kind == "supergroup":
            chat.last_message_id = max(chat.last_message_id, message_id)
        else:
            facts = self.state.facts
            facts.last_message_id = max(facts.last_message_id, message_id)


class _Plain:
    """A plain JSON object for the store."""

    def __init__(self, value: Json) -> None:
        self._value = value

    def dump(self) -> Json:
        return self._value


def private_info(user: Json) -> Json:
    """The Chat object of a person's private chat."""
    names = {name: user[name] for name in ("first_name", "last_name", "username") if user.get(name)}
    return {"id": user["id"], "type": "private", **names}


def _bot(token: str | None) -> Json:
    number = (token or "").partition(":")[0]
    return {
        "id": int(number) if number.isdigit() else _DEFAULT_BOT_ID,
        "is_bot": True,
        "first_name": "metodbot",
        "username": "metodbot",
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
