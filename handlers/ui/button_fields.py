"""How a single field of a button is written into callback data: short, ASCII, without colons."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum, IntEnum, StrEnum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, NamedTuple, Union, get_args, get_origin, get_type_hints
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Callable

# `quote` always escapes it, so that no string is written this way.
NOTHING = "!"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PLAIN = re.compile(r"[A-Za-z0-9_.~-]*").fullmatch


class FieldCodec(NamedTuple):
    """Writing and reading of one type; `read` raises ValueError on what it does not know."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


def codecs_of(cls: type) -> tuple[tuple[str, FieldCodec], ...]:
    """Give (name, codec) of every field of a dataclass; TypeError for a type with no codec."""
    if not is_dataclass(cls):
        raise TypeError(f"{cls.__qualname__} must be a dataclass")
    hints = get_type_hints(cls)
    return tuple((field.name, codec_of(hints[field.name])) for field in fields(cls))


def codec_of(kind: Any) -> FieldCodec:
    """Give the codec of int, str, bool, date, an IntEnum, a StrEnum, or one of them or None."""
    if get_origin(kind) in (Union, UnionType):
        return _optional(kind)
    if kind in _CODECS:
        return _CODECS[kind]
    if isinstance(kind, type) and issubclass(kind, IntEnum | StrEnum):
        return _of_enum(kind)
    raise TypeError(f"a button cannot carry {kind!r}")


def to_base36(number: int) -> str:
    """Write an integer in digits and small letters; `int(text, 36)` reads it back."""
    if 0 <= number < 36:
        return DIGITS[number]
    digits = []
    rest = abs(number)
    while rest:
        rest, digit = divmod(rest, 36)
        digits.append(DIGITS[digit])
    if number < 0:
        digits.append("-")
    return "".join(reversed(digits))


def _from_base36(text: str) -> int:
    return int(text, 36)


def _write_text(value: str) -> str:
    return value if _PLAIN(value) else quote(value, safe="")


def _read_text(text: str) -> str:
    return unquote(text, errors="strict") if "%" in text else text


def _write_flag(value: bool) -> str:
    return "1" if value else "0"


def _read_flag(text: str) -> bool:
    # bool("0") is True, hence the table.
    if text not in ("0", "1"):
        raise ValueError(text)
    return text == "1"


def _write_date(value: date) -> str:
    return to_base36(value.toordinal())


def _read_date(text: str) -> date:
    return date.fromordinal(int(text, 36))


_CODECS: dict[Any, FieldCodec] = {
    int: FieldCodec(to_base36, _from_base36),
    str: FieldCodec(_write_text, _read_text),
    bool: FieldCodec(_write_flag, _read_flag),
    date: FieldCodec(_write_date, _read_date),
}


def _of_enum(kind: type[Enum]) -> FieldCodec:
    value = _CODECS[int if issubclass(kind, IntEnum) else str]
    written = {member: value.write(member.value) for member in kind}
    known = {text: member for member, text in written.items()}

    def read(text: str) -> Enum:
        if text not in known:
            raise ValueError(text)
        return known[text]

    return FieldCodec(written.__getitem__, read)


def _optional(kind: Any) -> FieldCodec:
    kinds = [item for item in get_args(kind) if item is not NoneType]
    if len(kinds) != 1:
        raise TypeError(f"a button cannot carry {kind!r}")
    inner = codec_of(kinds[0])

    def write(value: Any) -> str:
        return NOTHING if value is None else inner.write(value)

    def read(text: str) -> Any:
        return None if text == NOTHING else inner.read(text)

    return FieldCodec(write, read)
