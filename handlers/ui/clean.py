"""Text that people send, made fit to keep and to show: no controls, no tricks with direction."""

from __future__ import annotations

import re
import unicodedata

from handlers.ui.characters import reach, whole_sign_before

LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, lone surrogates, direction overrides and isolates, what takes no width (except the
# joiners that emoji and scripts need), noncharacters.
UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ud800-\udfff\u200b\u202a-\u202e"
    "\u2060-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
)
BLANK_LINES = re.compile(r"\n{3,}")
SPACES = re.compile(r"\s+")
FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"


def clean_text(text: str, *, limit: int = 4000) -> str:
    """Clean a message of several lines; `limit` is in UTF-16 units, the rest is cut off."""
    text = UNWANTED.sub("", LINE_BREAKS.sub("\n", text))
    lines = [line.rstrip() for line in unicodedata.normalize("NFC", text).split("\n")]
    return _capped(BLANK_LINES.sub("\n\n", "\n".join(lines)).strip(), limit)


def clean_line(text: str, *, limit: int = 200) -> str:
    """Clean a name or a title: one line, single spaces; `limit` is in UTF-16 units."""
    text = UNWANTED.sub("", LINE_BREAKS.sub("\n", text))
    text = SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()
    return _capped(text, limit)


def isolated(text: str) -> str:
    """Keep the direction of a person's words from turning the text around them, in groups."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def _capped(text: str, limit: int) -> str:
    end = reach(text, 0, limit)
    if end == len(text):
        return text
    return text[: whole_sign_before(text, 0, end)].rstrip()
