"""Functions that texts may call: days, hours, numbers, shares, lists and counted nouns.

Each takes the texts it is called from, the values of the call, and literal options. What they
return is taken as it is: their string arguments were escaped before.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from babel.dates import format_date, format_skeleton
from babel.lists import format_list

from handlers.ui.patterns import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from handlers.ui.patterns import Function
    from handlers.ui.texts import Texts

MINUS = "\u2212"
NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"
DECIMAL_SIGN = {"ru": ",", "en": "."}
GROUP_SIGN = {"ru": NO_BREAK, "en": ","}
# Russian typography leaves four digits together: 1234, but 12 345.
UNGROUPED_BELOW = {"ru": 10_000, "en": 1_000}


def write_number(
    value: float | Decimal,
    language: str,
    *,
    least: int = 0,
    most: int = 3,
    grouped: bool = True,
    signed: bool = False,
) -> str:
    """Write a number with `least` to `most` decimals; halves are rounded away from zero."""
    number: int | Decimal = value if isinstance(value, int) else _rounded(value, most)
    digits = str(abs(number)) if isinstance(number, int) else f"{abs(number):f}"
    whole, _, decimals = digits.partition(".")
    decimals = decimals[:most].rstrip("0").ljust(least, "0")
    if grouped and int(whole) >= UNGROUPED_BELOW[language]:
        whole = f"{int(whole):,}".replace(",", GROUP_SIGN[language])
    sign = MINUS if number < 0 else "+" if signed and number > 0 else ""
    return sign + whole + (DECIMAL_SIGN[language] + decimals if decimals else "")


def _rounded(value: float | Decimal, most: int) -> Decimal:
    # Through `repr`, so that 0.145 is what was typed and not its binary neighbour.
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not exact.is_finite():
        raise ValueError("not a number that can be shown")
    return exact.quantize(Decimal(1).scaleb(-most), rounding=ROUND_HALF_UP)


def _number(
    texts: Texts,
    value: Any,
    *,
    decimals: int | None = None,
    minimumFractionDigits: int = 0,  # noqa: N803  the names Fluent gives them
    maximumFractionDigits: int = 3,  # noqa: N803
    useGrouping: int = 1,  # noqa: N803
    sign: str = "auto",
) -> Figure:
    """NUMBER($n), with `decimals: 1`, `useGrouping: 0` or `sign: "always"`."""
    plain = _plain(value)
    text = write_number(
        plain,
        texts.language,
        least=minimumFractionDigits if decimals is None else decimals,
        most=maximumFractionDigits if decimals is None else decimals,
        grouped=bool(useGrouping),
        signed=sign == "always",
    )
    return Figure(plain, text)


def _percent(texts: Texts, value: Any, *, decimals: int = 0, sign: str = "auto") -> Figure:
    """PERCENT($share): the share is given in percents, 0 to 100."""
    plain = _plain(value)
    text = write_number(plain, texts.language, most=decimals, signed=sign == "always")
    return Figure(plain, f"{text}{NO_BREAK}%" if texts.language == "ru" else f"{text}%")


def _plain(value: Any) -> int | float | Decimal:
    number = value.value if isinstance(value, Figure) else value
    if isinstance(number, int | float | Decimal):
        return number
    raise TypeError(f"{type(value).__name__} is not a number")


def _day(texts: Texts, moment: Any, *, year: str = "auto") -> str:
    """DAY($date): day and month; the year unless it is this one. `year: "always"`, "never"."""
    day = texts.local_day(moment)
    this_year = texts.now is not None and texts.today.year == day.year
    with_year = year == "always" or (year == "auto" and not this_year)
    return _written_day(day, with_year, texts.language)


@lru_cache(maxsize=4096)
def _written_day(day: date, with_year: bool, language: str) -> str:
    if not with_year:
        return format_skeleton("MMMMd", day, locale=language)
    return format_date(day, "long", locale=language).replace(NARROW_NO_BREAK, NO_BREAK)


def _weekday(texts: Texts, moment: Any) -> int:
    """WEEKDAY($date): 1 for Monday to 7 for Sunday, to choose a variant by."""
    return texts.local_day(moment).isoweekday()


def _days(texts: Texts, moment: Any) -> int:
    """DAYS($date): whole days from today in the person's zone, negative in the past."""
    return (texts.local_day(moment) - texts.today).days


def _distance(texts: Texts, moment: Any) -> int:
    """DISTANCE($date): whole days between that day and today."""
    return abs(_days(texts, moment))


def _side(texts: Texts, moment: Any) -> str:
    """SIDE($date): past, today or future, to choose a variant by."""
    days = _days(texts, moment)
    return "past" if days < 0 else "future" if days else "today"


def _clock(texts: Texts, moment: Any) -> str:
    """CLOCK($time): hours and minutes; a moment is moved to the person's zone first."""
    if isinstance(moment, datetime):
        moment = texts.local(moment)
    if isinstance(moment, datetime | time):
        return f"{moment:%H:%M}"
    raise TypeError(f"{type(moment).__name__} has no hours")


def _list(texts: Texts, items: Any, *, join: str = "and") -> str:
    """LIST($items): a tuple of strings as "a, b and c"; `join: "or"`, "comma"."""
    if isinstance(items, str) or not all(isinstance(item, str) for item in items):
        raise TypeError("a list is a tuple of strings")
    if join == "comma":
        return ", ".join(items)
    style = {"and": "standard", "or": "or"}[join]
    return format_list(items, style=style, locale=texts.language)  # type: ignore[arg-type]


def _capital(_: Texts, words: Any) -> str:
    """CAPITAL(WHEN($x)): the same words at the beginning of a sentence."""
    if not isinstance(words, str):
        raise TypeError(f"{type(words).__name__} has no first letter")
    return words[:1].upper() + words[1:]


def _count(texts: Texts, value: Any, *, of: str) -> str:
    """COUNT($n, of: "minute"): the number with its noun, worded by the message count-minute."""
    return texts.phrase(f"count-{of}", count=_plain(value))


def _phrase(name: str) -> Function:
    """A function that words its moment by a message of ui.ftl, which sees it as $date."""

    def say(texts: Texts, moment: Any) -> str:
        if not isinstance(moment, date):
            raise TypeError(f"{type(moment).__name__} is not a date")
        return texts.phrase(name, date=moment)

    return say


def phrase_of(function: str, options: Mapping[str, Any]) -> str | None:
    """Give the message a function is worded by, so that loading can check it exists."""
    if function == "COUNT":
        return f"count-{options.get('of')}"
    return PHRASES.get(function)


PHRASES = {
    "ON": "ui-on-day",
    "UNTIL": "ui-until-day",
    "SINCE": "ui-since-day",
    "WEEK_DAY": "ui-week-day",
    "SHORT_DAY": "ui-short-day",
    "WHEN": "ui-when",
    "RELATIVE": "ui-relative-day",
}

FUNCTIONS: dict[str, Function] = {
    "NUMBER": _number,
    "PERCENT": _percent,
    "DAY": _day,
    "WEEKDAY": _weekday,
    "DAYS": _days,
    "DISTANCE": _distance,
    "SIDE": _side,
    "CLOCK": _clock,
    "LIST": _list,
    "COUNT": _count,
    "CAPITAL": _capital,
    **{function: _phrase(name) for function, name in PHRASES.items()},
}
