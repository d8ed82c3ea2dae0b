"""Whether a file names people: by the headings of its columns and by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from services.results.sheet import HEAD_ROWS, Cell, Sheet, text
from services.results.words import pattern, phrases, plain, words

_LOOKED_AT = 400
_ENOUGH = 3
_SURE = ("full_name", "initials", "email", "phone", "insurance", "passport")


def names_people(sheets: Sequence[Sheet]) -> bool:
    """Whether a column is headed as names or documents of people, or holds such."""
    return any(_headed(sheet) or _held(sheet) for sheet in sheets)


def is_personal_caption(cell: Cell) -> bool:
    """Whether a column's heading announces names, documents or ways to reach people."""
    return plain(cell) in phrases("person") or plain(cell) in phrases("document")


def without_people(words: str) -> str:
    """The text without somebody's name in it."""
    return " ".join(pattern("name_inside", "people").sub(" ", words).split())


def are_people(cells: Iterable[Cell]) -> bool:
    """Whether most of the cells, and at least three, name somebody or tell a number of theirs."""
    filled = [text(cell) for cell in cells if isinstance(cell, str) and cell.strip()]
    found = sum(map(_is_somebody, filled))
    return found >= _ENOUGH and 2 * found > len(filled)


def _headed(sheet: Sheet) -> bool:
    return any(
        is_personal_caption(cell) for row in islice(sheet.rows, HEAD_ROWS) for cell in row if cell
    )


def _held(sheet: Sheet) -> bool:
    columns = zip(*islice(sheet.rows, _LOOKED_AT), strict=True)
    return any(map(are_people, columns))


def _is_somebody(value: str) -> bool:
    if any(pattern(name, "people").match(value) for name in _SURE):
        return True
    if not pattern("two_words", "people").match(value):
        return False
    names = words("first_names", "people")
    return any(plain(word) in names for word in value.split())
