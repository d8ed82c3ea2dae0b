"""How the areas of a decision are worded, in a length that leaves room for the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.results.group_screen import shortened
from handlers.ui.layout import SCREEN_LIMIT
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.decisions import ItemView

LENGTHS = (300, 160, 110, 80, 60, 48, 40, 32, 24, 16)
"""Skills and measures are cut to the first of these that lets the words fit one screen."""

SHORTEST_MEASURE, SHORTEST_OWNER = 32, 24
"""Cut shorter than that they say nothing: they are left out where so many areas stand."""


def fitted(words: Callable[[int], Sequence[str]], limit: int = SCREEN_LIMIT) -> str:
    """The lines with the longest pieces that fit; `words` takes how long a piece may be."""
    text = ""
    for length in LENGTHS:
        text = "\n".join(filter(None, words(length)))
        if len(visible_text(text)) <= limit:
            break
    return text


def skill_of(item: ItemView, texts: Texts, length: int) -> str:
    """The skill in words; without a catalogue the task's number stands for it."""
    return shortened(item.skill or texts.label("summary-task", code=item.code), length)


def place_of(item: ItemView, texts: Texts) -> str:
    """Which task it is and of what level, in brackets; the number not twice."""
    if not item.skill:
        return "" if item.level is None else texts.label("summary-level", level=item.level)
    if item.level is None:
        return texts.label("summary-number", code=item.code)
    return texts.label("summary-number-level", code=item.code, level=item.level)


def plan_lines(item: ItemView, texts: Texts, length: int) -> list[Markup]:
    """Measure, owner and day of an area in the plan, each in a line of its own."""
    lines = []
    if item.measure:
        lines.append(texts("decision-measure", words=shortened(item.measure, length)))
    if item.owner:
        lines.append(texts("decision-owner", words=shortened(item.owner, length)))
    if item.due_on is not None:
        lines.append(texts("decision-due", day=item.due_on))
    return lines


def area_line(number: int, item: ItemView, texts: Texts, length: int) -> Markup:
    """An area and what was decided about it, in a line."""
    said = [texts.label("decision-choice", choice=item.choice)]
    if item.due_on is not None:
        said.append(texts.label("decision-until", day=item.due_on))
    if item.owner and length >= SHORTEST_OWNER:
        said.append(shortened(item.owner, length))
    line = texts(
        "decision-area-line",
        number=number,
        skill=skill_of(item, texts, length),
        said=", ".join(said),
    )
    return Markup(line + _went(item, texts))


def measure_line(item: ItemView, texts: Texts, length: int) -> str:
    """The measure alone, in small letters below its area."""
    if not item.measure or length < SHORTEST_MEASURE:
        return ""
    return texts("decision-measure-alone", words=shortened(item.measure, length))


def _went(item: ItemView, texts: Texts) -> str:
    """What became of it, if anybody has said."""
    if item.outcome is None:
        return ""
    if item.moved_to is not None:
        return texts("decision-moved-to", day=item.moved_to)
    return texts("decision-went", outcome=item.outcome)
