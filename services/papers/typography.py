"""Words that must not part at the end of a line, and signs a document cannot hold."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
_NUMBER_SIGN = re.compile(r"№ (?=\S)")
_FIGURE = re.compile(r"(?<=\d) (?=%|\w{1,2}\b)")
_INITIALS = re.compile(r"\b([^\W\d_]\.) (?=[^\W\d_]\.|[^\W\d_]{2})")
_DASH = re.compile(r" (?=[—–] )")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def unbroken(text: str) -> str:
    """The same words, with spaces that keep numbers with their units and initials together.

    Marks of a form stay as they are: their spaces mean something.
    """
    if "{{" in text or "{%" in text:
        return text
    for pattern, kept in (
        (_NUMBER_SIGN, f"№{NO_BREAK}"),
        (_FIGURE, NO_BREAK),
        (_DASH, NO_BREAK),
    ):
        text = pattern.sub(kept, text)
    return _INITIALS.sub(_kept_with_name, text)


def printable(text: str) -> str:
    """The words without signs that XML forbids; a return is a new line."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _kept_with_name(found: re.Match[str]) -> str:
    # A small letter with a stop is an abbreviation, which may end a sentence.
    return f"{found[1]}{NO_BREAK if found[1][0].isupper() else ' '}"
