"""From a plan to a Python function of a scope; the same rules as the grammar's, without a tree."""

from collections.abc import Callable
from typing import Any, TypeAlias

from services.forms.xpath.atoms import (
    ARITHMETIC,
    COMPARISONS,
    Atom,
    to_boolean,
    to_number,
    to_string,
)
from services.forms.xpath.functions import FUNCTIONS
from services.forms.xpath.scope import Scope
from services.forms.xpath.sequences import SEQUENCE_FUNCTIONS

Evaluator: TypeAlias = Callable[[Scope], Atom]
Test: TypeAlias = Callable[[Scope], bool]
Gather: TypeAlias = Callable[[Scope], list[Atom]]

_BOOLEAN = {"and", "or", "cmp"}
_BOOLEAN_FUNCTIONS = {
    "true",
    "false",
    "not",
    "boolean",
    "boolean-from-string",
    "selected",
    "regex",
    "contains",
    "starts-with",
    "ends-with",
}


def runner(plan: list[Any]) -> Evaluator:
    """Return the function that computes a plan's value."""
    return _RUNNERS[plan[0]](plan)


def test(plan: list[Any]) -> Test:
    """Return the function that says whether a plan's value counts as true."""
    run = runner(plan)
    if plan[0] in _BOOLEAN or (plan[0] == "fn" and plan[1] in _BOOLEAN_FUNCTIONS):
        return run  # type: ignore[return-value]  # these plans give booleans by construction
    return lambda scope: to_boolean(run(scope))


def gather(plan: list[Any]) -> Gather:
    """Return the function that computes all values of a plan, one unless it is a repeat's."""
    if plan[0] == "all":
        index = plan[1]
        return lambda scope: list(scope.texts(index))
    run = runner(plan)
    return lambda scope: [run(scope)]


def _constant(plan: list[Any]) -> Evaluator:
    value = plan[1]
    return lambda _: value


def _field(plan: list[Any]) -> Evaluator:
    index = plan[1]
    return lambda scope: scope.text(index)


def _first(plan: list[Any]) -> Evaluator:
    index = plan[1]
    return lambda scope: next(iter(scope.texts(index)), "")


def _column(plan: list[Any]) -> Evaluator:
    name = plan[1]
    return lambda scope: scope.column(name)


def _position(plan: list[Any]) -> Evaluator:
    depth = plan[1]
    return lambda scope: float(scope.position(depth))


def _path(plan: list[Any]) -> Evaluator:
    source = plan[1]
    return lambda scope: scope.path(source)


def _and(plan: list[Any]) -> Evaluator:
    left, right = test(plan[1]), test(plan[2])
    return lambda scope: left(scope) and right(scope)


def _or(plan: list[Any]) -> Evaluator:
    left, right = test(plan[1]), test(plan[2])
    return lambda scope: left(scope) or right(scope)


def _negative(plan: list[Any]) -> Evaluator:
    run = runner(plan[1])
    return lambda scope: -to_number(run(scope))


def _arithmetic(plan: list[Any]) -> Evaluator:
    combine, left, right = ARITHMETIC[plan[1]], runner(plan[2]), runner(plan[3])
    return lambda scope: combine(left(scope), right(scope))


def _comparison(plan: list[Any]) -> Evaluator:
    if (quick := _text_equality(plan)) is not None:
        return quick
    compare = COMPARISONS[plan[1]]
    if "all" in {plan[2][0], plan[3][0]}:
        many, others = gather(plan[2]), gather(plan[3])
        return lambda scope: any(compare(one, two) for one in many(scope) for two in others(scope))
    left, right = runner(plan[2]), runner(plan[3])
    return lambda scope: compare(left(scope), right(scope))


def _text_equality(plan: list[Any]) -> Evaluator | None:
    """An answer against a constant text, by far the most frequent comparison."""
    if plan[1] not in {"=", "!="} or plan[3][0] != "s" or plan[2][0] not in {"f", "col", "."}:
        return None
    left, constant = runner(plan[2]), plan[3][1]
    if plan[1] == "=":
        return lambda scope: left(scope) == constant
    return lambda scope: left(scope) != constant


def _function(plan: list[Any]) -> Evaluator:
    name, arguments = plan[1], plan[2:]
    if name == "selected" and arguments[1][0] == "s":
        return _selected(arguments)
    call, runs = FUNCTIONS[name].call, [runner(argument) for argument in arguments]
    if len(runs) == 1:
        only = runs[0]
        return lambda scope: call(scope, only(scope))
    if len(runs) == 2:
        first, second = runs
        return lambda scope: call(scope, first(scope), second(scope))
    return lambda scope: call(scope, *[run(scope) for run in runs])


def _selected(arguments: list[list[Any]]) -> Evaluator:
    run, name = runner(arguments[0]), arguments[1][1].strip()
    return lambda scope: name in to_string(run(scope)).split()


def _sequence(plan: list[Any]) -> Evaluator:
    call, gathers = SEQUENCE_FUNCTIONS[plan[1]].call, [gather(part) for part in plan[2:]]
    return lambda scope: call(*[collect(scope) for collect in gathers])


_RUNNERS: dict[str, Callable[[list[Any]], Evaluator]] = {
    "s": _constant,
    "n": _constant,
    "f": _field,
    "all": _first,
    ".": lambda _: lambda scope: scope.dot(),
    "col": _column,
    "pos": _position,
    "x": _path,
    "and": _and,
    "or": _or,
    "neg": _negative,
    "ar": _arithmetic,
    "cmp": _comparison,
    "fn": _function,
    "seq": _sequence,
}
