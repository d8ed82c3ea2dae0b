"""The three kinds of values of an expression and how one becomes another (XPath 1.0, §4).

As in OpenRosa, a text that is an ISO date counts as the number of days since 1970-01-01.
"""

import math
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TypeAlias

Atom: TypeAlias = str | float | bool

_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?", re.ASCII)
_DAY_SECONDS = 86_400
_EXACT = 2**53


def to_number(value: Atom) -> float:
    """Return the number a value stands for, NaN when it stands for none."""
    if not isinstance(value, str):
        return float(value)
    text = value.strip()
    if _NUMBER.fullmatch(text):
        return float(text)
    if _DATE.fullmatch(text):
        return days_of(text)
    return math.nan


def to_string(value: Atom) -> str:
    """Return the text of a value: whole numbers without a point, no exponents."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value) and abs(value) < _EXACT:
        return str(int(value))
    return format(Decimal(repr(value)), "f")


def to_boolean(value: Atom) -> bool:
    """Return whether a text is not empty or a number is neither zero nor NaN."""
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return bool(value)


def days_of(text: str) -> float:
    """Return the days from 1970-01-01 to an ISO date or moment, NaN when it is no date."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return math.nan
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.timestamp() / _DAY_SECONDS


def date_of(days: float) -> str:
    """Return the ISO date that lies so many days after 1970-01-01, or an empty text."""
    if math.isnan(days) or not -719_162 <= days < 2_932_897:
        return ""
    return date.fromordinal(719_163 + math.floor(days)).isoformat()


def equal(left: Atom, right: Atom) -> bool:
    """Return whether two values are equal as booleans, else as numbers, else as texts."""
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    return to_number(left) == to_number(right)


def unequal(left: Atom, right: Atom) -> bool:
    """Return whether two values differ; NaN differs from everything."""
    return not equal(left, right)


def less(left: Atom, right: Atom) -> bool:
    """Return whether the left number is smaller."""
    return to_number(left) < to_number(right)


def less_or_equal(left: Atom, right: Atom) -> bool:
    """Return whether the left number is not bigger."""
    return to_number(left) <= to_number(right)


def greater(left: Atom, right: Atom) -> bool:
    """Return whether the left number is bigger."""
    return to_number(left) > to_number(right)


def greater_or_equal(left: Atom, right: Atom) -> bool:
    """Return whether the left number is not smaller."""
    return to_number(left) >= to_number(right)


def plus(left: Atom, right: Atom) -> float:
    """Return the sum."""
    return to_number(left) + to_number(right)


def minus(left: Atom, right: Atom) -> float:
    """Return the difference."""
    return to_number(left) - to_number(right)


def times(left: Atom, right: Atom) -> float:
    """Return the product."""
    return to_number(left) * to_number(right)


def divided(left: Atom, right: Atom) -> float:
    """Return the quotient by IEEE 754: division by zero is an infinity or NaN."""
    top, bottom = to_number(left), to_number(right)
    if bottom != 0:
        return top / bottom
    if top == 0 or math.isnan(top):
        return math.nan
    return math.copysign(math.inf, top) * math.copysign(1, bottom)


def remainder(left: Atom, right: Atom) -> float:
    """Return what is left of a division, with the sign of the dividend."""
    top, bottom = to_number(left), to_number(right)
    if bottom == 0 or math.isnan(top) or math.isnan(bottom) or math.isinf(top):
        return math.nan
    return math.fmod(top, bottom)


COMPARISONS = {
    "=": equal,
    "!=": unequal,
    "<": less,
    "<=": less_or_equal,
    ">": greater,
    ">=": greater_or_equal,
}
ARITHMETIC = {"+": plus, "-": minus, "*": times, "div": divided, "mod": remainder}
