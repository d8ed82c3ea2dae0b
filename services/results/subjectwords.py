"""Which subjects a line of text names, whatever case their words stand in."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache

from services.results.words import pattern, plain
from services.subjects import CATALOGUE, subject_of

_SHORT = 4


def named(line: str) -> tuple[str, ...]:
    """The names of the subjects a line speaks of, each once, as the catalogue writes them."""
    left = plain(line)
    found: dict[int, str] = {}
    for form, name in _forms():
        for match in form.finditer(left):
            found[match.start()] = subject_of(name).name_ru
        # What a long name took is no place for a short one; the rest stays where it stands.
        left = form.sub(lambda match: " " * len(match[0]), left)
    names = dict.fromkeys(found[place] for place in sorted(found))
    return tuple(name[:1].upper() + name[1:] for name in names)


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    # The longest first: a short name may be a part of a long one.
    names = sorted(_names(), key=len, reverse=True)
    return tuple((re.compile(_form(name)), name) for name in names)


def _names() -> Iterator[str]:
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield from filter(None, (row["name_ru"], *row["synonyms"].split("|")))


def _form(name: str) -> str:
    return r"\b" + r"\s+".join(map(_any_case, plain(name).split())) + r"\b"


def _any_case(word: str) -> str:
    if len(word) <= _SHORT:
        return re.escape(word)
    return re.escape(pattern("endings", "facts").sub("", word)) + r"\w{0,3}"
