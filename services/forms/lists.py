"""The choices of a form's lists, from its file or supplied when it is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from services.forms.questions import Choice
from services.forms.texts import PLAIN, Texts
from services.forms.values import text_of

SuppliedChoice: TypeAlias = Choice | Mapping[str, Any] | tuple[str, str]
"""A Choice, a pair of name and label, or a mapping with further columns for filters."""


@dataclass(frozen=True, slots=True)
class ListedChoice:
    """A choice as the list has it, its columns for filters included."""

    name: str
    label: Texts
    image: str | None
    columns: Mapping[str, str]


def indexed(choices: Iterable[ListedChoice]) -> dict[str, ListedChoice]:
    """Return choices by name, in order."""
    return {choice.name: choice for choice in choices}


def listed(raw: Mapping[str, Any]) -> ListedChoice:
    """Return a choice as the blueprint has it."""
    columns = raw.get("columns") or {"name": raw["name"]}
    return ListedChoice(raw["name"], raw.get("label", {}), raw.get("image"), columns)


def supplied(choice: SuppliedChoice) -> ListedChoice:
    """Return a choice of the caller's; every column but label and image can be filtered by."""
    if isinstance(choice, Choice):
        choice = {"name": choice.name, "label": choice.label, "image": choice.image}
    elif isinstance(choice, tuple):
        choice = {"name": choice[0], "label": choice[1]}
    label = choice.get("label", choice["name"])
    texts = label if isinstance(label, Mapping) else {PLAIN: label}
    columns = {
        key: text_of(value)
        for key, value in choice.items()
        if key not in {"label", "image"} and value is not None
    }
    return ListedChoice(
        str(choice["name"]),
        {language: [str(text)] for language, text in texts.items()},
        choice.get("image"),
        columns,
    )
