"""Texts of a form in its languages, with places where earlier answers are filled in."""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

Parts: TypeAlias = list[str | int]
Texts: TypeAlias = Mapping[str, Parts]

PLAIN = "default"
"""The language of a form that names none."""

WORDS: Mapping[str, Mapping[str, str]] = tomllib.loads(
    (Path(__file__).parent / "words.toml").read_text(encoding="utf-8")
)
"""What is not said in the forms themselves, see words.toml."""

_CODE = re.compile(r"\(\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*\)\s*$")
_REFERENCE = re.compile(r"\$\{\s*([^}\s]+)\s*\}")


def language_code(name: str) -> str:
    """Return the code of a language's name, in brackets or well known, else the name itself."""
    match = _CODE.search(name)
    return match[1].lower() if match else WORDS["names"].get(name.strip().lower(), name)


def texts_of(raw: Any, field: Callable[[str], int | None], default: str) -> dict[str, Parts]:
    """Return the texts by language code; `field` finds the node that `${name}` means."""
    if raw is None:
        return {}
    by_language = raw if isinstance(raw, dict) else {default: raw}
    return {
        language_code(str(language)): _parts(str(text), field)
        for language, text in by_language.items()
        if text not in (None, "", "-")
    }


def _parts(text: str, field: Callable[[str], int | None]) -> Parts:
    parts: Parts = []
    for place, piece in enumerate(_REFERENCE.split(text)):
        found = field(piece) if place % 2 else None
        if found is not None:
            parts.append(found)
        elif piece:
            parts.append(f"${{{piece}}}" if place % 2 else piece)
    return parts


def in_language(texts: Texts, language: str, default: str) -> Parts:
    """Return the text in the language, else in the form's first one, else in any."""
    if language in texts:
        return texts[language]
    if default in texts:
        return texts[default]
    return next(iter(texts.values()), [])
