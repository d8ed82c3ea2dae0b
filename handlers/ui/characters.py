"""Characters as Telegram counts them and as people see them: UTF-16 units and whole signs."""

from __future__ import annotations

import unicodedata

ZERO_WIDTH_JOINER = "\u200d"
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAG_LETTERS = range(0xE0020, 0xE0080)


def utf16_length(text: str) -> int:
    """Count the UTF-16 units of a text: two for each sign above U+FFFF."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def reach(text: str, start: int, units: int) -> int:
    """Give the furthest index such that text[start:index] has at most so many UTF-16 units."""
    end = min(len(text), start + units)
    excess = utf16_length(text[start:end]) - units
    while excess > 0:
        # One character is at most two units, so this never gives back more than needed.
        end -= (excess + 1) // 2
        excess = utf16_length(text[start:end]) - units
    return end


def whole_sign_before(text: str, start: int, end: int) -> int:
    """Move `end` back, staying after `start`, until no visible sign is torn there.

    A single sign longer than the whole stretch is torn all the same.
    """
    cut = end
    while start < cut < len(text) and _belongs_together(text, cut):
        cut -= 1
    return cut if cut > start else end


def _belongs_together(text: str, cut: int) -> bool:
    """Tell whether the characters on both sides of `cut` make one sign."""
    before, after = text[cut - 1], text[cut]
    if before == "\r" and after == "\n":
        return True
    if ZERO_WIDTH_JOINER in (before, after) or _extends(after):
        return True
    return ord(after) in _FLAG_LETTERS and _flag_letters_before(text, cut) % 2 == 1


def _extends(character: str) -> bool:
    code = ord(character)
    if code < 0x300:
        return False
    if code in _SKIN_TONES or code in _TAG_LETTERS:
        return True
    return unicodedata.category(character).startswith("M")


def _flag_letters_before(text: str, cut: int) -> int:
    first = cut
    while first > 0 and ord(text[first - 1]) in _FLAG_LETTERS:
        first -= 1
    return cut - first
