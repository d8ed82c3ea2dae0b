"""A long column of few different values as a text with one sign per value.

One text takes a byte a value where a list of objects takes eight and more, travels through JSON
untouched and counts its values at the speed of `str`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Value = TypeVar("Value", bound=Hashable)

# No digits: a row of signs must never look like somebody's number.
_READABLE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*+,-./:;=?@[]^_{}~"
_BEYOND = 0xA1
_FOLDED_AT = 10_000
_SURROGATES, _AFTER_SURROGATES = 0xD800, 0xE000


def sign(place: int) -> str:
    """The sign of the value at a place; ValueError past a million of different values."""
    if place < len(_READABLE):
        return _READABLE[place]
    code = _BEYOND + place - len(_READABLE)
    return chr(code if code < _SURROGATES else code + _AFTER_SURROGATES - _SURROGATES)


def place_of(one: str) -> int:
    """The place whose sign this is."""
    code = ord(one)
    if code < _BEYOND:
        return _READABLE.index(one)
    if code >= _AFTER_SURROGATES:
        code -= _AFTER_SURROGATES - _SURROGATES
    return code - _BEYOND + len(_READABLE)


@dataclass(frozen=True, slots=True)
class Column(Generic[Value]):
    """`values` are the different ones in the order of their signs; `signs` is the column."""

    values: tuple[Value, ...]
    signs: str

    def __len__(self) -> int:
        return len(self.signs)

    def __iter__(self) -> Iterator[Value]:
        return map(self.meanings().__getitem__, self.signs)

    def meanings(self) -> dict[str, Value]:
        """The value of every sign."""
        return {sign(place): value for place, value in enumerate(self.values)}

    def counts(self) -> dict[Value, int]:
        """How often each value is there."""
        meanings = self.meanings()
        return {meanings[one]: count for one, count in Counter(self.signs).items()}

    def picked(self, rows: Iterable[int]) -> Column[Value]:
        """The values of some rows, and no others."""
        signs = "".join(map(self.signs.__getitem__, rows))
        kept = dict.fromkeys(signs)
        anew = {ord(one): sign(place) for place, one in enumerate(kept)}
        return Column(tuple(self.values[place_of(one)] for one in kept), signs.translate(anew))

    def to_json(self, told: Callable[[Value], Any]) -> dict[str, Any]:
        """The column as a plain object; `told` makes JSON of one value."""
        return {"of": [told(value) for value in self.values], "signs": self.signs}

    @staticmethod
    def from_json(data: Mapping[str, Any], read: Callable[[Any], Value]) -> Column[Value]:
        """The column that `to_json` wrote."""
        return Column(tuple(map(read, data["of"])), data["signs"])


class _Signs(dict[Value, str]):
    """Signs by value; a new value gets the next one."""

    def __missing__(self, value: Value) -> str:
        self[value] = sign(len(self))
        return self[value]


@dataclass(slots=True)
class ColumnWriter(Generic[Value]):
    """A column while it grows."""

    _known: _Signs[Value] = field(default_factory=_Signs)
    _pieces: list[str] = field(default_factory=list)
    _lately: list[str] = field(default_factory=list)

    def sign_of(self, value: Value) -> str:
        """The sign the column has for a value."""
        return self._known[value]

    def extend(self, values: Iterable[Value]) -> None:
        """Add values."""
        self.extend_signs(map(self._known.__getitem__, values))

    def extend_signs(self, signs: Iterable[str]) -> None:
        """Add values by signs that `sign_of` gave."""
        self._lately.extend(signs)
        if len(self._lately) > _FOLDED_AT:
            self._fold()

    def done(self) -> Column[Value]:
        """The column so far."""
        self._fold()
        return Column(tuple(self._known), "".join(self._pieces))

    def _fold(self) -> None:
        self._pieces.append("".join(self._lately))
        self._lately.clear()
