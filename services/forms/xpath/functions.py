"""OpenRosa and XPath 1.0 functions on single values (https://getodk.github.io/xforms-spec)."""

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from services.forms.xpath.atoms import Atom, date_of, to_boolean, to_number, to_string
from services.forms.xpath.dates import format_date, time_fraction
from services.forms.xpath.scope import Scope


class Function(NamedTuple):
    """How many arguments a function takes (most may be None: any number) and what it does."""

    least: int
    most: int | None
    call: Callable[..., Atom]


_REGEX_SUBJECT = 4096
_PIECES = re.compile(r"(\\p\{\w+\}|\\.|\[|\])")
_LETTERS = {
    r"\p{L}": r"a-zA-Z\u00aa-\u02af\u0370-\u1fff",
    r"\p{Lu}": r"A-Z\u00c0-\u00de\u0400-\u042f",
    r"\p{Ll}": r"a-z\u00df-\u00ff\u0430-\u045f",
    r"\p{N}": r"\d",
    r"\p{IsCyrillic}": r"\u0400-\u04ff",
}


@lru_cache(maxsize=256)
def pattern_of(source: str) -> re.Pattern[str]:
    """Return the compiled pattern; raises re.error. Java's letter classes are understood."""
    pieces: list[str] = []
    in_class = False
    for piece in _PIECES.split(source):
        letters = _LETTERS.get(piece)
        if letters is None:
            pieces.append(piece)
            in_class = piece == "[" or (in_class and piece != "]")
        else:
            pieces.append(letters if in_class else f"[{letters}]")
    return re.compile("".join(pieces))


def _matches(_: Scope, text: Atom, pattern: Atom) -> bool:
    try:
        compiled = pattern_of(to_string(pattern))
    except re.error:
        return False
    return compiled.fullmatch(to_string(text)[:_REGEX_SUBJECT]) is not None


def _selected(_: Scope, chosen: Atom, name: Atom) -> bool:
    return to_string(name).strip() in to_string(chosen).split()


def _selected_at(_: Scope, chosen: Atom, index: Atom) -> str:
    return _at(to_string(chosen).split(), to_number(index))


def _at(items: list[str], index: float) -> str:
    return items[int(index)] if 0 <= index < len(items) else ""


def _substr(_: Scope, text: Atom, start: Atom, end: Atom = math.inf) -> str:
    whole = to_string(text)
    return whole[_index(to_number(start), len(whole)) : _index(to_number(end), len(whole))]


def _index(number: float, length: int) -> int | None:
    if math.isnan(number):
        return 0
    return int(max(-length, min(length, number)))


def _substring(_: Scope, text: Atom, start: Atom, length: Atom = math.inf) -> str:
    """Characters whose place is >= round(start) and < round(start) + round(length), as XPath."""
    first = _rounded(to_number(start))
    end = first + _rounded(to_number(length))
    return "".join(
        letter for place, letter in enumerate(to_string(text), start=1) if first <= place < end
    )


def _before(_: Scope, text: Atom, mark: Atom) -> str:
    head, found, _tail = to_string(text).partition(to_string(mark) or "\0")
    return head if found else ""


def _after(_: Scope, text: Atom, mark: Atom) -> str:
    if not to_string(mark):
        return to_string(text)
    return to_string(text).partition(to_string(mark))[2]


def _translate(_: Scope, text: Atom, old: Atom, new: Atom) -> str:
    table: dict[int, str | None] = {}
    replacement = to_string(new)
    for place, letter in enumerate(to_string(old)):
        table.setdefault(ord(letter), replacement[place] if place < len(replacement) else None)
    return to_string(text).translate(table)


def _rounded(number: float) -> float:
    return number if math.isnan(number) or math.isinf(number) else float(math.floor(number + 0.5))


def _round(_: Scope, value: Atom, places: Atom = 0.0) -> float:
    number, digits = to_number(value), to_number(places)
    if not digits or math.isnan(digits) or not math.isfinite(number):
        return _rounded(number)
    scale = 10.0 ** max(-15, min(15, int(digits)))
    scaled = _rounded(number * scale) / scale
    return scaled if math.isfinite(scaled) else number


