"""What a filled form says: values for programs, lines for people."""

from math import isnan

from services.forms.questions import Kind, SummaryLine
from services.forms.run import Missing, Run
from services.forms.values import FileAnswer, Message, Value
from services.forms.walk import answer_at, everything, steps
from services.forms.xpath.atoms import Atom


def values(run: Run) -> dict[str, Value]:
    """Return answers and calculated values by field name, by full path inside repeats.

    A field whose name is used twice goes by its full path; what is empty is left out.
    """
    found: dict[str, Value] = {}
    for node, rounds in everything(run):
        value: Value | Missing
        if node.kind is None:
            known = run.state.known.get(node.name)
            value = known if known is not None else _plain(run.calculated(node, rounds))
        else:
            value = run.standing(node, rounds)
        if value is None or value == "" or isinstance(value, Missing):
            continue
        simple = node.depth == 0 and run.form.by_name(node.name) is node
        found[node.name if simple else node.key(rounds)] = value
    return found


def summary(run: Run) -> list[SummaryLine]:
    """Return a line for every question asked, notes and further rounds apart."""
    lines = []
    for step in steps(run):
        value = answer_at(run, step)
        if step.kind in {Kind.NOTE, Kind.AGAIN} or isinstance(value, Missing):
            continue
        label = run.fill(run.local(step.node.label), step.rounds)
        shown = _shown(run, step.node.index, step.rounds, value)
        lines.append(SummaryLine(step.key, label, shown, value, step.kind))
    return lines


def _shown(run: Run, index: int, rounds: tuple[int, ...], value: Value) -> str:
    if isinstance(value, FileAnswer):
        return value.name or ""
    if isinstance(value, Message):
        return value.text or ""
    return run.shown(index, rounds)


def _plain(value: Atom) -> Value:
    """Whole numbers as int; not-a-number as nothing."""
    if isinstance(value, float):
        if isnan(value):
            return None
        return int(value) if value.is_integer() else value
    return value
