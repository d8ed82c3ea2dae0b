"""The expression language of forms: elementpath's XPath 1.0 with OpenRosa's functions.

elementpath compares a text with a number as unequal and refuses to order texts, so the operators
are given XPath's own rules of conversion; paths, axes and predicates are elementpath's.
"""

import re
from collections.abc import Callable, Iterator
from copy import copy
from functools import lru_cache
from typing import Any, cast

from elementpath import ElementPathError, XPath1Parser, XPathContext, XPathNode, XPathToken

from services.forms.xpath.atoms import ARITHMETIC, COMPARISONS, Atom, to_boolean, to_number
from services.forms.xpath.functions import FUNCTIONS
from services.forms.xpath.scope import Scope
from services.forms.xpath.sequences import SEQUENCE_FUNCTIONS

FIELD = "f."
CURRENT = "current.question"
INSTANCE = "instance."
_REFERENCE = re.compile(r"\$\{\s*([^}\s]+)\s*\}")
_CURRENT = re.compile(r"\bcurrent\(\s*\)")
_INSTANCE = re.compile(r"\binstance\(\s*(['\"])([^'\"]+)\1\s*\)")
_PREFIX = "jr:"


class FormContext(XPathContext):
    """elementpath's context that also knows which question of a form is looked at."""

    scope: Scope


class OpenRosaParser(XPath1Parser):
    """XPath 1.0 with OpenRosa's functions; knows nothing of any one form."""

    def parse(self, source: str) -> XPathToken:
        """Return the syntax tree without evaluating constant parts beforehand."""
        if self.tokenizer is None:
            type(self).tokenizer = self.create_tokenizer(self.symbol_table)
        return super(XPath1Parser, self).parse(source)


class ExpressionError(ValueError):
    """The text is no expression of this language."""


@lru_cache(maxsize=2048)
def parsed(source: str) -> XPathToken:
    """Return the syntax tree of an expression; `${name}` becomes the variable `f.name`."""
    try:
        return OpenRosaParser().parse(rewritten(source))
    except ElementPathError as error:
        raise ExpressionError(_plain(error)) from error
    except (SyntaxError, ValueError, TypeError, RecursionError) as error:
        raise ExpressionError(str(error)) from error


def rewritten(source: str) -> str:
    """Return the expression in plain XPath: references and instances as variables."""
    text = _REFERENCE.sub(lambda match: f"${FIELD}{match[1]}", source)
    text = _CURRENT.sub(f"${CURRENT}", text)
    text = _INSTANCE.sub(lambda match: f"${INSTANCE}{match[2]}", text)
    return text.replace(_PREFIX, "").strip()


def atoms(token: XPathToken, context: XPathContext) -> list[Atom]:
    """Return what a syntax tree selects as texts, numbers and booleans."""
    return [_atom(item) for item in token.select(copy(context))]


def _atom(item: Any) -> Atom:
    if isinstance(item, XPathNode):
        return item.compat_string_value
    if isinstance(item, (bool, str)):
        return item
    return float(item)


def _first(token: XPathToken, context: XPathContext) -> Atom:
    return next(iter(atoms(token, context)), "")


def _plain(error: ElementPathError) -> str:
    return re.sub(r"^\[err:\w+\] ", "", error.message)


def _replace(symbol: str, evaluate: Callable[..., Any]) -> None:
    """Give an operator a new meaning in this parser only, keeping its syntax."""
    old = OpenRosaParser.symbol_table[symbol]
    OpenRosaParser.symbol_table[symbol] = type(
        old.__name__, (old,), {"evaluate": evaluate, "__module__": __name__}
    )


def _define(name: str, arguments: tuple[int, int | None], evaluate: Callable[..., Any]) -> None:
    OpenRosaParser.symbol_table.pop(name, None)
    nargs = 0 if arguments == (0, 0) else arguments
    OpenRosaParser.function(name, nargs=cast(Any, nargs))
    _replace(name, evaluate)


def _comparison(symbol: str) -> Callable[..., bool]:
    compare = COMPARISONS[symbol]

    def evaluate(self: XPathToken, context: XPathContext) -> bool:
        right = atoms(self[1], context)
        return any(compare(one, two) for one in atoms(self[0], context) for two in right)

    return evaluate


def _arithmetic(symbol: str) -> Callable[..., float]:
    combine = ARITHMETIC[symbol]

    def evaluate(self: XPathToken, context: XPathContext) -> float:
        if len(self) == 1:
            return (
                -to_number(_first(self[0], context))
                if symbol == "-"
                else to_number(_first(self[0], context))
            )
        return combine(_first(self[0], context), _first(self[1], context))

    return evaluate


def _and(self: XPathToken, context: XPathContext) -> bool:
    return to_boolean(_first(self[0], context)) and to_boolean(_first(self[1], context))


def _or(self: XPathToken, context: XPathContext) -> bool:
    return to_boolean(_first(self[0], context)) or to_boolean(_first(self[1], context))


def _scalar(name: str) -> Callable[..., Atom]:
    call = FUNCTIONS[name].call

    def evaluate(self: XPathToken, context: FormContext) -> Atom:
        return call(context.scope, *(_first(token, context) for token in self))

    return evaluate


def _sequence(name: str) -> Callable[..., Atom]:
    call = SEQUENCE_FUNCTIONS[name].call

    def evaluate(self: XPathToken, context: XPathContext) -> Atom:
        return call(*(atoms(token, context) for token in self))

    return evaluate


def _position(self: XPathToken, context: XPathContext) -> float:
    """With a node, its place among its brothers of the same name, as OpenRosa has it."""
    if not len(self):
        return float(context.position)
    node = next(iter(self[0].select(copy(context))), None)
    if not isinstance(node, XPathNode) or node.parent is None:
        return 1.0
    return float(_place(node, iter(node.parent)))


def _place(node: XPathNode, brothers: Iterator[XPathNode]) -> int:
    place = 0
    for brother in brothers:
        place += brother.name == node.name
        if brother is node:
            break
    return place


for _symbol in COMPARISONS:
    _replace(_symbol, _comparison(_symbol))
for _symbol in ARITHMETIC:
    _replace(_symbol, _arithmetic(_symbol))
_replace("and", _and)
_replace("or", _or)
for _name, _function in FUNCTIONS.items():
    _define(_name.removeprefix(_PREFIX), (_function.least, _function.most), _scalar(_name))
for _name, _aggregate in SEQUENCE_FUNCTIONS.items():
    _define(_name, (_aggregate.least, _aggregate.most), _sequence(_name))
_define("position", (0, 1), _position)
