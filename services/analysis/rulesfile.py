"""An operator's file laid over the numbers that decide something."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Table = Mapping[str, Any]


class ThresholdsInvalid(ValueError):
    """An operator's file says something that cannot be meant; the message names the key."""


def overlaid(table: Table, path: Path | str) -> Table:
    """The table with what a TOML file says anew.

    Raises OSError without the file, ThresholdsInvalid when its content cannot be meant.
    """
    try:
        said = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThresholdsInvalid(str(error)) from error
    return _overlaid(table, said)


def _overlaid(table: Table, said: Table, where: str = "") -> dict[str, Any]:
    """The table with another's values; what may be added are families and letters of levels."""
    told: dict[str, Any] = dict(table)
    for name, value in said.items():
        key = f"{where}{name}"
        known = table.get(name)
        if isinstance(known, Mapping) and isinstance(value, Mapping):
            told[name] = _overlaid(known, value, f"{key}.")
        elif known is None and key.startswith("levels.") and isinstance(value, Mapping):
            told[name] = _overlaid({}, value, f"{key}.")
        else:
            told[name] = _checked(key, value, known)
    return told


def _checked(key: str, value: Any, known: Any) -> Any:
    if not _can_be_meant(key, value, known):
        raise ThresholdsInvalid(f"{key}: {value!r}")
    return float(value) if isinstance(known, float) else value


def _can_be_meant(key: str, value: Any, known: Any) -> bool:
    if key.startswith("families."):
        return isinstance(value, str)
    if key.startswith("levels."):
        return _is_threshold(value)
    if isinstance(known, list):
        return isinstance(value, list) and all(map(_is_whole, value))
    if isinstance(known, int):
        return _is_whole(value) and value > 0
    return isinstance(known, float) and _is_number(value) and 0 < value <= 100


def _is_threshold(value: Any) -> bool:
    if not (isinstance(value, list) and len(value) == 2 and all(map(_is_number, value))):
        return False
    sufficient, deficit = value
    return bool(0 <= deficit <= sufficient <= 100)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
