"""A list of staff, a row per teacher, as rows without names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from services.results import subjectwords
from services.results.facts import facts_above
from services.results.header import Header, column_of
from services.results.layout import is_summary_row
from services.results.model import StaffRow
from services.results.notes import Notes
from services.results.people import is_personal_caption, without_people
from services.results.sheet import Cell, Row, address, text
from services.results.staff.cells import (
    CATEGORIES,
    Unclear,
    category,
    day,
    ends,
    experience,
    subjects,
)
from services.results.territory import level_of, name_and_login
from services.results.words import pattern, phrases

FIELDS = (
    "school", "post", "subjects", "until", "granted", "applied", "category", "experience", "course",
)  # fmt: skip
_LONGEST = 120

Value = TypeVar("Value")


@dataclass(slots=True)
class StaffTable:
    """The columns of a list and what was not understood of it."""

    header: Header
    notes: Notes = field(default_factory=Notes)
    _columns: dict[str, int] = field(init=False)
    _named: list[int] = field(init=False)
    _school: str | None = field(init=False)

    def __post_init__(self) -> None:
        self._columns = columns(self.header)
        cells = self.header.cells
        self._named = [index for index, cell in enumerate(cells) if is_personal_caption(cell)]
        title = self.header.block.sheet.name
        self._school = facts_above(self.header.block).school or (
            title if level_of(title, None) == "school" else None
        )

    def rows(self) -> Iterator[StaffRow]:
        """Everybody in the list."""
        for row, cells in self.header.block.rows(self.header.row + 1):
            if self._opens_school(cells) or is_summary_row(cells) or not self._is_somebody(cells):
                continue
            yield self._row(row, cells)

    def _opens_school(self, cells: Row) -> bool:
        filled = [text(cell) for cell in cells if cell != ""]
        if len(filled) != 1 or level_of(*name_and_login(filled[0])) != "school":
            return False
        self._school = _school(filled[0])
        return True

    def _is_somebody(self, cells: Row) -> bool:
        if self._named:
            return any(cells[index] != "" for index in self._named)
        return self._cell(cells, "post") != ""

    def _row(self, row: int, cells: Row) -> StaffRow:
        if school := text(self._cell(cells, "school")):
            # Cells merged down a column leave all but the first of their rows empty.
            self._school = _school(school)
        post = without_people(text(self._cell(cells, "post")))[:_LONGEST]
        own = self._category(row, cells)
        granted = self._read(row, cells, "granted", day) or self._day_beside(cells)
        until = self._read(row, cells, "until", day)
        return StaffRow(
            school=self._school,
            post=post or None,
            subjects=subjects(self._cell(cells, "subjects")) or subjectwords.named(post),
            category=own,
            category_until=until or (ends(granted, own) if granted else None),
            applied_for=self._read(row, cells, "applied", _wanted),
            experience=self._read(row, cells, "experience", experience),
            last_course_on=self._read(row, cells, "course", day),
        )

    def _category(self, row: int, cells: Row) -> str | None:
        if "category" in self._columns:
            return self._read(row, cells, "category", category)
        ticked = (name for name in CATEGORIES if self._cell(cells, f"is_{name}") != "")
        return next(ticked, None)

    def _day_beside(self, cells: Row) -> str | None:
        # A category is often written together with its day.
        for name in ("category", *(f"is_{name}" for name in CATEGORIES)):
            try:
                if found := day(self._cell(cells, name)):
                    return found
            except Unclear:
                continue
        return None

    def _read(
        self, row: int, cells: Row, name: str, meaning: Callable[[Cell], Value | None]
    ) -> Value | None:
        try:
            return meaning(self._cell(cells, name))
        except Unclear:
            self.notes.add("not_understood", address(row, self._columns[name]), field=name)
            return None

    def _cell(self, cells: Row, name: str) -> Cell:
        index = self._columns.get(name)
        return cells[index] if index is not None else ""


def columns(header: Header) -> dict[str, int]:
    """Which column holds what; one for each category where a list ticks them off."""
    left = list(header.captions)
    found: dict[str, int] = {}
    for name in FIELDS:
        index = column_of(left, phrases(name, "staff"))
        if index is not None:
            found[name] = index
            left[index] = ""
    if "category" not in found:
        for name in CATEGORIES:
            for index, caption in enumerate(left):
                if caption and pattern(name, "staff").match(caption):
                    found.setdefault(f"is_{name}", index)
    return found


def _school(label: str) -> str:
    name, login = name_and_login(label)
    return login or name[:_LONGEST]


def _wanted(cell: Cell) -> str | None:
    found = category(cell)
    return None if found == "none" else found
