"""Entities by UTF-16 offsets: trimming with the text, and those found in plain text."""

import re
from itertools import pairwise

from sandbox.wire import Json

Marked = tuple[str, list[Json]]

_BLANKS = " \t\r\n\v\f\u00a0\u200b"
_OPAQUE = frozenset({"pre", "code", "text_link", "text_mention"})
_FOUND = re.compile(
    r"(?P<email>(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?![\w-]))"
    r"|(?P<url>(?:https?|ftp|tg|ton)://[^\s<>\"]+|(?<![\w@./-])(?:www\.[^\s<>\"]+"
    r"|(?:[\w-]+\.)+(?:com|org|net|ru|su|me|io|dev|info|edu|gov|eu|app|online|site)"
    r"(?![\w.-])(?:[/?#][^\s<>\"]*)?))"
    r"|(?P<bot_command>(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w))"
    r"|(?P<hashtag>(?<![\w#])#(?=\w*[^\W\d])\w{1,256})"
    r"|(?P<cashtag>(?<![\w$])\$(?:[A-Z]{1,8})(?!\w))"
    r"|(?P<phone_number>(?<![\w+])\+\d[\d() -]{8,17}\d(?!\w))"
)
_HINTS = re.compile(r"[/@#$+.]")
_URL_TAIL = ".,:;!?'\")]}\u00bb"


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, the measure of entities."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le")) // 2


def trim(text: str, entities: list[Json]) -> Marked:
    """Without blanks at the ends; entities follow, empty ones vanish."""
    kept = text.strip(_BLANKS)
    if not entities:
        return kept, entities
    start = utf16_length(text[: len(text) - len(text.lstrip(_BLANKS))])
    end = utf16_length(kept)
    moved = (_clip(entity, start, end) for entity in entities)
    return kept, in_order([entity for entity in moved if entity["length"] > 0])


def fit(text: str, entities: list[Json]) -> list[Json]:
    """Given entities as far as they lie within the text."""
    clipped = (_clip(entity, 0, utf16_length(text)) for entity in entities)
    return [entity for entity in clipped if entity["length"] > 0]


def _clip(entity: Json, start: int, end: int) -> Json:
    first = max(entity["offset"] - start, 0)
    last = min(entity["offset"] - start + entity["length"], end)
    return {**entity, "offset": first, "length": last - first}


def in_order(entities: list[Json]) -> list[Json]:
    """Outer before inner, left before right."""
    return sorted(entities, key=lambda one: (one["offset"], -one["length"]))


def detect(text: str, entities: list[Json]) -> list[Json]:
    """The entities and, outside links and code, the commands, links and names in the text."""
    if not _HINTS.search(text):
        return entities
    found = [_found(match) for match in _FOUND.finditer(text)]
    if not found:
        return entities
    _to_utf16(text, found)
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _OPAQUE]
    free = [one for one in found if not _touches(one, taken)]
    return in_order(entities + free)


def _found(match: re.Match[str]) -> Json:
    kind = match.lastgroup or ""
    words = match.group()
    if kind == "url":
        words = words.rstrip(_URL_TAIL)
    return {"type": kind, "offset": match.start(), "length": len(words)}


def _to_utf16(text: str, found: list[Json]) -> None:
    if text.isascii():
        return
    units = 0
    ends = [0] + [one["offset"] for one in found]
    for one, (before, start) in zip(found, pairwise(ends), strict=True):
        units += utf16_length(text[before:start])
        one["length"] = utf16_length(text[start : start + one["length"]])
        one["offset"] = units


def _touches(one: Json, taken: list[tuple[int, int]]) -> bool:
    start, end = one["offset"], one["offset"] + one["length"]
    return any(start < last and end > first for first, last in taken)
