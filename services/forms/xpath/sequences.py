"""OpenRosa functions on many values at once, such as all rounds of a repeated group."""

import math
from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from services.forms.xpath.atoms import Atom, to_number, to_string

Atoms: TypeAlias = Sequence[Atom]


class SequenceFunction(NamedTuple):
    """How many arguments a function takes (most may be None: any number) and what it does."""

    least: int
    most: int | None
    call: Callable[..., Atom]


def _numbers(groups: tuple[Atoms, ...]) -> list[float]:
    """Unanswered questions are left out, so that one gap does not spoil a whole sum."""
    return [to_number(value) for value in chain(*groups) if value != ""]


def _most(*groups: Atoms) -> float:
    numbers = _numbers(groups)
    return math.nan if not numbers or any(map(math.isnan, numbers)) else max(numbers)


def _least(*groups: Atoms) -> float:
    numbers = _numbers(groups)
    return math.nan if not numbers or any(map(math.isnan, numbers)) else min(numbers)


def _join(mark: Atoms, *groups: Atoms) -> str:
    return (to_string(mark[0]) if mark else "").join(map(to_string, chain(*groups)))


def _coalesce(*groups: Atoms) -> str:
    return next((text for text in map(to_string, chain(*groups)) if text), "")


def _indexed(values: Atoms, _: Atoms, index: Atoms) -> Atom:
    place = to_number(index[0]) if index else math.nan
    return values[int(place) - 1] if 1 <= place <= len(values) else ""


SEQUENCE_FUNCTIONS: dict[str, SequenceFunction] = {
    "count": SequenceFunction(1, 1, lambda group: float(len(group))),
    "count-non-empty": SequenceFunction(
        1, 1, lambda group: float(sum(value != "" for value in group))
    ),
    "sum": SequenceFunction(1, 1, lambda group: float(sum(_numbers((group,))))),
    "max": SequenceFunction(1, None, _most),
    "min": SequenceFunction(1, None, _least),
    "join": SequenceFunction(2, None, _join),
    "concat": SequenceFunction(1, None, lambda *groups: "".join(map(to_string, chain(*groups)))),
    "coalesce": SequenceFunction(2, 2, _coalesce),
    "indexed-repeat": SequenceFunction(3, 3, _indexed),
}
