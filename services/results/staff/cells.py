"""What the cells of a list of staff mean; a cell nobody understands gives Unclear."""

from __future__ import annotations

import re
from datetime import date

from services.results import subjectwords
from services.results.facts import read_days
from services.results.sheet import Cell, number, text
from services.results.vprhead import read_day
from services.results.words import pattern, plain, setting

CATEGORIES = ("highest", "first", "fitness", "none")
_ENDING = ("highest", "first", "fitness")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOST_YEARS = 75


class Unclear(ValueError):
    """The cell says something, and not what its column is for."""


def category(cell: Cell) -> str | None:
    """highest, first, fitness or none; None for an empty cell."""
    word = plain(cell) or text(cell).casefold()
    if not word:
        return None
    found = next((name for name in CATEGORIES if pattern(name, "staff").match(word)), None)
    if found is None:
        raise Unclear
    return found


def day(cell: Cell) -> str | None:
    """The latest day in a cell as YYYY-MM-DD, YYYY where only a year is told, None when empty."""
    if cell == "" or not text(cell):
        return None
    exact = read_day(cell)
    days = [exact] if exact else read_days(text(cell))
    if days:
        return max(days).isoformat()
    years = _YEAR.findall(text(cell))
    if not years:
        raise Unclear
    return str(max(years))


def ends(granted: str, kind: str | None) -> str | None:
    """When a category granted on a day ends; None for one without an end."""
    if kind not in _ENDING:
        return None
    years: int = setting("term_years", "staff")
    endless: date = setting("endless_from", "staff")
    # Of the year the rule came in only the day tells; without one the earlier end is the safe one.
    is_late = granted != str(endless.year) and granted >= endless.isoformat()[: len(granted)]
    if is_late and kind != "fitness":
        return None
    rest = "-02-28" if granted.endswith("-02-29") else granted[4:]
    return f"{int(granted[:4]) + years}{rest}"


def experience(cell: Cell) -> int | None:
    """Whole years; less than one is 0."""
    if cell == "" or not text(cell):
        return None
    years = number(cell)
    if years is None:
        word = plain(cell)
        if pattern("less_than_a_year", "staff").match(word):
            return 0
        match = pattern("years_of_work", "staff").match(word)
        years = float(match["years"]) if match else None
    if years is None or not 0 <= years <= _MOST_YEARS:
        raise Unclear
    return int(years)


def subjects(cell: Cell) -> tuple[str, ...]:
    """Subjects one by one, as the catalogue calls them where it knows them."""
    found: dict[str, None] = {}
    for piece in pattern("separators", "staff").split(text(cell)):
        named = subjectwords.named(piece) or (" ".join(piece.split()),)
        found.update(dict.fromkeys(name for name in named if name))
    return tuple(found)
