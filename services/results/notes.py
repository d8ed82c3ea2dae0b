"""Oddities met while reading, kept short."""

from __future__ import annotations

from collections import Counter

from services.results.model import Oddity

SHOWN_PER_CODE = 40


class Notes:
    """Collects oddities; of one code only the first ones are told one by one."""

    def __init__(self) -> None:
        self._told: list[Oddity] = []
        self._counts: Counter[str] = Counter()

    def add(self, code: str, cell: str | None = None, **params: object) -> None:
        """Remember one oddity."""
        self._counts[code] += 1
        if self._counts[code] <= SHOWN_PER_CODE:
            self._told.append(Oddity(code, cell, params))

    def all(self) -> tuple[Oddity, ...]:
        """The oddities, and how many more there are of a code that overflows."""
        more = [
            Oddity("more", None, {"of": code, "count": count - SHOWN_PER_CODE})
            for code, count in self._counts.items()
            if count > SHOWN_PER_CODE
        ]
        return (*self._told, *more)
