"""Mistakes that show only when the whole form is known: circles, dead ends, odd choices."""

from collections.abc import Iterator, Mapping
from typing import Any

from services.forms.problems import FormProblem

_CONDITIONS = ("relevant", "calculate", "default_plan", "filter", "count", "required", "constraint")
_DRIVING = ("relevant", "calculate", "filter", "count")
_SCREEN = 550
_SILENT = {"hidden", "calculate", "group", "repeat"}


def fields_of(plan: Any) -> Iterator[int]:
    """Yield the nodes a plan looks at."""
    if not isinstance(plan, list) or not plan:
        return
    if plan[0] in {"f", "all"}:
        yield plan[1]
        return
    for part in plan:
        yield from fields_of(part)


def circles(blueprint: Mapping[str, Any]) -> Iterator[int]:
    """Yield nodes whose value or relevance depends on itself."""
    nodes = blueprint["nodes"]
    needs = [{field for name in _DRIVING for field in fields_of(node.get(name))} for node in nodes]
    for index, node in enumerate(nodes):
        if node["parent"] >= 0:
            needs[index].add(node["parent"])
    for index in range(len(nodes)):
        reached: set[int] = set()
        ahead = list(needs[index])
        while ahead:
            at = ahead.pop()
            if at not in reached:
                reached.add(at)
                ahead += needs[at]
        if index in reached:
            yield index


def later_fields(blueprint: Mapping[str, Any]) -> Iterator[tuple[int, str, int]]:
    """Yield (node, column, later node) where a condition looks at a question asked afterwards."""
    nodes = blueprint["nodes"]
    for index, node in enumerate(nodes):
        for name in ("relevant", "filter", "constraint"):
            for field in fields_of(node.get(name)):
                if field > index and nodes[field]["kind"] not in _SILENT:
                    yield index, name, field


def unknown_choices(blueprint: Mapping[str, Any]) -> Iterator[tuple[int, str, str]]:
    """Yield (node, column, name) where an answer is compared with a choice it cannot be."""
    for index, node in enumerate(blueprint["nodes"]):
        for column in _CONDITIONS:
            for field, name in _compared(node.get(column)):
                choices = blueprint["lists"].get(blueprint["nodes"][field].get("list"))
                if choices is not None and name and name not in {c["name"] for c in choices}:
                    yield index, column, name


def _compared(plan: Any) -> Iterator[tuple[int, str]]:
    match plan:
        case ["cmp", "=" | "!=", ["f", field], ["s", name]]:
            yield field, name
        case ["cmp", "=" | "!=", ["s", name], ["f", field]]:
            yield field, name
        case ["fn", "selected", ["f", field], ["s", name]]:
            yield field, name
        case list():
            for part in plan:
                yield from _compared(part)


def texts_problems(blueprint: Mapping[str, Any]) -> Iterator[tuple[int, str, str, str]]:
    """Yield (node, column, code, sentence) for labels that are missing or too long."""
    for index, node in enumerate(blueprint["nodes"]):
        asked = node["kind"] not in _SILENT
        if asked and not node.get("label") and not node.get("hint") and not node.get("media"):
            yield index, "label", "no_label", "The question has no label"
        for parts in node.get("label", {}).values():
            if sum(len(part) for part in parts if isinstance(part, str)) > _SCREEN:
                yield index, "label", "long", f"The label is longer than {_SCREEN} characters"
                break
        if asked and node.get("constraint") and not node.get("constraint_message"):
            sentence = "There is a constraint without a message"
            yield index, "constraint_message", "no_message", sentence


def problem(
    rows: Mapping[int, int], index: int, column: str, message: str, code: str, **params: str
) -> FormProblem:
    """Return a problem of a node; `rows` maps nodes to their rows."""
    return FormProblem("survey", rows.get(index), column, message, code, params)
