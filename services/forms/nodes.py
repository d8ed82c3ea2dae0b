"""The nodes of a form, ready to run: plans are Python functions, lists are indexed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from services.forms.bounds import Bounds, bounds_of
from services.forms.places import ROOT, rounds_of
from services.forms.questions import Kind
from services.forms.texts import Texts
from services.forms.xpath.running import Evaluator, Test, runner, test

_NOWHERE: Mapping[str, Any] = {}
_MAPPINGS = (
    "label",
    "hint",
    "guidance",
    "constraint_message",
    "required_message",
    "parameters",
    "media",
)


@dataclass(frozen=True, slots=True)
class Node:
    """One row of a form: a question, a group, a repeat, a hidden or calculated field.

    `path` has `{}` for every round number; `depth` is the number of repeats around the node;
    `kind` is None unless something is asked or shown.
    """

    index: int
    name: str
    role: str
    kind: Kind | None
    type: str
    path: str
    depth: int
    parent: int
    children: tuple[int, ...]
    label: Texts
    hint: Texts
    guidance: Texts
    constraint_message: Texts
    required_message: Texts
    required: Test | None
    relevant: Test | None
    constraint: Test | None
    calculate: Evaluator | None
    default_of: Evaluator | None
    default: str | None
    count: Evaluator | None
    list: str | None
    filter: Test | None
    appearance: str
    parameters: Mapping[str, str]
    media: Mapping[str, str]
    accepts: tuple[str, ...]
    preload: str | None
    bounds: Bounds
    guarded: bool
    """Whether the constraint looks at other answers, so that those may spoil this one."""
    once: bool
    undecided: frozenset[int] = field(default_factory=frozenset)
    """Questions that the relevance depends on, those of the groups around included."""

    def key(self, rounds: tuple[int, ...]) -> str:
        """Return the full path in these rounds of the repeats around."""
        return self.path.format(*rounds[: self.depth]) if self.depth else self.path


def nodes_of(raw: list[Mapping[str, Any]]) -> tuple[Node, ...]:
    """Return the runnable nodes of a blueprint's."""
    children: dict[int, list[int]] = {}
    for index, node in enumerate(raw):
        children.setdefault(node["parent"], []).append(index)
    conditions = _conditions(raw)
    return tuple(
        _node(raw, index, tuple(children.get(index, ())), conditions[index])
        for index in range(len(raw))
    )


def _node(
    raw: list[Mapping[str, Any]], index: int, children: tuple[int, ...], undecided: frozenset[int]
) -> Node:
    node = raw[index]
    role = str(node["kind"])
    kind = None if role in {"group", "repeat", "calculate", "hidden"} else Kind(role)
    constraint = node.get("constraint")
    return Node(
        index=index,
        name=node["name"],
        role=role,
        kind=kind,
        type=node.get("type", role),
        path=_path(raw, index),
        depth=len(rounds_of(raw, index)),
        parent=node["parent"],
        children=children,
        **{name: node.get(name, _NOWHERE) for name in _MAPPINGS},
        required=_test(node.get("required")),
        relevant=_test(node.get("relevant")),
        constraint=_test(constraint),
        calculate=_runner(node.get("calculate")),
        default_of=_runner(node.get("default_plan")),
        default=node.get("default"),
        count=_runner(node.get("count")),
        list=node.get("list"),
        filter=_test(node.get("filter")),
        appearance=node.get("appearance", ""),
        accepts=tuple(node.get("accepts", ())),
        preload=node.get("preload"),
        bounds=bounds_of(kind, constraint, node.get("parameters", _NOWHERE)),
        guarded=constraint is not None and bool(set(_fields(constraint)) or _walks(constraint)),
        once=role == "calculate" and _uses(node.get("calculate"), "once"),
        undecided=undecided,
    )


def _path(raw: list[Mapping[str, Any]], index: int) -> str:
    """The names from the root down; a node in a repeat has the round in braces."""
    names = [raw[index]["name"]]
    parent = raw[index]["parent"]
    while parent != ROOT:
        mark = "[{}]" if raw[parent]["kind"] == "repeat" else ""
        names.append(raw[parent]["name"] + mark)
        parent = raw[parent]["parent"]
    return "/".join(reversed(names))


def _conditions(raw: list[Mapping[str, Any]]) -> list[frozenset[int]]:
    """For every node the questions its relevance looks at, through calculations too."""
    found: list[frozenset[int]] = []
    for node in raw:
        own = _through(raw, node.get("relevant"), set())
        above = found[node["parent"]] if node["parent"] != ROOT else frozenset()
        found.append(frozenset(own) | above)
    return found


def _through(raw: list[Mapping[str, Any]], plan: Any, seen: set[int]) -> set[int]:
    for index in _fields(plan):
        if index not in seen:
            seen.add(index)
            if raw[index]["kind"] == "calculate":
                _through(raw, raw[index].get("calculate"), seen)
    return seen


def _fields(plan: Any) -> list[int]:
    if not isinstance(plan, list) or not plan:
        return []
    if plan[0] in {"f", "all"}:
        return [plan[1]]
    return [index for part in plan for index in _fields(part)]


def _walks(plan: Any) -> bool:
    return isinstance(plan, list) and bool(plan) and plan[0] == "x"


def _uses(plan: Any, function: str) -> bool:
    if not isinstance(plan, list) or not plan:
        return False
    if plan[0] == "x":
        return f"{function}(" in plan[1]
    return plan[:2] == ["fn", function] or any(_uses(part, function) for part in plan)


def _test(plan: list[Any] | None) -> Test | None:
    return None if plan is None else test(plan)


def _runner(plan: list[Any] | None) -> Evaluator | None:
    return None if plan is None else runner(plan)
