"""Whose line it is: a school, a municipality, a region or the country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from services.results.model import Group
from services.results.words import pattern

LEVELS = ("country", "region", "municipality", "school")


def name_and_login(label: str) -> tuple[str, str | None]:
    """The name without the login in brackets, and the login."""
    found = pattern("login").search(label)
    if not found:
        return label.strip(), None
    return pattern("login").sub("", label).strip(), found["login"].lower()


def level_of(name: str, login: str | None) -> str | None:
    """The level by login or by the words of the name; None when neither tells."""
    if login:
        if not login.startswith("reg"):
            return "school"
        return "municipality" if "_m" in login else "region"
    for level in ("country", "school", "municipality", "region"):
        if pattern(level, "levels").search(name):
            return level
    return None


def place(groups: Sequence[tuple[Group, str | None]]) -> tuple[Group, ...]:
    """Groups with their levels; one that tells nothing gets the level its size leaves for it."""
    known = {level: group.n for group, level in groups if level}
    return tuple(replace(group, level=level or _by_size(group.n, known)) for group, level in groups)


def _by_size(n: int, known: dict[str, int]) -> str:
    # A part is never larger than its whole: take the widest level not smaller than any known part.
    for level in reversed(LEVELS):
        wider = LEVELS[: LEVELS.index(level)]
        if level not in known and all(n <= known[other] for other in wider if other in known):
            return level
    return "municipality"
