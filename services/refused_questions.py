"""Questions we refuse on principle: figures of teachers, classes, schools in rows, quotas."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

CATALOGUE = Path(__file__).resolve().parents[1] / "catalogues" / "refused_questions.toml"
LONGEST = 160
"""A longer text is a story, not a question of this kind."""

Words = dict[str, tuple[str, ...]]


def asked_for(text: str) -> str | None:
    """What is asked that is refused (teachers, classes, schools, quotas); None for the rest."""
    if not text or len(text) > LONGEST:
        return None
    said = _plain(text)
    return next((name for name, words in _rules().items() if _meant(said, words)), None)


def _meant(said: str, words: Words) -> bool:
    if any(phrase in said for phrase in words["phrases"]):
        return True
    return all(any(word in said for word in words[name]) for name in ("whom", "about"))


@cache
def _rules() -> dict[str, Words]:
    table = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    return {
        name: {kind: tuple(map(_plain, found)) for kind, found in words.items()}
        for name, words in table.items()
    }


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\u0451", "\u0435").split())
