"""What may be published of counts: nothing below five, nor anything it could be got from.

A hidden count must not be the difference of two shown ones: a single hidden part of a known
whole takes a second part with it, and a part of a longer period hides when what remains is small.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

SMALLEST = 5

K = TypeVar("K")


class Shown(Enum):
    """How a count is told."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    """A bound that follows from what is known already."""
    SMALL = "small"
    HIDDEN = "hidden"
    """Not small itself, but it would give a small one away."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A count as it is published; `count` is 0 where nothing is told."""

    how: Shown
    count: int = 0

    @property
    def told(self) -> bool:
        """Whether anything is told of it."""
        return self.how is not Shown.HIDDEN

    @property
    def exact(self) -> bool:
        """Whether the count itself is told."""
        return self.how is Shown.EXACT


def cell(count: int) -> Cell:
    """A count that stands alone."""
    return Cell(Shown.EXACT, count) if count >= SMALLEST else Cell(Shown.SMALL)


def halves(one: int, other: int) -> tuple[Cell, Cell]:
    """Two parts of a published whole: beside a small one the other is only bounded."""
    whole = one + other
    if whole < SMALLEST or min(one, other) >= SMALLEST:
        return cell(one), cell(other)
    bound = Cell(Shown.AT_LEAST, whole - SMALLEST + 1)
    if one < SMALLEST and other < SMALLEST:
        return cell(one), cell(other)
    return (cell(one), bound) if one < other else (bound, cell(other))


def parts(counts: Mapping[K, int], longer: Mapping[K, int] | None = None) -> dict[K, Cell]:
    """The parts of a published whole; whoever subtracts all that is told learns nothing small.

    `longer` has the same parts of a longer period, told in full where they are not small: what
    lies between the two is guarded alike. That untold parts are all empty may be learnt: it is
    about nobody.
    """
    between = {key: abs((longer or counts)[key] - counts[key]) for key in counts}
    hidden = {key for key in counts if counts[key] < SMALLEST or _small(between[key])}
    rest = sorted((key for key in counts if key not in hidden), key=lambda key: counts[key])
    while rest and any(_small(sum(one[key] for key in hidden)) for one in (counts, between)):
        hidden.add(rest.pop(0))
    return {
        key: Cell(Shown.HIDDEN) if key in hidden and count >= SMALLEST else cell(count)
        for key, count in counts.items()
    }


def apart(one: Cell, other: Cell) -> bool:
    """Whether two published counts, one within the other, give no small rest away."""
    return not (one.exact and other.exact and _small(abs(one.count - other.count)))


def within(inner: Cell, outer: Cell) -> Cell:
    """A part of something larger, hidden where the rest is small."""
    return inner if apart(inner, outer) else Cell(Shown.HIDDEN)


def _small(count: int) -> bool:
    return 0 < count < SMALLEST
