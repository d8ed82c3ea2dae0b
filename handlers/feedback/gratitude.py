"""«Thank you» and stickers: a reaction on the message, no words, and nothing is reopened."""

from __future__ import annotations

import re
import tomllib
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
HEART, THUMB = "\u2764", "\U0001f44d"


@routes.text
def thanked(context: Context) -> Outcome:
    """React where somebody who was helped says thanks."""
    if not is_thanks(context.text) and not is_wordless(context):
        return PASS
    if context.message_id is None or not feedback.has_been_helped(context.work):
        return PASS
    context.act(React(context.message_id, HEART if context.text else THUMB))
    return None


def is_thanks(text: str) -> bool:
    """Whether a text is thanks and nothing else."""
    words = {word.casefold() for word in WORD.findall(text)}
    return len(text) <= LONGEST and bool(words & THANKS) and words <= THANKS | BESIDE


def is_wordless(context: Context) -> bool:
    """Whether it is a sticker, or signs without a word."""
    if context.file is not None or context.text.startswith("/"):
        return False
    return not any(sign.isalnum() for sign in context.text)
