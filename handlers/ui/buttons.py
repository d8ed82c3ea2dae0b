"""Typed inline buttons, and the signed 64 bytes of callback data they travel in."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from handlers.ui.button_fields import FieldCodec, codecs_of, to_base36
from handlers.ui.registration import is_slotted_twin

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_DATA_BYTES = 64
MAC_BYTES = 6
MAX_VERSION = 35
MAX_PREFIX = 6
# Fields never contain it: they are quoted.
SEPARATOR = ":"


class ButtonTooLong(ValueError):
    """The packed button exceeds the 64 bytes Telegram keeps."""


class ButtonForged(Exception):
    """The data was not made by this bot for this chat."""


class ButtonOutdated(Exception):
    """The bot made this data once, but no longer understands it."""

    def __init__(self, prefix: str) -> None:
        super().__init__(prefix)
        self.prefix = prefix


class ButtonOfAnother(Exception):
    """The button was made for one person of the group, and somebody else pressed it."""

    def __init__(self, button: Button) -> None:
        super().__init__(type(button).prefix)
        self.button = button


class Button:
    """Base of the buttons: a frozen dataclass with slots whose fields survive a press.

    `prefix` is unique among all buttons (1 to 6 ASCII letters or digits); raise `version` (1 to
    35) when the fields change their meaning. A class with `bound_to_person` must have an integer
    field `person`: in groups only that person's press is unpacked.
    """

    __slots__ = ()

    prefix: ClassVar[str] = ""
    version: ClassVar[int] = 1
    bound_to_person: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "prefix" in cls.__dict__:
            _register(cls)
        elif cls.prefix:
            raise TypeError(f"{cls.__qualname__} needs a prefix of its own")

    def labelled(self, label: str, *, style: str | None = None) -> Key:
        """Give the key that shows `label` and sends this button back when pressed."""
        return Key(label, button=self, style=style)


_registry: dict[str, type[Button]] = {}


def registered_buttons() -> Mapping[str, type[Button]]:
    """Give every button class by its prefix."""
    return _registry.copy()


def _register(cls: type[Button]) -> None:
    prefix = cls.prefix
    if not (prefix.isascii() and prefix.isalnum() and len(prefix) <= MAX_PREFIX):
        raise TypeError(f"{cls.__qualname__}: a prefix is 1 to {MAX_PREFIX} letters or digits")
    if not 1 <= cls.version <= MAX_VERSION:
        raise TypeError(f"{cls.__qualname__}: a version is 1 to {MAX_VERSION}")
    if cls.bound_to_person and not _has_annotation(cls, "person"):
        raise TypeError(f"{cls.__qualname__} is bound to a person and has no field `person`")
    known = _registry.get(prefix)
    if known is not None and not is_slotted_twin(known, cls):
        raise TypeError(f"{cls.__qualname__} repeats the prefix {prefix} of {known.__qualname__}")
    _registry[prefix] = cls


def _has_annotation(cls: type, name: str) -> bool:
    return any(name in vars(base).get("__annotations__", {}) for base in cls.__mro__)


@dataclass(frozen=True, slots=True)
class Key:
    """One key of an inline keyboard: a label and exactly one of button, url or text to copy.

    `style` is passed on to Telegram as it is ("primary", "success", "danger").
    """

    label: str
    button: Button | None = None
    url: str | None = None
    copy: str | None = None
    style: str | None = None

    def __post_init__(self) -> None:
        if [self.button, self.url, self.copy].count(None) != 2:
            raise ValueError("a key does exactly one thing: a button, a link or a copied text")


Rows: TypeAlias = tuple[tuple[Key, ...], ...]


class ButtonCodec:
    """Turns buttons into callback data and back; what it did not sign it refuses.

    The signature says that the bot made the button, not that the presser may press it.
    """

    def __init__(self, secret: bytes) -> None:
        if not secret:
            raise ValueError("the secret of buttons is empty")
        # The same secret may sign other things; a key of its own keeps them apart.
        key = hmac.digest(secret, b"metodbot buttons", "sha256")
        self._signature = hmac.new(key, digestmod="sha256")
        self._layouts: dict[type[Button], _Layout] = {}

    def pack(self, button: Button, *, chat_id: int) -> str:
        """Give at most 64 ASCII bytes: version, prefix, fields and an 8-character signature."""
        body = self._layout(type(button)).write(button)
        data = f"{body}:{self._mac(body, chat_id)}"
        if len(data) > MAX_DATA_BYTES:
            raise ButtonTooLong(f"{type(button).__qualname__}: {len(data)} bytes")
        return data

    def unpack(self, data: str, *, chat_id: int, presser: int | None = None) -> Button:
        """Give the button back, or raise ButtonForged, ButtonOutdated or ButtonOfAnother.

        `presser` is compared with the field `person` of buttons bound to a person; in a group
        such a button is not unpacked without it.
        """
        body = self._verified(data, chat_id)
        head, *values = body.split(SEPARATOR)
        prefix = head[1:]
        cls = _registry.get(prefix)
        if cls is None or head[:1] != to_base36(cls.version):
            raise ButtonOutdated(prefix)
        button = self._layout(cls).read(values)
        if cls.bound_to_person and (presser is not None or chat_id < 0):
            _check_presser(button, presser)
        return button

    def _verified(self, data: str, chat_id: int) -> str:
        body, separator, mac = data.rpartition(SEPARATOR)
        if not separator or len(data) > MAX_DATA_BYTES or not data.isascii():
            raise ButtonForged
        if not hmac.compare_digest(mac, self._mac(body, chat_id)):
            raise ButtonForged
        return body

    def _mac(self, body: str, chat_id: int) -> str:
        # A group changes its id when it becomes a supergroup, so only private chats are bound.
        binding = chat_id if chat_id > 0 else "group"
        # A copy stays in this thread; hmac.digest would let go of the interpreter for every key.
        signature = self._signature.copy()
        signature.update(f"{binding}\n{body}".encode())
        return urlsafe_b64encode(signature.digest()[:MAC_BYTES]).decode()

    def _layout(self, cls: type[Button]) -> _Layout:
        layout = self._layouts.get(cls)
        if layout is None:
            layout = self._layouts[cls] = _Layout(cls)
        return layout


def _check_presser(button: Button, presser: int | None) -> None:
    if getattr(button, "person", None) != presser:
        raise ButtonOfAnother(button)


class _Layout:
    """How one class of buttons is written; made once per class, the type hints are slow."""

    __slots__ = ("_cls", "_fields", "_head")

    def __init__(self, cls: type[Button]) -> None:
        if not cls.prefix:
            raise TypeError(f"{cls.__qualname__} has no prefix")
        self._cls = cls
        self._head = to_base36(cls.version) + cls.prefix
        self._fields: tuple[tuple[str, FieldCodec], ...] = codecs_of(cls)

    def write(self, button: Button) -> str:
        """Join version, prefix and fields."""
        parts = [codec.write(getattr(button, name)) for name, codec in self._fields]
        return SEPARATOR.join([self._head, *parts])

    def read(self, values: list[str]) -> Button:
        """Build the button from its written fields; anything amiss makes it outdated."""
        if len(values) != len(self._fields):
            raise ButtonOutdated(self._cls.prefix)
        try:
            given = [
                codec.read(value) for value, (_, codec) in zip(values, self._fields, strict=True)
            ]
            return self._cls(*given)
        except (ValueError, TypeError, OverflowError) as error:
            raise ButtonOutdated(self._cls.prefix) from error
