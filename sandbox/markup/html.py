"""Telegram's HTML: a small set of tags, four named references, errors by byte offset."""

import re
from dataclasses import dataclass, field

from sandbox.markup.entities import Marked, utf16_length
from sandbox.markup.links import link, moment
from sandbox.refusals import RefusalError, cannot_parse_entities
from sandbox.wire import Json

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_SPECIAL = re.compile("[<&]")
_TAG_NAME = re.compile(r"[^\s>/=]*")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#(\d+)|([a-zA-Z]+));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_BARE_VALUE = re.compile(r"[0-9A-Za-z.\-_]*")


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    at: int
    offset: int
    text_at: int


@dataclass(slots=True)
class _Reader:
    source: str
    text: list[str] = field(default_factory=list)
    length: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def error(self, words: str, at: int) -> RefusalError:
        """A refusal that names the byte offset."""
        offset = len(self.source[:at].encode())
        return cannot_parse_entities(words.replace("{at}", str(offset)))

    def add(self, words: str) -> None:
        """Append plain text."""
        if words:
            self.text.append(words)
            self.length += utf16_length(words)

    def letter(self, at: int) -> str:
        """The letter there, empty at the end."""
        return self.source[at : at + 1]

    def skip_blanks(self, at: int) -> int:
        """The first position that is no blank."""
        while self.letter(at).isspace():
            at += 1
        return at


def parse(source: str) -> Marked:
    """Plain text and entities, or a refusal in Telegram's words."""
    reader = _Reader(source)
    at = 0
    while (special := _SPECIAL.search(source, at)) is not None:
        reader.add(source[at : special.start()])
        at = special.start()
        if special.group() == "&":
            at = _read_reference(reader, at)
        elif reader.letter(at + 1) == "/":
            at = _read_end_tag(reader, at)
        else:
            at = _read_start_tag(reader, at)
    reader.add(source[at:])
    if reader.opened:
        tag = reader.opened[-1].tag
        raise cannot_parse_entities(f'Can\'t find end tag corresponding to start tag "{tag}"')
    for entity in reader.entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return "".join(reader.text), reader.entities


def _read_reference(reader: _Reader, at: int) -> int:
    match = _REFERENCE.match(reader.source, at)
    decoded = _decode(match) if match else None
    if match is None or decoded is None:
        reader.add("&")
        return at + 1
    reader.add(decoded)
    return match.end()


def _decode(match: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED.get(name)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return None
    return chr(code)


def _read_start_tag(reader: _Reader, at: int) -> int:
    name = _TAG_NAME.match(reader.source, at + 1)
    end = name.end() if name else at + 1
    if end >= len(reader.source):
        raise reader.error("Unclosed start tag at byte offset {at}", at)
    tag = reader.source[at + 1 : end].lower()
    if tag not in _TYPES:
        raise reader.error(f'Unsupported start tag "{tag}" at byte offset {{at}}', at)
    attributes, end = _read_attributes(reader, tag, at, end)
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise reader.error('Tag "span" must have class "tg-spoiler" at byte offset {at}', at)
    reader.opened.append(_Open(tag, attributes, at, reader.length, len(reader.text)))
    return end


def _read_attributes(reader: _Reader, tag: str, start: int, at: int) -> tuple[dict[str, str], int]:
    attributes: dict[str, str] = {}
    while (at := reader.skip_blanks(at)) < len(reader.source):
        if reader.letter(at) == ">":
            return attributes, at + 1
        name = _TAG_NAME.match(reader.source, at)
        if name is None or not name.group():
            words = f'Empty attribute name in the tag "{tag}" at byte offset {{at}}'
            raise reader.error(words, start)
        at = reader.skip_blanks(name.end())
        if reader.letter(at) == "=":
            value, at = _read_value(reader, tag, start, reader.skip_blanks(at + 1))
        else:
            value = ""
        attributes[name.group().lower()] = value
    raise reader.error(f'Unclosed start tag "{tag}" at byte offset {{at}}', start)


def _read_value(reader: _Reader, tag: str, start: int, at: int) -> tuple[str, int]:
    quote = reader.letter(at)
    if not quote:
        raise reader.error(f'Unclosed start tag "{tag}" at byte offset {{at}}', start)
    if quote not in ("'", '"'):
        bare = _BARE_VALUE.match(reader.source, at)
        end = bare.end() if bare else at
        if not reader.letter(end).isspace() and reader.letter(end) != ">":
            raise reader.error("Unexpected end of name token at byte offset {at}", at)
        return reader.source[at:end], end
    end = reader.source.find(quote, at + 1)
    if end < 0:
        raise reader.error("Unclosed start tag at byte offset {at}", start)
    raw = reader.source[at + 1 : end]
    return _REFERENCE.sub(lambda match: _decode(match) or match.group(), raw), end + 1


def _read_end_tag(reader: _Reader, at: int) -> int:
    if not reader.opened:
        raise reader.error("Unexpected end tag at byte offset {at}", at)
    name = re.compile(r"[^\s>]*").match(reader.source, at + 2)
    end = name.end() if name else at + 2
    tag = reader.source[at + 2 : end].lower()
    end = reader.skip_blanks(end)
    if reader.letter(end) != ">":
        raise reader.error("Unclosed end tag at byte offset {at}", at)
    opened = reader.opened.pop()
    if tag and tag != opened.tag:
        words = f'expected "</{opened.tag}>", found "</{tag}>"'
        raise reader.error(f"Unmatched end tag at byte offset {{at}}, {words}", at)
    _close(reader, opened)
    return end + 1


def _close(reader: _Reader, opened: _Open) -> None:
    length = reader.length - opened.offset
    if length <= 0:
        return
    entity: Json = {"type": _TYPES[opened.tag], "offset": opened.offset, "length": length}
    attributes = opened.attributes
    if opened.tag == "a":
        words = "".join(reader.text[opened.text_at :])
        linked = link(entity, attributes.get("href", ""), words)
        reader.entities += [linked] if linked else []
        return
    if opened.tag in ("pre", "code") and _joins_code(reader, entity, attributes):
        return
    if opened.tag == "tg-emoji":
        entity["custom_emoji_id"] = attributes.get("emoji-id", "")
    elif opened.tag == "tg-time":
        entity = moment(entity, attributes.get("unix", ""), attributes.get("format", ""))
    elif opened.tag == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    reader.entities.append(entity)


def _joins_code(reader: _Reader, entity: Json, attributes: dict[str, str]) -> bool:
    """Make one block of code of <pre> and <code class="language-x"> around the same words."""
    language = attributes.get("class", "").removeprefix("language-")
    if entity["type"] == "code" and language and language != attributes["class"]:
        entity["language"] = language
    inner = reader.entities[-1] if reader.entities else {}
    same = (inner.get("offset"), inner.get("length")) == (entity["offset"], entity["length"])
    pair = {inner.get("type"), entity["type"]} == {"pre", "code"}
    language = inner.get("language") or entity.get("language", "")
    if not (same and pair and language):
        return False
    inner |= {"type": "pre", "language": language}
    return True
