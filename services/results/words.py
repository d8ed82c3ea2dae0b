"""The words and patterns of real files, read once from `words.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

_SPACES = re.compile(r"\s+")
_YO = str.maketrans({"ё": "е"})


@cache
def _table() -> dict[str, Any]:
    source = resources.files(__package__).joinpath("words.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@lru_cache(maxsize=8192)
def _normal(value: str) -> str:
    words = _SPACES.sub(" ", value).strip(" :*.").casefold().translate(_YO)
    return " ".join(map(_in_one_alphabet, words.split(" ")))


def _in_one_alphabet(word: str) -> str:
    # A Latin letter in a Russian word is a slip of the keyboard, and so is a word of such alone.
    alike = _look_alikes()
    if word.isascii() and not all(ord(sign) in alike for sign in word):
        return word
    return word.translate(alike)


def plain(value: object) -> str:
    """Text for comparing: lower case, single spaces, no colon, point or asterisk at the end."""
    return _normal(value) if isinstance(value, str) else ""


@cache
def _look_alikes() -> dict[int, int]:
    letters = _table()["letters"]
    return str.maketrans(letters["latin"], letters["cyrillic"])


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


@cache
def level_letters() -> frozenset[str]:
    """The letters reports use for the three levels of tasks."""
    return frozenset(_table()["levels"]["letters"].values())


@cache
def words(name: str, section: str) -> frozenset[str]:
    """A list of single words."""
    return frozenset(_table()[section][name].split())


@cache
def titles() -> frozenset[str]:
    """The titles of forms and reports, which name no work."""
    return frozenset(phrase for name in _table()["titles"] for phrase in phrases(name, "titles"))


def setting(name: str, section: str) -> Any:
    """A plain value of the data: a number or a day."""
    return _table()[section][name]


def letter(name: str) -> str:
    """The one letter all look-alikes are written with."""
    return str(_table()["letters"][name])


def level_letter(value: object) -> str | None:
    """The level of a task as the report marks it, None when the cell holds no level."""
    letters: dict[str, str] = _table()["levels"]["letters"]
    return letters.get(plain(value))
