"""The least and the most an answer may be, where a constraint says it plainly."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from services.forms.questions import Kind

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
_NUMBERS = {Kind.INTEGER, Kind.DECIMAL, Kind.RANGE}
_WHOLE = {Kind.INTEGER, Kind.MANY, Kind.TEXT, Kind.ANY}
_MEASURES = {Kind.MANY: "count-selected", Kind.TEXT: "string-length", Kind.ANY: "string-length"}


@dataclass(frozen=True, slots=True)
class Bounds:
    """Inclusive bounds of a number, of the count of chosen items or of a text's length."""

    least: float | None = None
    most: float | None = None


def bounds_of(kind: Kind | None, constraint: Any, parameters: Mapping[str, str]) -> Bounds:
    """Return the bounds that a range's parameters and a constraint's `and` parts give."""
    least: list[float] = []
    most: list[float] = []
    if kind is Kind.RANGE:
        least.append(float(parameters.get("start", 1)))
        most.append(float(parameters.get("end", 10)))
        least, most = [min(least[0], most[0])], [max(least[0], most[0])]
    for operator, number in _limits(kind, constraint):
        step = 1 if kind in _WHOLE else 0
        if operator in {">=", "=", ">"}:
            least.append(number + step if operator == ">" else number)
        if operator in {"<=", "=", "<"}:
            most.append(number - step if operator == "<" else number)
    return Bounds(max(least, default=None), min(most, default=None))


def _limits(kind: Kind | None, constraint: Any) -> Iterator[tuple[str, float]]:
    match constraint:
        case ["and", left, right]:
            yield from _limits(kind, left)
            yield from _limits(kind, right)
        case ["cmp", operator, measured, ["n", number]] if operator in _MIRRORED:
            if _measures(kind, measured):
                yield operator, number
        case ["cmp", operator, ["n", number], measured] if operator in _MIRRORED:
            if _measures(kind, measured):
                yield _MIRRORED[operator], number


def _measures(kind: Kind | None, plan: Any) -> bool:
    if kind in _NUMBERS:
        return bool(plan == ["."])
    return kind in _MEASURES and bool(plan == ["fn", _MEASURES[kind], ["."]])
