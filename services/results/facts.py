"""What the lines above a table tell of the work in it: year, subject, grade, day, name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from services.results import subjectwords
from services.results.sheet import Block, Cell, Row, text
from services.results.vprhead import read_day
from services.results.words import pattern, phrases, plain
from services.results.words import titles as form_titles

_LABELS = ("subject", "grade", "year", "date", "occasion", "school")
_LONGEST_TITLE = 200
_TITLE_CELLS = 2
_WIDEST_LINE = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """What is written; the lists hold everything found, for choosing where it is not clear."""

    date: date | None = None
    occasion: str | None = None
    school: str | None = None
    years: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """The one year that is told, else that of the day."""
        if len(self.years) == 1:
            return int(self.years[0])
        return self.date.year if self.date else None

    @property
    def subject(self) -> str | None:
        """The one subject that is told."""
        return self.subjects[0] if len(self.subjects) == 1 else None

    @property
    def grade(self) -> int | None:
        """The one grade that is told."""
        return int(self.grades[0]) if len(self.grades) == 1 else None


def facts_above(block: Block) -> Facts:
    """What stands above the table of a block."""
    rows = list(takewhile(_is_above, (cells for _row, cells in block.head())))
    said = {name: value for cells in rows for name, value in _labelled(cells)}
    titles = tuple(_titles(rows))
    lines = (*titles, block.sheet.name)
    day = read_day(said.get("date", "")) or _day_in(titles)
    subject = text(said.get("subject", ""))
    grades = _grades((text(said["grade"]),) if "grade" in said else (), "class_grade")
    return Facts(
        date=day,
        occasion=text(said.get("occasion", "")) or None,
        school=text(said.get("school", "")) or None,
        years=_years((text(said["year"]),) if "year" in said else titles),
        subjects=_subjects((subject,)) or ((subject,) if subject else _subjects(lines)),
        grades=grades or _grades(lines, "grade"),
        titles=tuple(title for title in titles if len(title.split()) > 1),
    )


def whole_year(value: str) -> int | None:
    """A year somebody said: 2026, or 2025/26 for the school year that ends in it."""
    years = _years((value,))
    return int(years[-1]) if years else None


def _is_above(cells: Row) -> bool:
    # A table's header has many captions; a line of facts has labels with a colon.
    filled = [cell for cell in cells if cell != ""]
    return len(filled) <= _WIDEST_LINE or any(
        isinstance(cell, str) and cell.rstrip().endswith(":") for cell in filled
    )


def _labelled(cells: Row) -> Iterator[tuple[str, Cell]]:
    filled = [cell for cell in cells if cell != ""]
    for label, value in zip(filled, [*filled, ""][1:], strict=True):
        if not isinstance(label, str):
            continue
        before, colon, after = label.partition(":")
        for name in _LABELS:
            if plain(before) not in phrases(name, "facts"):
                continue
            if colon and after.strip():
                yield name, after.strip()
            elif value != "":
                yield name, value


def _titles(rows: list[Row]) -> Iterator[str]:
    for cells in rows:
        filled = [cell for cell in cells if cell != ""]
        if filled and len(filled) <= _TITLE_CELLS and isinstance(filled[0], str):
            line = " ".join(filled[0].split())
            if len(line) <= _LONGEST_TITLE and not _is_known(line) and not any(_labelled(cells)):
                yield line


def _is_known(line: str) -> bool:
    # A label nobody filled in and the title of a form say nothing of the work.
    return line.endswith(":") or plain(line) in form_titles()


def read_days(line: str) -> list[date]:
    """Every day written in a line."""
    found = (read_day(match[1]) for match in pattern("day").finditer(line))
    return [day for day in found if day is not None]


def _day_in(lines: tuple[str, ...]) -> date | None:
    days = {day for line in lines for day in read_days(line)}
    return days.pop() if len(days) == 1 else None


def _years(lines: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for line in lines:
        for match in pattern("school_year").finditer(line):
            found.update({match["first"]: None, match["first"][:2] + match["last"]: None})
        found.update({match["year"]: None for match in pattern("year").finditer(line)})
    return tuple(sorted(found))


def _subjects(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for line in lines for name in subjectwords.named(line)))


def _grades(lines: tuple[str, ...], name: str) -> tuple[str, ...]:
    found: list[re.Match[str]] = [match for line in lines for match in pattern(name).finditer(line)]
    return tuple(dict.fromkeys(match["grade"] for match in found))
