"""How difficulties are called: the labels of the form, in the language of whoever reads."""

from __future__ import annotations

from services.dialogs import form_named
from services.forms import Form

FORM = "difficulty"
UNSPOKEN_GROUP = "other"
"""The group of what was said freely, without choosing one."""
OWN_TOPIC = "other"
"""The item of those who name the topic in their own words."""


def subject_label(key: str | None, language: str) -> str:
    """A subject's name, empty for none."""
    return _label("subjects", key, language)


def group_label(key: str, language: str) -> str:
    """A group's name, empty for what was said freely."""
    return _label("groups", key, language)


def item_label(key: str, language: str) -> str:
    """An item's name, empty for a topic in one's own words."""
    return "" if key == OWN_TOPIC else _label("items", key, language)


def groups() -> tuple[str, ...]:
    """All groups, in the form's order, and the free one last."""
    return (*_form().list_index("groups"), UNSPOKEN_GROUP)


def _label(name: str, key: str | None, language: str) -> str:
    choice = _form().list_index(name).get(key or "")
    if choice is None:
        return ""
    texts = choice.label
    parts = texts.get(language) or texts.get(_form().default_language) or next(iter(texts.values()))
    return "".join(part for part in parts if isinstance(part, str))


def _form() -> Form:
    return form_named(FORM)
