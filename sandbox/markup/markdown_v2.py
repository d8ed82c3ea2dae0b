"""Telegram's MarkdownV2, with its reserved characters and errors by byte offset."""

import re
from dataclasses import dataclass, field

from sandbox.markup.entities import Marked, utf16_length
from sandbox.markup.links import link, special
from sandbox.refusals import RefusalError, cannot_parse_entities
from sandbox.wire import Json

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_TICK = frozenset("`")
_LANGUAGE = re.compile(r"([^\s`]+)(?:\r\n|\n\r|\r|\n|(?=\s))")
_LINE_END = re.compile(r"\r\n|\n\r|\r|\n")
_NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
}
_MARKS = {
    "bold": "*",
    "italic": "_",
    "underline": "__",
    "strikethrough": "~",
    "spoiler": "||",
    "code": "`",
    "pre": "```",
    "text_link": "]",
    "custom_emoji": "]",
}
_STARTS = {
    "*": "bold",
    "__": "underline",
    "_": "italic",
    "~": "strikethrough",
    "||": "spoiler",
    "```": "pre",
    "`": "code",
    "![": "custom_emoji",
    "[": "text_link",
}


@dataclass(slots=True)
class _Open:
    kind: str
    at: int
    offset: int
    text_at: int
    language: str = ""


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0
    text: list[str] = field(default_factory=list)
    length: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)
    quote: int | None = None

    def error(self, words: str, at: int) -> RefusalError:
        """A refusal that names the byte offset."""
        return cannot_parse_entities(f"{words} {len(self.source[:at].encode())}")

    def add(self, letter: str) -> None:
        """Append a letter of plain text."""
        self.text.append(letter)
        self.length += utf16_length(letter)

    def starts(self, mark: str) -> bool:
        """Whether the mark stands here."""
        return self.source.startswith(mark, self.at)


def parse(source: str) -> Marked:
    """Plain text and entities, or a refusal in Telegram's words."""
    reader = _Reader(source)
    while reader.at < len(source):
        _read_letter(reader)
    _end_quote(reader)
    if reader.opened:
        left = reader.opened[-1]
        name = "PreCode" if left.language else _NAMES[left.kind]
        words = f"Can't find end of {name} entity at byte offset"
        raise reader.error(words, left.at)
    return "".join(reader.text), reader.entities


def _read_letter(reader: _Reader) -> None:
    letter = reader.source[reader.at]
    following = reader.source[reader.at + 1 : reader.at + 2]
    inner = reader.opened[-1] if reader.opened else None
    if letter == "\\" and following and following < "\x7f":
        reader.add(following)
        reader.at += 2
    elif inner is not None and _ends(reader, inner):
        _close(reader, reader.opened.pop())
    elif letter not in _reserved_in(inner):
        _plain(reader, letter)
    else:
        _open(reader, letter)


def _reserved_in(inner: _Open | None) -> frozenset[str]:
    return _RESERVED if inner is None or inner.kind not in ("code", "pre") else _TICK


def _plain(reader: _Reader, letter: str) -> None:
    reader.add(letter)
    reader.at += 1
    if letter == "\n" and not reader.starts(">"):
        _end_quote(reader)
    elif letter == "\n" and reader.quote is not None:
        reader.at += 1


def _end_quote(reader: _Reader) -> None:
    if reader.quote is None:
        return
    offset, reader.quote = reader.quote, None
    length = reader.length - offset
    kind = "blockquote"
    if reader.text[-2:] == ["|", "|"]:
        kind, length = "expandable_blockquote", length - 2
        del reader.text[-2:]
        reader.length -= 2
    reader.entities.append({"type": kind, "offset": offset, "length": length})


def _ends(reader: _Reader, inner: _Open) -> bool:
    mark = _MARKS[inner.kind]
    if inner.kind == "italic":
        return reader.starts("_") and not reader.starts("__")
    return reader.starts(mark)


def _open(reader: _Reader, letter: str) -> None:
    if letter == ">" and (reader.at == 0 or reader.source[reader.at - 1] == "\n"):
        reader.quote = reader.length
        reader.at += 1
        return
    if _closes_expandable(reader):
        reader.text += ["|", "|"]
        reader.length += 2
        reader.at += 2
        return
    mark = next((mark for mark in _STARTS if reader.starts(mark)), None)
    if mark is None:
        words = f"Character '{letter}' is reserved and must be escaped with the preceding '\\'"
        raise cannot_parse_entities(words)
    opened = _Open(_STARTS[mark], reader.at, reader.length, len(reader.text))
    reader.at += len(mark)
    if opened.kind == "pre":
        _read_language(reader, opened)
    reader.opened.append(opened)


def _closes_expandable(reader: _Reader) -> bool:
    if reader.quote is None or not reader.starts("||"):
        return False
    return reader.at + 2 == len(reader.source) or reader.source[reader.at + 2] == "\n"


def _read_language(reader: _Reader, opened: _Open) -> None:
    found = _LANGUAGE.match(reader.source, reader.at)
    if found is not None:
        opened.language = found.group(1)
        reader.at = found.end()
    elif (line_end := _LINE_END.match(reader.source, reader.at)) is not None:
        reader.at = line_end.end()


def _close(reader: _Reader, opened: _Open) -> None:
    reader.at += len(_MARKS[opened.kind])
    length = reader.length - opened.offset
    entity: Json | None = {"type": opened.kind, "offset": opened.offset, "length": length}
    if opened.kind in ("text_link", "custom_emoji"):
        entity = _addressed(reader, opened, entity or {})
    elif opened.language and entity:
        entity["language"] = opened.language
    if entity is not None and length > 0:
        reader.entities.append(entity)


def _addressed(reader: _Reader, opened: _Open, entity: Json) -> Json | None:
    if opened.kind == "custom_emoji":
        if not reader.starts("("):
            raise cannot_parse_entities("The entity must contain a tg://emoji or tg://time URL")
        return special(entity, _read_address(reader))
    url = _read_address(reader) if reader.starts("(") else ""
    return link(entity, url, "".join(reader.text[opened.text_at :]))


def _read_address(reader: _Reader) -> str:
    start = reader.at
    reader.at += 1
    letters: list[str] = []
    while reader.at < len(reader.source) and not reader.starts(")"):
        if reader.starts("\\") and reader.at + 1 < len(reader.source):
            reader.at += 1
        letters.append(reader.source[reader.at])
        reader.at += 1
    if reader.at >= len(reader.source):
        raise reader.error("Can't find end of a URL at byte offset", start)
    reader.at += 1
    return "".join(letters)
