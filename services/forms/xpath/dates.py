"""Dates written by a pattern, as OpenRosa's format-date does."""

import math
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIELD = re.compile(r"%([A-Za-z3])")
_TIME = re.compile(r"(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?")

_FIELDS: dict[str, Callable[[datetime], str]] = {
    "Y": lambda moment: f"{moment.year:04}",
    "y": lambda moment: f"{moment.year % 100:02}",
    "m": lambda moment: f"{moment.month:02}",
    "n": lambda moment: str(moment.month),
    "d": lambda moment: f"{moment.day:02}",
    "e": lambda moment: str(moment.day),
    "H": lambda moment: f"{moment.hour:02}",
    "h": lambda moment: str(moment.hour),
    "M": lambda moment: f"{moment.minute:02}",
    "S": lambda moment: f"{moment.second:02}",
    "3": lambda moment: f"{moment.microsecond // 1000:03}",
}


def format_date(days: float, pattern: str, language: str) -> str:
    """Return the moment that many days after 1970-01-01 by a pattern such as `%d.%m.%Y`.

    `%b` and `%a` are the short month and weekday in the language; not a date gives no text.
    """
    if not math.isfinite(days):
        return ""
    try:
        moment = _EPOCH + timedelta(days=days)
    except OverflowError:
        return ""

    def field(match: re.Match[str]) -> str:
        letter = match[1]
        if letter in {"b", "a"}:
            return _name(moment, letter, language)
        return _FIELDS[letter](moment) if letter in _FIELDS else match[0]

    return _FIELD.sub(field, pattern)


def _name(moment: datetime, letter: str, language: str) -> str:
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_datetime

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError, TypeError):
        locale = Locale("en")
    return format_datetime(moment, "MMM" if letter == "b" else "EEE", locale=locale)


def time_fraction(text: str) -> float:
    """Return the part of the day that a time such as `13:30` is, NaN when it is no time."""
    match = _TIME.match(text)
    if match is None:
        return math.nan
    return int(match[1]) / 24 + int(match[2]) / 1440 + float(match[3] or 0) / 86_400
