"""The forms there are, by name; some leave lists open that only the asker knows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from services.forms import Form, load_form

FORMS = Path(__file__).resolve().parents[2] / "forms" / "ru"

Lists = Mapping[str, Any]


def _path(name: str) -> Path:
    if not name.isidentifier():
        raise ValueError(f"not the name of a form: {name!r}")
    return FORMS / f"{name}.md"


def form_named(name: str, lists: Lists | None = None) -> Form:
    """The form of this name, with the lists that its file leaves open."""
    form = load_form(_path(name))
    return form.with_choices(lists) if lists else form


def preload() -> None:
    """Read every form once, before the first person asks for one."""
    for path in sorted(FORMS.glob("*.md")):
        load_form(path)


def as_json(lists: Lists | None) -> dict[str, Any]:
    """Choices as JSON: (name, label) pairs or mappings."""
    return {
        name: [
            dict(one) if isinstance(one, Mapping) else {"name": str(one[0]), "label": str(one[1])}
            for one in given
        ]
        for name, given in (lists or {}).items()
    }
