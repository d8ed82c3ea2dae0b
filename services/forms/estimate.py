"""How long a form takes, before anybody has filled it in."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from services.forms.nodes import Node
from services.forms.questions import Kind

_LETTERS_PER_SECOND = 20
_CHOICES_READ = 12
_SECONDS: dict[Kind, float] = {
    Kind.TEXT: 20,
    Kind.ANY: 25,
    Kind.INTEGER: 6,
    Kind.DECIMAL: 6,
    Kind.DATE: 8,
    Kind.TIME: 6,
    Kind.DATETIME: 10,
    Kind.ONE: 3,
    Kind.MANY: 7,
    Kind.RANK: 15,
    Kind.RANGE: 4,
    Kind.ACKNOWLEDGE: 2,
    Kind.IMAGE: 20,
    Kind.AUDIO: 30,
    Kind.VIDEO: 40,
    Kind.FILE: 25,
    Kind.LOCATION: 8,
}


def minutes_of(questions: Iterable[Node], blueprint: Mapping[str, Any]) -> int:
    """Return the expected minutes, at least 1: reading at 20 letters a second and answering.

    A question that may not be asked counts half.
    """
    seconds = 0.0
    for node in questions:
        choices = blueprint["lists"].get(node.list, ())[:_CHOICES_READ]
        letters = _letters(node.label) + _letters(node.hint)
        letters += sum(_letters(choice.get("label", {})) for choice in choices)
        cost = _SECONDS[node.kind or Kind.TEXT] + letters / _LETTERS_PER_SECOND
        seconds += cost / 2 if node.undecided else cost
    return max(1, math.ceil(seconds / 60 - 0.25))


def _letters(texts: Mapping[str, Any]) -> int:
    """The letters of the first language."""
    parts: list[str | int] = next(iter(texts.values()), [])
    return sum(len(part) for part in parts if isinstance(part, str))
