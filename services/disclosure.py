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


def parts(counts: Mapping[K, int]) -> dict[K, Cell]:
    """The parts of a published whole; whoever subtracts all that is told learns nothing small.

    That the untold parts are all empty may be learnt: it is about nobody.
    """
    hidden = {key for key, count in counts.items() if count < SMALLEST}
    rest = sorted((key for key in counts if key not in hidden), key=lambda key: counts[key])
    while rest and 0 < sum(counts[key] for key in hidden) < SMALLEST:
        hidden.add(rest.pop(0))
    return {
        key: Cell(Shown.HIDDEN) if key in hidden and count >= SMALLEST else cell(count)
        for key, count in counts.items()
    }


def within(inner: Cell, outer: Cell) -> Cell:
    """The count of a shorter period: hidden when the longer one exceeds it by a little."""
    if inner.exact and outer.exact and 0 < outer.count - inner.count < SMALLEST:
        return Cell(Shown.HIDDEN)
    return inner
