"""«Thank you» and stickers: a reaction on the message, no words, and nothing is reopened."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from pathlib import Path

from handlers.ui.context import Context
from handlers.ui.outcome import PASS, Outcome, React
from handlers.ui.routes import Routes
from services import feedback

routes = Routes()

WORDS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
THANKS, BESIDE = frozenset(WORDS["thanks"]), frozenset(WORDS["beside"])
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 80
STEM = 4
HEART, THUMB = "\u2764", "\U0001f44d"


@routes.text
def thanked(context: Context) -> Outcome:
    """React where somebody who was helped says thanks."""
    wordless = is_wordless(context)
    if context.message_id is None or not (wordless or words_of(context.text) & THANKS):
        return PASS
    helpers = feedback.helpers_of(context.work)
    if not helpers or not (wordless or is_thanks(context.text, helpers)):
        return PASS
    context.act(React(context.message_id, HEART if context.text else THUMB))
    return None


def words_of(text: str) -> set[str]:
    """The words of a text in small letters."""
    return {word.casefold() for word in WORD.findall(text)}


def is_thanks(text: str, helpers: Collection[str] = ()) -> bool:
    """Whether a text is thanks, maybe by name, and nothing else."""
    words = words_of(text)
    # Names come in any case of the language: their beginnings stay the same.
    names = {word[:STEM].casefold() for name in helpers for word in WORD.findall(name)}
    others = {word for word in words - THANKS - BESIDE if word[:STEM] not in names}
    return len(text) <= LONGEST and bool(words & THANKS) and not others


def is_wordless(context: Context) -> bool:
    """Whether it is a sticker, or signs without a word."""
    if context.sticker:
        return True
    signs = context.text
    return bool(signs) and context.file is None and not any(sign.isalnum() for sign in signs)
