"""From a syntax tree to a plan: nested lists that JSON can keep and Python can run.

| plan | means |
|---|---|
| `["s", text]`, `["n", number]` | a constant |
| `["f", i]`, `["all", i]` | the answer to node i; its answers in all rounds of a repeat |
| `["."]`, `["col", name]`, `["pos", depth]` | the answer at hand; a choice's column; the round |
| `["and"\\|"or", a, b]`, `["neg", a]` | logic; unary minus |
| `["cmp"\\|"ar", operator, a, b]` | comparison; arithmetic |
| `["fn"\\|"seq", name, …]` | a function on single values; on many |
| `["x", source]` | anything else: elementpath walks the answers as XML |
"""

from typing import Any, Protocol, TypeAlias

from elementpath import XPathFunction, XPathToken

from services.forms.xpath.atoms import ARITHMETIC, COMPARISONS
from services.forms.xpath.functions import FUNCTIONS
from services.forms.xpath.grammar import CURRENT, FIELD, parsed
from services.forms.xpath.sequences import SEQUENCE_FUNCTIONS

Plan: TypeAlias = list[Any]

_LITERALS = {"(string)": "s", "(integer)": "n", "(decimal)": "n", "(float)": "n"}
_PREFIXED = {name.removeprefix("jr:"): name for name in FUNCTIONS}


class Names(Protocol):
    """How names of one form are found from the place an expression stands at."""

    def field(self, name: str) -> int | None:
        """Return the node that `${name}` means."""

    def step(self, steps: list[str]) -> int | None:
        """Return the node a simple path leads to; the first step is `/`, `.` or `..`."""

    def many(self, index: int) -> bool:
        """Return whether the node has several values as seen from here."""

    def round_depth(self, index: int) -> int | None:
        """Return how deep the repeat that node i is stands here, 1 the outermost."""

    def column(self, name: str) -> bool:
        """Return whether a bare name is a column of the choices being filtered."""


class _Untranslatable(Exception):
    """This part needs the tree of answers."""


def plan(source: str, names: Names) -> Plan:
    """Return the plan of an expression; raises ExpressionError on a mistake in it."""
    tree = parsed(source)
    try:
        return _plan(tree, names)
    except _Untranslatable:
        return ["x", source]


def _plan(token: XPathToken, names: Names) -> Plan:
    symbol = token.symbol
    if symbol in _LITERALS:
        value = token.value
        return ["s", value] if symbol == "(string)" else ["n", float(str(value))]
    if symbol == "(":
        return _plan(token[0], names)
    if symbol in {"and", "or"}:
        return [symbol, _plan(token[0], names), _plan(token[1], names)]
    if symbol in COMPARISONS:
        return ["cmp", symbol, _plan(token[0], names), _plan(token[1], names)]
    if symbol in ARITHMETIC and len(token):
        return _arithmetic(token, names)
    if isinstance(token, XPathFunction):
        return _function(token, names)
    return _place(token, names)


def _arithmetic(token: XPathToken, names: Names) -> Plan:
    first = _plan(token[0], names)
    if len(token) == 2:
        return ["ar", token.symbol, first, _plan(token[1], names)]
    return ["neg", first] if token.symbol == "-" else ["fn", "number", first]


def _function(token: XPathToken, names: Names) -> Plan:
    name = token.symbol
    if name == "position":
        return _position(token, names)
    if name == "choice-name":
        return ["fn", "jr:choice-name", _plan(token[0], names), _field_name(token[1])]
    arguments = [_plan(argument, names) for argument in token]
    if name in SEQUENCE_FUNCTIONS:
        return ["seq", name, *arguments]
    if name in _PREFIXED:
        return ["fn", _PREFIXED[name], *arguments]
    raise _Untranslatable


def _field_name(token: XPathToken) -> Plan:
    """The field of jr:choice-name is written with or without quotes."""
    if token.symbol not in {"(string)", "$"}:
        raise _Untranslatable
    return ["s", str(token.value).strip().removeprefix("$").removeprefix(FIELD)]


def _position(token: XPathToken, names: Names) -> Plan:
    if len(token) != 1:
        raise _Untranslatable
    index = names.step(_steps(token[0]))
    depth = None if index is None else names.round_depth(index)
    if depth is None:
        raise _Untranslatable
    return ["pos", depth]


def _place(token: XPathToken, names: Names) -> Plan:
    if token.symbol == ".":
        return ["."]
    if token.symbol == "(name)" and names.column(str(token.value)):
        return ["col", str(token.value)]
    index = _node(token, names)
    if index is None:
        raise _Untranslatable
    return ["all" if names.many(index) else "f", index]


def _node(token: XPathToken, names: Names) -> int | None:
    if token.symbol == "$" and str(token.value).startswith(FIELD):
        return names.field(str(token.value).removeprefix(FIELD))
    return names.step(_steps(token))


def _steps(token: XPathToken) -> list[str]:
    """The names of a path without predicates, axes and wildcards, e.g. `["..", "age"]`."""
    if token.symbol == "/" and len(token) == 1:
        return ["/", *_steps(token[0])]
    if token.symbol == "/" and len(token) == 2:
        return [*_steps(token[0]), *_steps(token[1])]
    if token.symbol in {".", ".."}:
        return [token.symbol]
    if token.symbol == "(name)":
        return [str(token.value)]
    if token.symbol == "$" and token.value == CURRENT:
        return ["current"]
    raise _Untranslatable
