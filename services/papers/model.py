"""A paper as data: what stands on its pages, in order, in no format yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path


class Align(StrEnum):
    """How lines lie between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words in one face."""

    text: str
    bold: bool = False
    italic: bool = False


Words = tuple[Span, ...]
Said = str | Words
"""Words of one face may be given as a plain string."""


def spans(said: Said) -> Words:
    """The words as spans, whichever way they were given."""
    return (Span(said),) if isinstance(said, str) else said


@dataclass(frozen=True, slots=True)
class Title:
    """What the paper is called: centred, bold."""

    said: Said


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a part; `level` is 1 or 2."""

    said: Said
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words; `indent` is the first line's."""

    said: Said
    align: Align = Align.BOTH
    indent: bool = True
    small: bool = False
    """Whether it is a note, in the size of tables."""
    leads: bool = False
    """Whether it leads to what follows and stays on its page."""


@dataclass(frozen=True, slots=True)
class Ends:
    """One line with words at both margins: the day on the left, the number on the right."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list that counts from 1; each item may have lines of its own below."""

    items: tuple[tuple[Said, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is repeated on every page; `widths` are in centimetres."""

    header: tuple[str, ...]
    rows: tuple[tuple[Said, ...], ...]
    widths: tuple[float, ...]
    aligns: tuple[Align, ...] = ()
    caption: str = ""

    def __post_init__(self) -> None:
        columns = len(self.header)
        if len(self.widths) != columns or any(len(row) != columns for row in self.rows):
            raise ValueError("a table's rows and widths do not match its header")


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG of our own store; `described` is read to those who do not see it."""

    file: Path
    described: str
    caption: str
    width: float = 14.0
    height: float = 17.0
    """Centimetres; at most, its proportions are kept."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A field to be filled in by hand: the label, then a ruled line and `lines` - 1 more."""

    label: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign: whose, the rule for the hand, the name if it is known."""

    role: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign; `hand` and `name` stand in small letters under the rules."""

    lines: tuple[Signature, ...]
    hand: str
    name: str


Block = Title | Heading | Paragraph | Ends | Numbered | Table | Picture | Blank | Signatures


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper; `subject` and `made_on` are its properties, not printed.

    A `wide` one lies on its side.
    """

    title: str
    made_on: date
    blocks: tuple[Block, ...] = field(default=())
    subject: str = ""
    language: str = "ru-RU"
    wide: bool = False
