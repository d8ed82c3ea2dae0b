"""Subjects: the names files write, the keys we keep, the associations that care for them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CATALOGUE = Path(__file__).resolve().parents[1] / "catalogues" / "subjects.csv"
PRIMARY = "primary"
LAST_PRIMARY_GRADE = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of studies; `circle` is the subject of the people who teach it, as profiles have.

    The name of a subject nobody listed is its own key.
    """

    key: str
    circle: str
    name_ru: str
    name_en: str

    def name(self, language: str) -> str:
        """How the subject is called inside a sentence."""
        return self.name_en if language == "en" else self.name_ru


def subject_of(name: str) -> Subject:
    """The subject a file calls `name`; an unlisted one stands for itself."""
    plain = _plain(name)
    return _by_name().get(plain) or Subject(plain, plain, plain, plain)


def subject(key: str) -> Subject:
    """The subject kept as `key`."""
    return _by_key().get(key) or Subject(key, key, key, key)


def keys() -> tuple[str, ...]:
    """The subjects of the catalogue, in its order."""
    return tuple(_by_key())


def circles(key: str, grade: int) -> tuple[str, ...]:
    """Whose associations care for a subject in a grade, the nearest first."""
    own = subject(key).circle
    return (PRIMARY, own) if grade <= LAST_PRIMARY_GRADE and own != PRIMARY else (own,)


def listed() -> tuple[str, ...]:
    """The keys of all listed subjects, in the order of the list."""
    return tuple(_by_key())


def names() -> tuple[str, ...]:
    """What all listed subjects are called, in the order of the list."""
    return tuple(one.name_ru for one in _by_key().values())


def is_taught(name: str, grade: int | None) -> bool:
    """Whether a subject may be one of a grade: those of primary classes end with them."""
    return not (grade and grade > LAST_PRIMARY_GRADE and subject_of(name).circle == PRIMARY)


@cache
def _by_key() -> dict[str, Subject]:
    return {row["key"]: _subject(row) for row in _rows()}


@cache
def _by_name() -> dict[str, Subject]:
    found: dict[str, Subject] = {}
    for row in _rows():
        for name in (row["name_ru"], *row["synonyms"].split("|")):
            if name:
                found[_plain(name)] = _subject(row)
    return found


def _rows() -> list[dict[str, str]]:
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _subject(row: dict[str, str]) -> Subject:
    return Subject(row["key"], row["circle"], row["name_ru"], row["name_en"])


def _plain(name: str) -> str:
    # Brackets, commas and dots come and go from one report to the next; the look-alike letter too.
    words = "".join(sign if sign.isalnum() else " " for sign in name.casefold())
    return " ".join(words.replace("\u0451", "\u0435").split())
