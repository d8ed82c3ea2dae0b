"""Keys under papers: what the section that had a paper written offers with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.ui.buttons import Key
from handlers.ui.texts import Texts
from services.papers import PaperReady

KeysOf = Callable[[PaperReady, Texts], Sequence[Key]]

_under: list[KeysOf] = []


def under_papers(keys: KeysOf) -> KeysOf:
    """Let another section put its keys under papers it had written; each in a row of its own."""
    _under.append(keys)
    return keys


def keys_under(paper: PaperReady, texts: Texts) -> tuple[Key, ...]:
    """What is offered with a paper, by all sections."""
    return tuple(key for keys_of in _under for key in keys_of(paper, texts))
