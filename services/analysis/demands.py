"""Which tasks of two years ask for the same: by the words of the skill, never by the number."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

from services.results.model import Task

_WORDS = re.compile(r"[^\W_]+")
_HYPHENATED = re.compile(r"(?<=\w)[-\u00ad\u2010]\s*\n\s*(?=\w)")

Key = tuple[str, float]


def same_demands(ours: Sequence[Task], theirs: Sequence[Task]) -> dict[str, str]:
    """Codes of our tasks → codes of theirs with the same skill and the same points.

    A task whose skill nobody names has no match. Where one skill has several tasks they are the
    same only as a whole, code by code; levels that contradict each other are not the same.
    """
    other = _by_demand(theirs)
    found: dict[str, str] = {}
    for key, tasks in _by_demand(ours).items():
        for task, match in _pairs(tasks, other.get(key, [])):
            if not (task.level and match.level) or task.level == match.level:
                found[task.code] = match.code
    return found


@lru_cache(maxsize=4096)
def plain_skill(skill: str) -> str:
    """A skill's words without case, punctuation, hyphens at line ends and look-alike letters."""
    text = unicodedata.normalize("NFKC", _HYPHENATED.sub("", skill)).casefold()
    return " ".join(_native(word) for word in _WORDS.findall(text.replace("\u0451", "\u0435")))


def swapped(word: str) -> str:
    """A word in lower case, its Latin letters that look Cyrillic replaced by those."""
    return word.translate(_lookalikes())


def _native(word: str) -> str:
    # A lone look-alike may be a preposition; a longer word without any Cyrillic sign is Latin.
    cyrillic = any("\u0400" <= sign <= "\u04ff" for sign in word)
    return swapped(word) if cyrillic or len(word) == 1 else word


def _by_demand(tasks: Sequence[Task]) -> dict[Key, list[Task]]:
    found: dict[Key, list[Task]] = defaultdict(list)
    for task in tasks:
        if task.skill and (words := plain_skill(task.skill)):
            found[words, task.max].append(task)
    return found


def _pairs(ours: Sequence[Task], theirs: Sequence[Task]) -> list[tuple[Task, Task]]:
    if len(ours) == len(theirs) == 1:
        return [(ours[0], theirs[0])]
    by_code = {task.code: task for task in theirs}
    if {task.code for task in ours} != set(by_code):
        return []
    return [(task, by_code[task.code]) for task in ours]


@cache
def _lookalikes() -> dict[int, str]:
    source = resources.files(__package__).joinpath("lookalikes.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    return {ord(latin): own for latin, own in zip(table["latin"], table["cyrillic"], strict=True)}
