"""Single values as JSON and back: numbers, words, days, moments, and values of any such kind."""

from __future__ import annotations

import math
from datetime import date, datetime, time
from decimal import Decimal
from types import NoneType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from handlers.ui.loose_values import read_loose, write_loose

if TYPE_CHECKING:
    from collections.abc import Callable

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
T = TypeVar("T")


class FieldsDoNotMatch(ValueError):
    """The stored values are not the fields of this class."""


class ValueCodec(NamedTuple):
    """Writing and reading of one type; `read` raises FieldsDoNotMatch."""

    write: Callable[[Any], Json]
    read: Callable[[Any], Any]


def _checked(kind: type) -> ValueCodec:
    def write(value: Any) -> Any:
        # Refused here, beside the mistake, and not days later when the screen is read back.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise TypeError(f"{type(value).__name__} stands in a field of {kind.__name__}")
        return value if type(value) is kind else kind(value)

    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise FieldsDoNotMatch(f"{value!r} is not {kind.__name__}")
        return value

    return ValueCodec(write, read)


def _write_float(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError("JSON has no infinite numbers")
    return float(value)


def _read_float(value: Any) -> float:
    if type(value) not in (int, float):
        raise FieldsDoNotMatch(f"{value!r} is not a number")
    return float(value)


def _write_moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return value.isoformat()


def _read_moment(value: Any) -> datetime:
    moment = _parsed(datetime.fromisoformat)(value)
    if moment.tzinfo is None:
        raise FieldsDoNotMatch(f"{value!r} has no time zone")
    return moment


def _parsed(parse: Callable[[str], T]) -> Callable[[Any], T]:
    def read(value: Any) -> T:
        if not isinstance(value, str):
            raise FieldsDoNotMatch(f"{value!r} is not a text")
        try:
            return parse(value)
        except (ValueError, ArithmeticError) as error:
            raise FieldsDoNotMatch(f"{value!r}: {error}") from error

    return read


def _read_loose(value: Any) -> Any:
    try:
        return read_loose(value)
    except ValueError as error:
        raise FieldsDoNotMatch(str(error)) from error


SCALARS: dict[Any, ValueCodec] = {
    NoneType: _checked(NoneType),
    bool: _checked(bool),
    int: _checked(int),
    str: _checked(str),
    float: ValueCodec(_write_float, _read_float),
    Decimal: ValueCodec(str, _parsed(Decimal)),
    date: ValueCodec(date.isoformat, _parsed(date.fromisoformat)),
    time: ValueCodec(time.isoformat, _parsed(time.fromisoformat)),
    datetime: ValueCodec(_write_moment, _read_moment),
    Any: ValueCodec(write_loose, _read_loose),
    object: ValueCodec(write_loose, _read_loose),
}
