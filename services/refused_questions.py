"""Questions we refuse on principle: figures of teachers, classes, schools in rows, quotas.

Nothing is ever told because a question was not recognised: there is nothing to tell. What is
recognised gets the reason and what there is instead, so an innocent question must not be caught.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CATALOGUE = Path(__file__).resolve().parents[1] / "catalogues" / "refused_questions.toml"
LONGEST = 160
"""A longer text is a story, not a question of this kind."""
TYPED_WRONG_FROM = 6
"""Stems from so many letters on are known with one mistake."""
OTHER = "."


@dataclass(frozen=True, slots=True)
class Kind:
    """Words of one meaning and the sign they are read as."""

    sign: str
    stems: tuple[str, ...]
    forms: frozenset[str]
    like: re.Pattern[str] | None

    def knows(self, word: str) -> bool:
        """Whether a word has this meaning."""
        if word in self.forms or (self.like is not None and self.like.fullmatch(word)):
            return True
        return any(_begins(word, stem) for stem in self.stems)


@dataclass(frozen=True, slots=True)
class Refused:
    """One thing that is asked for and refused."""

    asks: str
    patterns: tuple[re.Pattern[str], ...]
    phrases: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """The whole catalogue."""

    fillers: frozenset[str]
    kinds: tuple[Kind, ...]
    refused: tuple[Refused, ...]


def asked_for(text: str) -> str | None:
    """What is asked that is refused (teachers, classes, schools, quotas); None for the rest."""
    if not text or len(text) > LONGEST:
        return None
    words = _words(text)
    said, signs = f" {' '.join(words)}", _signs(words)
    return next((one.asks for one in _rules().refused if _meant(said, signs, one)), None)


def _meant(said: str, signs: str, one: Refused) -> bool:
    if any(f" {innocent}" in said for innocent in one.unless):
        return False
    if any(f" {phrase}" in said for phrase in one.phrases):
        return True
    return any(pattern.search(signs) for pattern in one.patterns)


def _signs(words: list[str]) -> str:
    rules = _rules()
    return "".join(_sign(word, rules) for word in words if word not in rules.fillers)


def _sign(word: str, rules: Rules) -> str:
    return next((kind.sign for kind in rules.kinds if kind.knows(word)), OTHER)


def _begins(word: str, stem: str) -> bool:
    if word.startswith(stem):
        return True
    if len(stem) < TYPED_WRONG_FROM:
        return False
    return any(_one_mistake(word[: len(stem) + more], stem) for more in (-1, 0, 1))


def _one_mistake(typed: str, meant: str) -> bool:
    """Whether one letter is wrong, missing, too many, or two neighbours are exchanged."""
    if typed[:1] != meant[:1]:
        return False
    same = next(
        (at for at, pair in enumerate(zip(typed, meant, strict=False)) if pair[0] != pair[1]), None
    )
    if same is None:
        return abs(len(typed) - len(meant)) == 1
    rest, wanted = typed[same:], meant[same:]
    exchanged = rest[:2] == wanted[1::-1] and len(wanted) > 1
    return (
        rest[1:] == wanted[1:]
        or rest[1:] == wanted
        or rest == wanted[1:]
        or (exchanged and rest[2:] == wanted[2:])
    )


@cache
def _rules() -> Rules:
    table = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    return Rules(
        frozenset(table["fillers"]),
        tuple(map(_kind, table["words"].values())),
        tuple(map(_refused, table["refused"])),
    )


def _kind(told: dict[str, Any]) -> Kind:
    like = told.get("like")
    return Kind(
        told["sign"],
        tuple(told.get("stems", ())),
        frozenset(told.get("forms", ())),
        None if like is None else re.compile(like),
    )


def _refused(told: dict[str, Any]) -> Refused:
    return Refused(
        told["asks"],
        tuple(map(re.compile, told["patterns"])),
        tuple(told.get("phrases", ())),
        tuple(told["unless"]),
    )


def _words(text: str) -> list[str]:
    plain = text.casefold().replace("\u0451", "\u0435")
    return "".join(sign if sign.isalnum() or sign == "'" else " " for sign in plain).split()
