"""What of HTML a text file may contain: Telegram's tags, balanced, and escaped characters."""

from __future__ import annotations

import re

TAGS = frozenset(
    ("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "code", "pre", "a")
) | {"blockquote", "tg-spoiler", "tg-emoji"}
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>")
_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


def has_markup(text: str) -> bool:
    """Tell whether a text reads differently as HTML and as plain text."""
    return "<" in text or "&" in text


def markup_mistakes(text: str) -> list[str]:
    """List what Telegram would refuse in this piece of HTML."""
    mistakes = []
    open_tags: list[str] = []
    for closing, name, _ in _TAG.findall(text):
        if name not in TAGS:
            mistakes.append(f"Telegram knows no tag {name}")
        elif not closing:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            mistakes.append(f"the tag {name} is closed and was not open")
    mistakes += [f"the tag {name} is not closed" for name in open_tags]
    bare = _TAG.sub("", _REFERENCE.sub("", text))
    if "<" in bare or "&" in bare:
        mistakes.append("a bare < or &")
    return mistakes
