"""Whose grade a row is of: a column of its own, or the number in the name of its class."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from services.results.sheet import Cell, Row, text
from services.results.tables.mapping import Mapping
from services.results.words import pattern


@dataclass(frozen=True, slots=True)
class Grades:
    """The column that tells grades, else the grade in the name of the sheet."""

    column: int | None
    of_sheet: int | None = None

    @staticmethod
    def of(mapping: Mapping) -> Grades:
        """How a table tells its grades."""
        if "grade" in mapping.roles:
            return Grades(mapping.roles["grade"])
        column = mapping.roles.get("class")
        if column is None or not _are_grades(mapping.cells[column]):
            label = _found(class_of_sheet(mapping))
            return Grades(None, label[0] if label else None)
        return Grades(column)

    def of_row(self, cells: Row) -> int | None:
        """The grade of a row."""
        if self.column is None:
            return self.of_sheet
        found = _found(cells[self.column])
        return None if found is None else found[0]

    def of_all(self, mapping: Mapping) -> int | None:
        """The one grade of all rows looked at."""
        if self.column is None:
            return self.of_sheet
        found = {one[0] for cell in mapping.cells[self.column] if (one := _found(cell))}
        return found.pop() if len(found) == 1 else None


def class_of_sheet(mapping: Mapping) -> str:
    """The class a sheet is called after, where no column tells classes; else nothing."""
    name = " ".join(mapping.header.block.sheet.name.split())
    found = _found(name)
    is_class = found is not None and found[1] and pattern("class_label").match(name)
    return name if is_class and "class" not in mapping.roles else ""


def _are_grades(cells: Iterable[Cell]) -> bool:
    found = [one for cell in cells if (one := _found(cell)) is not None]
    if not found or any(letter for _grade, letter in found):
        return bool(found)
    # Classes of a parallel are numbered from one on; 6 and 7 without a 1 are grades.
    return min(grade for grade, _letter in found) > 1


def _found(cell: Cell) -> tuple[int, str] | None:
    match = pattern("class_grade").match(text(cell))
    return (int(match["grade"]), match["letter"]) if match else None
