"""The order in which a form is asked, given what has been answered so far."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from services.forms.here import Rounds
from services.forms.nodes import Node
from services.forms.places import ROOT
from services.forms.questions import Kind
from services.forms.run import MISSING, MOST_ROUNDS, Missing, Run
from services.forms.values import Value


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to ask; for a repeat's node, whether another round is wanted."""

    node: Node
    rounds: Rounds
    key: str
    kind: Kind


def steps(run: Run) -> Iterator[Step]:
    """Yield everything that is relevant now, in order, asked already or not."""
    return _steps(run, run.form.top, ())


def _steps(run: Run, children: tuple[int, ...], rounds: Rounds) -> Iterator[Step]:
    for index in children:
        node = run.nodes[index]
        if (node.kind is None and not node.children) or not run.relevant(node, rounds):
            continue
        if node.kind is not None:
            yield Step(node, rounds, node.key(rounds), node.kind)
        elif node.role == "group":
            yield from _steps(run, node.children, rounds)
        else:
            yield from _repeat(run, node, rounds)


def _repeat(run: Run, node: Node, rounds: Rounds) -> Iterator[Step]:
    number = run.rounds(node, rounds)
    base = node.key(rounds)
    for one in range(1, number + 1):
        yield from _steps(run, node.children, (*rounds, one))
        if node.count is None and one < MOST_ROUNDS:
            yield Step(node, rounds, f"{base}[{one + 1}]", Kind.AGAIN)


def answer_at(run: Run, step: Step) -> Value | Missing:
    """Return the answer to a step that still stands, None when it was skipped."""
    if step.kind is Kind.AGAIN:
        return run.answers.get(step.key, MISSING)
    return run.standing(step.node, step.rounds)


def pending(run: Run, step: Step) -> bool:
    """Return whether the step must be asked: no answer stands, and there is one to give."""
    if not isinstance(answer_at(run, step), Missing):
        return False
    if step.node.list is None or step.kind is Kind.AGAIN:
        return True
    return next(run.choices(step.node, step.rounds), None) is not None


def current_step(run: Run) -> tuple[Step | None, int]:
    """Return what to ask now and how many questions come before it, notes not counted."""
    before = 0
    first: Step | None = None
    place = 0
    for step in steps(run):
        if step.key == run.state.asking:
            return step, before
        if first is None and pending(run, step):
            first, place = step, before
            if run.state.asking is None:
                break
        before += step.kind is not Kind.NOTE
    return first, place if first is not None else before


def previous_steps(run: Run) -> list[Step]:
    """Return the steps to take back for the question before: it, and notes after it."""
    at, _ = current_step(run)
    before: list[Step] = []
    for step in steps(run):
        if at is not None and step.key == at.key:
            break
        before.append(step)
    taken: list[Step] = []
    while before:
        taken.append(before.pop())
        if taken[-1].kind is not Kind.NOTE:
            return taken
    return []


def remaining(run: Run, step: Step) -> int:
    """Estimate the questions after this one: half of those that may become relevant count."""
    total, open_nodes = 0.0, {step.node.index} if step.kind is not Kind.AGAIN else set()
    for node in run.form.questions:
        rounds = (1,) * node.depth
        if node.index <= step.node.index and node.index not in open_nodes:
            continue
        if run.relevant(node, rounds):
            if isinstance(run.standing(node, rounds), Missing):
                open_nodes.add(node.index)
                total += node.index != step.node.index
        elif node.undecided & open_nodes:
            total += 0.5
    return math.ceil(total)


def place_of(run: Run, path: str) -> Step | None:
    """Return the step with this full path, or the one whose field has this name."""
    named: Step | None = None
    for step in steps(run):
        if step.key == path:
            return step
        if named is None and step.kind is not Kind.AGAIN and step.node.name == path:
            named = step
    return named


def everything(run: Run, parent: int = ROOT, rounds: Rounds = ()) -> Iterator[tuple[Node, Rounds]]:
    """Yield all relevant fields, hidden and calculated ones included, with their rounds."""
    for index in run.form.top if parent == ROOT else run.nodes[parent].children:
        node = run.nodes[index]
        if not run.relevant(node, rounds):
            continue
        if node.role == "repeat":
            for number in range(1, run.rounds(node, rounds) + 1):
                yield from everything(run, index, (*rounds, number))
        elif node.role == "group":
            yield from everything(run, index, rounds)
        else:
            yield node, rounds
