"""Telegram's old Markdown: no nesting, five marks, a link."""

import re

from sandbox.markup.entities import Marked, utf16_length
from sandbox.refusals import RefusalError, cannot_parse_entities
from sandbox.wire import Json

_KINDS = {"_": "italic", "*": "bold", "`": "code", "```": "pre", "[": "text_link"}
_MARK = re.compile(r"\\[_*`\[]|```|[_*`\[]")
_LANGUAGE = re.compile(r"([^\s`]*)\n")


def parse(source: str) -> Marked:
    """Plain text and entities, or a refusal in Telegram's words."""
    text = ""
    entities: list[Json] = []
    at = 0
    while (mark := _MARK.search(source, at)) is not None:
        text += source[at : mark.start()]
        if mark.group().startswith("\\"):
            text += mark.group()[1]
            at = mark.end()
            continue
        words, extra, at = _read(source, mark)
        length = utf16_length(words)
        if length and extra is not None:
            kind = _KINDS[mark.group()]
            entities.append({"type": kind, "offset": utf16_length(text), "length": length} | extra)
        text += words
    return text + source[at:], entities


def _read(source: str, mark: re.Match[str]) -> tuple[str, Json | None, int]:
    start, kind = mark.end(), mark.group()
    closing = "]" if kind == "[" else kind
    extra: Json = {}
    if kind == "```" and (language := _LANGUAGE.match(source, start)) is not None:
        start = language.end()
        extra = {"language": language.group(1)} if language.group(1) else {}
    end = source.find(closing, start)
    if end < 0:
        raise _no_end(source, mark.start())
    words, end = source[start:end], end + len(closing)
    if kind != "[":
        return words, extra, end
    if source[end : end + 1] != "(":
        return words, None, end
    close = source.find(")", end)
    if close < 0:
        raise _no_end(source, mark.start())
    return words, {"url": source[end + 1 : close]}, close + 1


def _no_end(source: str, at: int) -> RefusalError:
    offset = len(source[:at].encode())
    return cannot_parse_entities(f"Can't find end of the entity starting at byte offset {offset}")
