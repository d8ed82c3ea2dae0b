"""Screens: what a person is to see, as data that waits in the outbox until it is sent."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from handlers.ui.buttons import Rows
from handlers.ui.registration import is_slotted_twin
from handlers.ui.screen_fields import fields_from_json, fields_to_json
from handlers.ui.stored_values import FieldsDoNotMatch, Json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from handlers.ui.texts import Texts

_KEY = re.compile(r"[A-Za-z0-9_.-]{1,128}").fullmatch


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file of our own store: `key` finds it there, `name` is what the person sees."""

    key: str
    name: str

    def __post_init__(self) -> None:
        if not _KEY(self.key):
            raise ValueError(f"not a key of the file store: {self.key!r}")


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A small file made of words while the screen is rendered: it is in no store."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """What a screen looks like in one language; beside a file, `text` is its caption.

    `reply_rows` sets the keyboard under the input field, `()` takes it away, None leaves it.
    """

    text: str = ""
    rows: Rows = ()
    photo: FileRef | None = None
    document: FileRef | WrittenFile | None = None
    voice: FileRef | None = None
    video: FileRef | None = None
    audio: FileRef | None = None
    album: tuple[FileRef, ...] = ()
    reply_rows: tuple[tuple[str, ...], ...] | None = None
    preview: bool = False
    silent: bool = False
    protect: bool = False

    def __post_init__(self) -> None:
        files = [*self.single_files, self.album or None]
        if len(files) - files.count(None) > 1:
            raise ValueError("a message carries one file or one album")
        if self.rows and self.reply_rows is not None:
            raise ValueError("a message sets one keyboard: under itself or under the input field")

    @property
    def limit(self) -> int:
        """How many UTF-16 units of visible text Telegram takes with this message."""
        return CAPTION_LIMIT if any(self.single_files) or self.album else TEXT_LIMIT

    @property
    def single_files(self) -> tuple[FileRef | WrittenFile | None, ...]:
        """The places of a single file, at most one of them taken."""
        return (self.photo, self.document, self.voice, self.video, self.audio)


TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024


class ScreenOutdated(Exception):
    """A stored screen that today's code does not know or whose fields it does not understand."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name


class Screen:
    """Base of the screens: frozen dataclasses, found again by the name of their class."""

    __slots__ = ()

    registry: ClassVar[dict[str, type[Screen]]] = {}
    secret: ClassVar[bool] = False
    """Whether the stored fields are wiped once the screen was delivered (codes, links)."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "name" in inspect.get_annotations(cls):
            raise TypeError(f"{cls.__qualname__}: `name` is what the outbox calls the screen")
        known = Screen.registry.get(cls.__name__)
        if known is not None and not is_slotted_twin(known, cls):
            raise TypeError(f"{cls.__module__} and {known.__module__} both have {cls.__name__}")
        Screen.registry[cls.__name__] = cls

    def render(self, texts: Texts) -> Message:
        """Give the message in the language and time zone of `texts`; pure, no database."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """What the outbox stores beside the fields."""
        return type(self).__name__

    def to_json(self) -> dict[str, Json]:
        """Give the fields as values that JSON carries without loss."""
        return fields_to_json(self)

    @staticmethod
    def from_json(name: str, values: Mapping[str, Json]) -> Screen:
        """Give the screen back; a field added later must have a default, else ScreenOutdated."""
        cls = Screen.registry.get(name)
        if cls is None:
            raise ScreenOutdated(name, "no such screen")
        try:
            return fields_from_json(cls, values)
        except FieldsDoNotMatch as error:
            raise ScreenOutdated(name, str(error)) from error
