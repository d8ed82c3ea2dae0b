"""Telegram's HTML read the strict way: what the real server would refuse raises here."""

import re
from html import unescape

TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "code", "pre", "a"}
TAGS |= {"blockquote", "tg-spoiler", "tg-emoji"}
TOKEN = re.compile(r"<(/?)([^\s<>/]+)((?:\s[^<>]*)?)>|([<&])|([^<&]+)")
REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


class RefusedHtml(AssertionError):
    """Telegram would answer: can't parse entities."""


def read(html: str) -> str:
    """Give the visible text; RefusedHtml on anything Telegram would not take."""
    visible = []
    open_tags: list[str] = []
    position = 0
    while position < len(html):
        reference = REFERENCE.match(html, position)
        found = reference or TOKEN.match(html, position)
        assert found is not None
        position = found.end()
        if reference:
            visible.append(unescape(reference[0]))
        elif found[2]:
            _tag(found[2], bool(found[1]), open_tags)
        elif found[4]:
            raise RefusedHtml(f"bare {found[4]} in {html!r}")
        else:
            visible.append(found[5])
    if open_tags:
        raise RefusedHtml(f"not closed: {open_tags}")
    return "".join(visible)


def _tag(name: str, closing: bool, open_tags: list[str]) -> None:
    if name not in TAGS:
        raise RefusedHtml(f"unknown tag {name}")
    if not closing:
        open_tags.append(name)
    elif not open_tags or open_tags.pop() != name:
        raise RefusedHtml(f"unexpected </{name}>")
