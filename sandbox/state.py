"""What the local Telegram remembers: people, chats, messages, polls, files, pressed buttons."""

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self, TypeVar

from sandbox.wire import Json

Kind = TypeVar("Kind")
ADMIN_STATUSES = ("creator", "administrator")
PRESENT_STATUSES = ("creator", "administrator", "member", "restricted")


@dataclass(slots=True)
class Member:
    """A person's (or the bot's) standing in a chat."""

    status: str = "member"
    anonymous: bool = False
    rights: Json = field(default_factory=dict)
    title: str | None = None
    until: int = 0

    @property
    def is_admin(self) -> bool:
        """Whether it is the owner or an administrator."""
        return self.status in ADMIN_STATUSES

    @property
    def is_present(self) -> bool:
        """Whether it is in the chat."""
        return self.status in PRESENT_STATUSES


@dataclass(slots=True)
class Post:
    """A message: `message` is Telegram's object, the rest is what only the sandbox knows."""

    message: Json
    edited: bool = False
    deleted: bool = False
    reply_keyboard: Json | None = None
    reactions: list[Json] = field(default_factory=list)
    author: int | None = None

    def dump(self) -> Json:
        """For the store."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(slots=True)
class Topic:
    """A forum topic; its thread id is the id of the message that opened it."""

    thread_id: int
    name: str
    icon_color: int = 7322096
    icon_custom_emoji_id: str | None = None
    closed: bool = False


@dataclass(slots=True)
class Chat:
    """A chat with everything in it; `info` is Telegram's Chat object."""

    info: Json
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    started: bool = False
    blocked: bool = False
    migrated_to: int | None = None
    description: str | None = None
    draft: str | None = None
    menu_button: Json | None = None
    general_closed: bool = False
    typing_until: float = 0.0
    last_message_id: int = 0
    posts: dict[int, Post] = field(default_factory=dict)
    answered: list["Press"] = field(default_factory=list)

    @property
    def id(self) -> int:
        """Telegram's chat id."""
        return int(self.info["id"])

    @property
    def kind(self) -> str:
        """private, group or supergroup."""
        return str(self.info["type"])

    @property
    def is_private(self) -> bool:
        """Whether it is a person's chat with the bot."""
        return bool(self.info["type"] == "private")

    def dump(self) -> Json:
        """For the store; posts and presses are stored apart."""
        apart = ("posts", "answered")
        plain = {name: getattr(self, name) for name in self.__slots__ if name not in apart}
        plain["members"] = {key: asdict(member) for key, member in self.members.items()}
        plain["topics"] = {key: asdict(topic) for key, topic in self.topics.items()}
        return plain

    @classmethod
    def load(cls, plain: Json) -> Self:
        """From the store."""
        plain["members"] = {int(key): Member(**one) for key, one in plain["members"].items()}
        plain["topics"] = {int(key): Topic(**one) for key, one in plain["topics"].items()}
        return revived(cls, plain)


@dataclass(slots=True)
class Ballot:
    """A poll: Telegram's object, shared by the messages that show it, and the votes."""

    poll: Json
    chat_id: int
    message_id: int
    votes: dict[int, list[int]] = field(default_factory=dict)

    def dump(self) -> Json:
        """For the store."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def load(cls, plain: Json) -> Self:
        """From the store."""
        plain["votes"] = {int(key): one for key, one in plain["votes"].items()}
        return revived(cls, plain)


@dataclass(slots=True)
class Press:
    """A pressed inline button and, once given, the bot's answer to it."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    at: float
    answer: Json | None = None

    def told(self) -> Json:
        """The answer as the person's chat shows it."""
        return {"callback_query_id": self.id, "user_id": self.user_id, **(self.answer or {})}

    def dump(self) -> Json:
        """For the store."""
        return asdict(self)


@dataclass(slots=True)
class StoredFile:
    """A file's properties; `kind` is the Message field it travels in."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    mime_type: str
    size: int
    path: str
    extra: Json = field(default_factory=dict)

    def dump(self) -> Json:
        """For the store."""
        return asdict(self)


@dataclass(slots=True)
class Contents:
    """The bytes of files: in a directory when there is one, else in memory."""

    directory: Path | None
    _held: dict[str, bytes] = field(default_factory=dict)

    def keep(self, unique_id: str, content: bytes) -> None:
        """Store the bytes."""
        if self.directory is None:
            self._held[unique_id] = content
        else:
            (self.directory / unique_id).write_bytes(content)

    def read(self, unique_id: str) -> bytes:
        """The bytes again."""
        if self.directory is None:
            return self._held[unique_id]
        return (self.directory / unique_id).read_bytes()


@dataclass(slots=True)
class Facts:
    """Single values: counters, the bot's profile and commands, the webhook, the clock."""

    bot: Json
    last_user_id: int = 1000
    last_chat_id: int = 4_000_000_000
    last_message_id: int = 0
    last_file: int = 0
    last_press: int = 0
    commands: dict[str, dict[str, list[Json]]] = field(default_factory=dict)
    profile: dict[str, dict[str, str]] = field(default_factory=dict)
    menu_button: Json = field(default_factory=lambda: {"type": "commands"})
    allowed_updates: list[str] | None = None
    webhook: Json | None = None
    clock_offset: float = 0.0
    callback_deadline_s: float = 15.0
    default_rights: Json | None = None

    def dump(self) -> Json:
        """For the store."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(slots=True)
class State:
    """All of it."""

    facts: Facts
    contents: Contents
    users: dict[int, Json] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    ballots: dict[str, Ballot] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)

    @property
    def bot(self) -> Json:
        """The bot's User object."""
        return self.facts.bot

    @property
    def bot_id(self) -> int:
        """The bot's id."""
        return int(self.facts.bot["id"])


def revived(kind: type[Kind], plain: Json) -> Kind:
    """An object of an earlier process; what this version does not know is left out."""
    known: Any = kind.__dict__["__slots__"]
    return kind(**{name: value for name, value in plain.items() if name in known})