def _whole(_: Scope, value: Atom) -> float:
    number = to_number(value)
    return float(math.trunc(number)) if math.isfinite(number) else number


def _floor(_: Scope, value: Atom) -> float:
    number = to_number(value)
    return float(math.floor(number)) if math.isfinite(number) else number


def _ceiling(_: Scope, value: Atom) -> float:
    number = to_number(value)
    return float(math.ceil(number)) if math.isfinite(number) else number


def _date(_: Scope, value: Atom) -> str:
    return date_of(to_number(value))


def _choice_name(scope: Scope, name: Atom, field: Atom) -> str:
    return scope.choice_label(to_string(field), to_string(name))


def _math(function: Callable[..., float]) -> Callable[..., float]:
    def call(_: Scope, *values: Atom) -> float:
        try:
            return float(function(*map(to_number, values)))
        except (ValueError, ZeroDivisionError):
            return math.nan
        except OverflowError:
            return math.inf

    return call


FUNCTIONS: dict[str, Function] = {
    "true": Function(0, 0, lambda _: True),
    "false": Function(0, 0, lambda _: False),
    "not": Function(1, 1, lambda _, value: not to_boolean(value)),
    "boolean": Function(1, 1, lambda _, value: to_boolean(value)),
    "boolean-from-string": Function(
        1, 1, lambda _, value: to_string(value).strip().lower() in {"true", "1"}
    ),
    "if": Function(3, 3, lambda _, test, one, other: one if to_boolean(test) else other),
    "string": Function(1, 1, lambda _, value: to_string(value)),
    "number": Function(1, 1, lambda _, value: to_number(value)),
    "int": Function(1, 1, _whole),
    "round": Function(1, 2, _round),
    "floor": Function(1, 1, _floor),
    "ceiling": Function(1, 1, _ceiling),
    "selected": Function(2, 2, _selected),
    "selected-at": Function(2, 2, _selected_at),
    "count-selected": Function(1, 1, lambda _, chosen: float(len(to_string(chosen).split()))),
    "jr:choice-name": Function(2, 2, _choice_name),
    "regex": Function(2, 2, _matches),
    "string-length": Function(1, 1, lambda _, text: float(len(to_string(text)))),
    "contains": Function(2, 2, lambda _, text, part: to_string(part) in to_string(text)),
    "starts-with": Function(
        2, 2, lambda _, text, part: to_string(text).startswith(to_string(part))
    ),
    "ends-with": Function(2, 2, lambda _, text, part: to_string(text).endswith(to_string(part))),
    "substr": Function(2, 3, _substr),
    "substring": Function(2, 3, _substring),
    "substring-before": Function(2, 2, _before),
    "substring-after": Function(2, 2, _after),
    "translate": Function(3, 3, _translate),
    "normalize-space": Function(1, 1, lambda _, text: " ".join(to_string(text).split())),
    "today": Function(0, 0, lambda scope: scope.today()),
    "now": Function(0, 0, lambda scope: scope.now()),
    "date": Function(1, 1, _date),
    "date-time": Function(1, 1, lambda _, value: to_string(value)),
    "decimal-date-time": Function(1, 1, lambda _, value: to_number(value)),
    "decimal-time": Function(1, 1, lambda _, value: time_fraction(to_string(value))),
    "format-date": Function(
        2, 2, lambda s, value, form: format_date(to_number(value), to_string(form), s.language)
    ),
    "format-date-time": Function(
        2, 2, lambda s, value, form: format_date(to_number(value), to_string(form), s.language)
    ),
    "once": Function(1, 1, lambda scope, value: scope.once(value)),
    "random": Function(0, 0, lambda scope: scope.random()),
    "uuid": Function(0, 1, lambda scope, *_: scope.uuid()),
    "pow": Function(2, 2, _math(math.pow)),
    "sqrt": Function(1, 1, _math(math.sqrt)),
    "abs": Function(1, 1, _math(abs)),
    "exp": Function(1, 1, _math(math.exp)),
    "exp10": Function(1, 1, _math(lambda number: math.pow(10, number))),
    "log": Function(1, 1, _math(math.log)),
    "log10": Function(1, 1, _math(math.log10)),
    "pi": Function(0, 0, lambda _: math.pi),
}
