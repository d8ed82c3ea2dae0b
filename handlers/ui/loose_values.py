"""Values whose type only their own look tells: what texts take as arguments, kept as JSON."""

from __future__ import annotations

import math
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

# JSON has no days and hours, so each is an object with one key that names its kind.
KINDS: dict[str, Callable[[str], Any]] = {
    "$moment": datetime.fromisoformat,
    "$day": date.fromisoformat,
    "$time": time.fromisoformat,
    "$decimal": Decimal,
}


def write_loose(value: Any) -> Any:
    """Write a number, flag, string, enum, date, moment, time, None, or a tuple or dict of them.

    An enum is kept as its value. TypeError for anything else, ValueError for what JSON or time
    zones would distort.
    """
    if isinstance(value, Enum):
        return write_loose(value.value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, float):
        return _finite(value)
    if isinstance(value, tuple | list):
        return [write_loose(item) for item in value]
    if isinstance(value, dict):
        return {_key(name): write_loose(item) for name, item in value.items()}
    return _tagged(value)


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError("JSON has no infinite numbers")
    return value


def _key(name: Any) -> str:
    if not isinstance(name, str) or name.startswith("$"):
        raise TypeError(f"{name!r} cannot be a key")
    return name


def _tagged(value: Any) -> dict[str, str]:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return {"$moment": value.isoformat()}
    if isinstance(value, date):
        return {"$day": value.isoformat()}
    if isinstance(value, time):
        return {"$time": value.isoformat()}
    if isinstance(value, Decimal):
        return {"$decimal": str(value)}
    raise TypeError(f"a screen cannot keep {type(value).__name__}")


def read_loose(value: Any) -> Any:
    """Read what `write_loose` wrote; lists come back as tuples. ValueError for anything else."""
    if isinstance(value, list):
        return tuple(read_loose(item) for item in value)
    if not isinstance(value, dict):
        return value
    tag = next(iter(value), "")
    if not tag.startswith("$"):
        return {name: read_loose(item) for name, item in value.items()}
    if len(value) != 1 or tag not in KINDS or not isinstance(value[tag], str):
        raise ValueError(f"{tag} is no value")
    return _parsed(tag, value[tag])


def _parsed(tag: str, text: str) -> Any:
    try:
        return KINDS[tag](text)
    except ArithmeticError as error:
        raise ValueError(f"{text!r} is no number") from error
