"""Long HTML cut into parts that Telegram takes, each with its tags balanced."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape

from handlers.ui.characters import reach, utf16_length, whole_sign_before
from handlers.ui.screens import TEXT_LIMIT

_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>")
# From the best place to cut to the worst; each cut falls after the match.
_PLACES = tuple(
    re.compile(pattern) for pattern in (r"\n\s*\n", r"\n", r"[.!?…][»\")]*\s+", r"[;:,]\s+", r"\s+")
)


@dataclass(slots=True)
class _Span:
    """A tag and the stretch of visible text it covers."""

    name: str
    opening: str
    start: int
    end: int = -1


def split_html(html: str, limit: int = TEXT_LIMIT, *, first: int | None = None) -> tuple[str, ...]:
    """Cut HTML into parts of at most `limit` UTF-16 units of visible text.

    Cuts after a paragraph, else a line, a sentence, a word, never within a sign; tags are closed
    and opened again. `first` is the limit of the first part, for a caption. Parts without a
    visible sign are left out: Telegram refuses them.
    """
    if utf16_length(html) <= (limit if first is None else first):
        return (html,) if _TAG.sub("", html).strip() else ()
    text, spans = parse_html(html)
    parts = []
    start = 0
    while start < len(text):
        end = _cut(text, start, limit if first is None or start else first)
        if text[start:end].strip():
            parts.append(_rebuilt(text, spans, start, end))
        start = end
    return tuple(parts)


def visible_text(html: str) -> str:
    """Give what a person sees of Telegram's HTML."""
    return parse_html(html)[0]


def parse_html(html: str) -> tuple[str, list[_Span]]:
    """Give the visible text and the spans of its tags; unbalanced tags are mended."""
    pieces: list[str] = []
    spans: list[_Span] = []
    open_spans: list[_Span] = []
    length = position = 0
    for found in _TAG.finditer(html):
        piece = unescape(html[position : found.start()])
        pieces.append(piece)
        length += len(piece)
        position = found.end()
        if found[1]:
            _close(open_spans, found[2], length)
        else:
            span = _Span(found[2], found[0], length)
            spans.append(span)
            open_spans.append(span)
    pieces.append(unescape(html[position:]))
    text = "".join(pieces)
    for span in open_spans:
        span.end = len(text)
    return text, spans


def _close(open_spans: list[_Span], name: str, position: int) -> None:
    if all(span.name != name for span in open_spans):
        return
    while open_spans:
        span = open_spans.pop()
        span.end = position
        if span.name == name:
            return


def _cut(text: str, start: int, limit: int) -> int:
    furthest = reach(text, start, limit)
    if furthest == len(text):
        return furthest
    # A part less than half full is a waste, unless the alternative is to tear a word; a part of
    # blanks alone is no part.
    blanks = furthest - len(text[start:furthest].lstrip())
    half = max(blanks, start + (furthest - start) // 2)
    for place in _PLACES:
        floor = blanks if place is _PLACES[-1] else half
        ends = [found.end() for found in place.finditer(text, start, furthest)]
        if ends and ends[-1] > floor:
            return whole_sign_before(text, start, ends[-1])
    return whole_sign_before(text, start, furthest)


def _rebuilt(text: str, spans: list[_Span], start: int, end: int) -> str:
    """Write text[start:end] as HTML with the tags that cover it."""
    covering = [span for span in spans if max(span.start, start) < min(span.end, end)]
    pieces: list[str] = []
    open_spans: list[_Span] = []
    position = start
    for span in covering:
        opens_at = max(span.start, start)
        position = _write_until(text, pieces, open_spans, position, opens_at)
        pieces.append(span.opening)
        open_spans.append(span)
    _write_until(text, pieces, open_spans, position, end)
    pieces.extend(f"</{span.name}>" for span in reversed(open_spans))
    return "".join(pieces)


def _write_until(
    text: str, pieces: list[str], open_spans: list[_Span], position: int, until: int
) -> int:
    """Write on to `until`, closing what ends on the way."""
    while open_spans and open_spans[-1].end <= until:
        span = open_spans.pop()
        pieces.append(escape(text[position : span.end], quote=False))
        pieces.append(f"</{span.name}>")
        position = span.end
    pieces.append(escape(text[position:until], quote=False))
    return until
