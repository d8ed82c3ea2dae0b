"""Fluent patterns compiled into plain functions, strict where Fluent itself is lenient.

Fluent prints a placeholder for a missing argument and cuts long values off; here both are wrong,
so the syntax tree of `fluent.syntax` is compiled by ourselves: a mistake is a TextError.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from fluent.syntax import ast

if TYPE_CHECKING:
    from handlers.ui.texts import Texts


class TextError(Exception):
    """A text that does not exist or was called with the wrong arguments."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the way it is to be written; plural forms still see the number."""

    value: int | float | Decimal
    text: str


@dataclass(slots=True)
class Scope:
    """What a pattern may use while it is formatted."""

    texts: Texts
    arguments: Mapping[str, Any]
    # Fluent lets a term be called without its parameters: the default variant answers then.
    in_term: bool = False


Part: TypeAlias = Callable[[Scope], Any]
Function: TypeAlias = Callable[..., Any]


def compile_pattern(pattern: ast.Pattern) -> str | Part:
    """Give the text itself if nothing in it varies, else a function that makes it."""
    parts = [_element(element) for element in pattern.elements]
    if all(isinstance(part, str) for part in parts):
        return "".join(str(part) for part in parts)
    makers = [_constant(part) if isinstance(part, str) else _shown(part) for part in parts]
    if len(makers) == 1:
        return makers[0]
    return lambda scope: "".join([make(scope) for make in makers])


def _element(element: ast.TextElement | ast.Placeable) -> str | Part:
    if isinstance(element, ast.TextElement):
        return element.value
    if isinstance(element.expression, ast.StringLiteral):
        return str(element.expression.parse()["value"])
    return _expression(element.expression)


def _constant(text: str) -> Part:
    return lambda _: text


def _shown(part: Part) -> Part:
    def show(scope: Scope) -> str:
        value = part(scope)
        if isinstance(value, str):
            return value
        if isinstance(value, Figure):
            return value.text
        if isinstance(value, int | float | Decimal):
            return scope.texts.figure(value)
        raise TextError(f"{type(value).__name__} needs a function that says how to show it")

    return show


def _expression(node: Any) -> Part:
    return _COMPILERS[type(node)](node)


def _string(node: ast.StringLiteral) -> Part:
    return _constant(str(node.parse()["value"]))


def _number(node: ast.NumberLiteral) -> Part:
    value = _literal_number(node)
    figure = Figure(value, node.value)
    return lambda _: figure


def _literal_number(node: ast.NumberLiteral) -> int | Decimal:
    return Decimal(node.value) if "." in node.value else int(node.value)


def _variable(node: ast.VariableReference) -> Part:
    name = node.id.name

    def read(scope: Scope) -> Any:
        value = scope.arguments.get(name)
        if value is None and not scope.in_term:
            raise TextError(f"no argument ${name}")
        return value

    return read


def _message(node: ast.MessageReference) -> Part:
    name = _full_name(node)
    return lambda scope: scope.texts.resolve(name, scope)


def _term(node: ast.TermReference) -> Part:
    name = "-" + _full_name(node)
    arguments = _named(node.arguments)

    def make(scope: Scope) -> str:
        return scope.texts.resolve(name, Scope(scope.texts, arguments, in_term=True))

    return make


def _full_name(node: ast.MessageReference | ast.TermReference) -> str:
    return f"{node.id.name}.{node.attribute.name}" if node.attribute else node.id.name


def _function(node: ast.FunctionReference) -> Part:
    name = node.id.name
    positional = [_expression(argument) for argument in node.arguments.positional]
    named = _named(node.arguments)

    def call(scope: Scope) -> Any:
        values = [value(scope) for value in positional]
        try:
            return scope.texts.functions[name](scope.texts, *values, **named)
        except (TypeError, ValueError, ArithmeticError, LookupError) as error:
            raise TextError(f"{name}(): {error}") from error

    return call


def _named(arguments: ast.CallArguments | None) -> dict[str, Any]:
    """Named arguments are literals by the grammar of Fluent, so they are known beforehand."""
    if arguments is None:
        return {}
    return {item.name.name: _literal(item.value) for item in arguments.named}


def _literal(node: ast.StringLiteral | ast.NumberLiteral) -> Any:
    if isinstance(node, ast.NumberLiteral):
        return _literal_number(node)
    return node.parse()["value"]


def _select(node: ast.SelectExpression) -> Part:
    selector = _expression(node.selector)
    variants = [(_variant_key(variant), _variant_value(variant)) for variant in node.variants]
    default = next(_variant_value(variant) for variant in node.variants if variant.default)

    def choose(scope: Scope) -> Any:
        value = selector(scope)
        if isinstance(value, Figure):
            value = value.value
        if isinstance(value, int | float | Decimal):
            return _by_number(value, variants, default, scope)(scope)
        return next((make for key, make in variants if key == value), default)(scope)

    return choose


def _by_number(
    value: float | Decimal, variants: list[tuple[Any, Part]], default: Part, scope: Scope
) -> Part:
    category = scope.texts.plural(value)
    return next((make for key, make in variants if key in (value, category)), default)


def _variant_key(variant: ast.Variant) -> str | int | Decimal:
    if isinstance(variant.key, ast.NumberLiteral):
        return _literal_number(variant.key)
    return variant.key.name


def _variant_value(variant: ast.Variant) -> Part:
    made = compile_pattern(variant.value)
    return _constant(made) if isinstance(made, str) else made


def _nested(node: ast.Placeable) -> Part:
    return _expression(node.expression)


_COMPILERS: dict[type, Callable[[Any], Part]] = {
    ast.StringLiteral: _string,
    ast.NumberLiteral: _number,
    ast.VariableReference: _variable,
    ast.MessageReference: _message,
    ast.TermReference: _term,
    ast.FunctionReference: _function,
    ast.SelectExpression: _select,
    ast.Placeable: _nested,
}
