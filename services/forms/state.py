"""Where a person is in a form: everything that must survive between two answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from services.forms.values import Value, from_jsonable, to_jsonable


@dataclass(frozen=True, slots=True)
class FormState:
    """Answers by full path, and what was known before; a skipped question has None.

    `drafts` are answers taken back, offered again; `asking` is a question being asked anew;
    `fixed` holds values calculated once; `today` is the day (or moment) of the last answer.
    """

    form: str
    version: str
    answers: Mapping[str, Value] = field(default_factory=dict)
    known: Mapping[str, Value] = field(default_factory=dict)
    drafts: Mapping[str, Value] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    asking: str | None = None
    today: str = ""
    seed: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return a small JSON object that `from_json` reads back into an equal state."""
        parts: dict[str, Any] = {"form": self.form, "version": self.version}
        for name in ("answers", "known", "drafts"):
            values: Mapping[str, Value] = getattr(self, name)
            if values:
                parts[name] = {path: to_jsonable(value) for path, value in values.items()}
        if self.fixed:
            parts["fixed"] = dict(self.fixed)
        for name in ("asking", "today", "seed"):
            if plain := getattr(self, name):
                parts[name] = plain
        return parts

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> "FormState":
        """Return the state that `to_json` wrote."""
        parts = dict(raw)
        for name in ("answers", "known", "drafts"):
            if name in parts:
                parts[name] = {path: from_jsonable(value) for path, value in parts[name].items()}
        return cls(**parts)
