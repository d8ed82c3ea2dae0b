"""Words that several screens of results share: titles, troubles with their cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from handlers.ui.texts import Markup, Texts
from services.previews import Trouble
from services.studies import Title
from services.subjects import subject

Say = Callable[[str, Mapping[str, Any]], str]


def title_line(title: Title, texts: Texts, *, short: bool = False) -> str:
    """What a study is called, as plain words."""
    return texts.label(
        "results-title-short" if short else "results-title",
        exam=title.exam,
        own="yes" if title.occasion else "no",
        occasion=title.occasion,
        year=title.year,
        subject=subject(title.subject).name(texts.language),
        grade=title.grade,
    )


def trouble_line(trouble: Trouble, texts: Texts) -> Markup:
    """One oddity with the address of its cell."""
    words = Markup(oddity(trouble.code, trouble.params, texts))
    if trouble.cell is None:
        return words
    if not trouble.sheet:
        return texts("results-at-cell", cell=trouble.cell, words=words)
    return texts("results-at-sheet-cell", sheet=trouble.sheet, cell=trouble.cell, words=words)


def oddity(code: str, params: Mapping[str, Any], texts: Texts) -> str:
    """The sentence of an oddity."""
    return _worded("results-oddity", code, params, texts)


def refusal(code: str, params: Mapping[str, Any], texts: Texts) -> str:
    """Why a file was not taken, as HTML; rows that do not count have the words of oddities."""
    name = f"results-refused-{_hyphened(code)}"
    if texts.has(name):
        return texts(name, **_given(params))
    return texts("results-refused-rows", words=Markup(oddity(code, params, texts)))


def say(texts: Texts) -> Say:
    """A speaker for codes of refusals and oddities alike, in plain words."""

    def speak(code: str, params: Mapping[str, Any]) -> str:
        names = (f"results-{kind}-{_hyphened(code)}" for kind in ("oddity", "refused"))
        known = next((name for name in names if texts.has(name)), "results-oddity-other")
        return texts.label(known, **_given(params))

    return speak


def _worded(prefix: str, code: str, params: Mapping[str, Any], texts: Texts) -> str:
    name = f"{prefix}-{_hyphened(code)}"
    if not texts.has(name):
        name = f"{prefix}-other"
    return texts(name, **_given(params))


def _given(params: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments: lists of words in one line, what is unknown under a name of its own."""
    given: dict[str, Any] = {"value": "", "count": 0, "extension": "", "format": "", "task": ""}
    for name, value in params.items():
        if isinstance(value, list | tuple):
            given[name] = ", ".join(str(item) for item in value)
        elif value is not None:
            given[name] = value
    return given


def _hyphened(code: str) -> str:
    return code.replace("_", "-")
