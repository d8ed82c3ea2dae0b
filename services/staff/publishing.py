"""How much of a table may be told of a whole and of its parts, side by side.

Told of a place are always its people, and of a table all cells, or groups of cells, or nothing.
A table is told where every cell with people has at least five of them and not all people are in
one. What remains of the whole when all told parts are taken away must be such a table as well, or
nobody. So no sum or difference of what is told is about fewer than five people: a cell that is not
told stands beside another one in its own place and beside the same one in another place, and the
four can always be changed together without any told figure changing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

from services.disclosure import SMALLEST
from services.staff.tables import Table

K = TypeVar("K")
Counts = Mapping[str, int]


class Detail(IntEnum):
    """How finely a table is told."""

    NONE = 0
    GROUPS = 1
    CELLS = 2


@dataclass(frozen=True, slots=True)
class Published(Generic[K]):
    """How finely a table may be told of the whole and of each part."""

    whole: Detail
    parts: Mapping[K, Detail]


def sound(counts: Iterable[int]) -> bool:
    """Whether counts may be told: no cell small, and not everybody in a single one."""
    present = [count for count in counts if count]
    return len(present) > 1 and min(present) >= SMALLEST


def told(table: Table, counts: Counts, detail: Detail) -> dict[tuple[str, ...], int]:
    """The cells (or groups of cells) of a table that are told at a detail."""
    if detail is Detail.CELLS:
        return {(cell,): counts[cell] for cell in table.cells}
    if detail is Detail.GROUPS:
        return {group: sum(counts[cell] for cell in group) for group in table.groups}
    return {}


def publish(
    table: Table, parts: Mapping[K, Counts], *, withheld: Iterable[K | None] = ()
) -> Published[K]:
    """Decide on a whole and its parts together; `withheld` (None: the whole) tells nothing."""
    closed = set(withheld)
    whole_counts = _together(table, parts.values())
    whole = Detail.NONE if None in closed else _finest(table, whole_counts)
    details = {
        key: Detail.NONE if key in closed else _finest(table, counts)
        for key, counts in parts.items()
    }
    for level in (Detail.CELLS, Detail.GROUPS):
        # Where everybody is in one group anyway, groups tell no more than the number of people.
        if whole >= level and sound(told(table, whole_counts, level).values()):
            _withhold(table, parts, details, level)
    return Published(whole, details)


def _withhold(
    table: Table, parts: Mapping[K, Counts], details: dict[K, Detail], level: Detail
) -> None:
    """Tell less of the smallest parts until what remains of the whole may be learnt."""
    shown = sorted(
        (key for key in parts if details[key] >= level),
        key=lambda key: (sum(parts[key].values()), str(key)),
    )
    for key in shown:
        hidden = [parts[one] for one in parts if details[one] < level]
        rest = told(table, _together(table, hidden), level).values()
        if not any(rest) or sound(rest):
            return
        details[key] = _finest(table, parts[key], below=level)


def _finest(table: Table, counts: Counts, below: Detail | None = None) -> Detail:
    for detail in (Detail.CELLS, Detail.GROUPS):
        if (below is None or detail < below) and sound(told(table, counts, detail).values()):
            return detail
    return Detail.NONE


def _together(table: Table, some: Iterable[Counts]) -> dict[str, int]:
    total = dict.fromkeys(table.cells, 0)
    for counts in some:
        for cell in table.cells:
            total[cell] += counts[cell]
    return total
