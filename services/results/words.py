"""The words and patterns of real files, read once from `words.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

_SPACES = re.compile(r"\s+")
_YO = str.maketrans({"ё": "е"})


@cache
def _table() -> dict[str, Any]:
    source = resources.files(__package__).joinpath("words.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def plain(value: object) -> str:
    """Text for comparing: lower case, single spaces, no colon or asterisk at the end."""
    if not isinstance(value, str):
        return ""
    return _SPACES.sub(" ", value).strip(" :*").casefold().translate(_YO)


@cache
def pattern(name: str, section: str = "patterns") -> re.Pattern[str]:
    """A compiled pattern of real files."""
    return re.compile(_table()[section][name], re.IGNORECASE)


@cache
def phrases(name: str, section: str = "headers") -> tuple[str, ...]:
    """The normalised phrases that mean `name`."""
    found = _table()[section][name]
    return tuple(plain(item) for item in ([found] if isinstance(found, str) else found))


@cache
def exam_name(name: str) -> str:
    """The official short name of an exam."""
    return str(_table()["exams"][name])


def letter(name: str) -> str:
    """The one letter all look-alikes are written with."""
    return str(_table()["letters"][name])


def level_letter(value: object) -> str | None:
    """The level of a task as the report marks it, None when the cell holds no level."""
    letters: dict[str, str] = _table()["levels"]["letters"]
    return letters.get(plain(value))
