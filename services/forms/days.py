"""Days as people write them: 15 декабря, 15.12, 15.12.2026, tomorrow."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
MONTHS: Sequence[Sequence[str]] = WORDS["months"]
NEAR: dict[str, int] = WORDS["near"]
CENTURY = 2000
_NAMED = re.compile(r"(\d{1,2})\s*([^\W\d_]{3,})\.?(?:,?\s*(\d{4})\D*)?")
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:,?\s*(\d{4}))?")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?[./]?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


def days_meant(text: str, today: date | None) -> tuple[date, ...]:
    """The days a text may mean, the nearest to today first; none when it is no day.

    Without a today only a day with its year means anything.
    """
    words = " ".join(text.split()).casefold()
    if words in NEAR and today is not None:
        return (today + timedelta(days=NEAR[words]),)
    found = _parts(words)
    if found is None:
        return ()
    year, month, day = found
    if year is not None:
        whole = _day(year, month, day)
        return () if whole is None else (whole,)
    return () if today is None else _nearest(month, day, today)


def _nearest(month: int, day: int, today: date) -> tuple[date, ...]:
    years = (today.year - 1, today.year, today.year + 1)
    days = [one for year in years if (one := _day(year, month, day)) is not None]
    return tuple(sorted(days, key=lambda one: abs(one - today)))


def _parts(words: str) -> tuple[int | None, int, int] | None:
    """Year (None when it is left out), month, day."""
    if found := _ISO.fullmatch(words):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DOTTED.fullmatch(words):
        return _year(found[3]), int(found[2]), int(found[1])
    if (found := _NAMED.fullmatch(words)) and (month := _month(found[2])):
        return _year(found[3]), month, int(found[1])
    if (found := _NAMED_FIRST.fullmatch(words)) and (month := _month(found[1])):
        return _year(found[3]), month, int(found[2])
    return None


def _month(name: str) -> int:
    """The number of a month, 0 for another word."""
    known = enumerate(MONTHS, 1)
    return next((number for number, stems in known if name.startswith(tuple(stems))), 0)


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) + (CENTURY if len(written) == 2 else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
