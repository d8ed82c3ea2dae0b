"""Lists that count from one, each for itself."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from services.papers.word.elements import element

_TWENTIETHS_PER_CM = 567
_HANGING = 0.75
"""Centimetres from the number to the words."""


def new_list(made: Document) -> int:
    """A list of its own; the id its paragraphs refer to."""
    root = made.part.numbering_part.element
    abstract = _pattern(root)
    number = 1 + max((_id(one, "numId") for one in root.findall(qn("w:num"))), default=0)
    entry = element("num", numId=number)
    entry.append(element("abstractNumId", val=abstract))
    override = element("lvlOverride", ilvl=0)
    override.append(element("startOverride", val=1))
    entry.append(override)
    root.append(entry)
    return number


def begin(made: Document) -> None:
    """Leave one pattern of lists: the sample's own are for slides."""
    root = made.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    root.append(_decimal())


def number_properties(list_id: int) -> BaseOxmlElement:
    """What makes a paragraph an item of the list."""
    found = element("numPr")
    found.append(element("ilvl", val=0))
    found.append(element("numId", val=list_id))
    return found


def _pattern(root: BaseOxmlElement) -> int:
    return _id(root.findall(qn("w:abstractNum"))[0], "abstractNumId")


def _decimal() -> BaseOxmlElement:
    abstract = element("abstractNum", abstractNumId=1)
    abstract.append(element("multiLevelType", val="singleLevel"))
    level = element("lvl", ilvl=0)
    level.append(element("start", val=1))
    level.append(element("numFmt", val="decimal"))
    level.append(element("lvlText", val="%1."))
    level.append(element("lvlJc", val="left"))
    place = element("pPr")
    width = round(_HANGING * _TWENTIETHS_PER_CM)
    place.append(element("ind", left=width, hanging=width))
    level.append(place)
    abstract.append(level)
    return abstract


def _id(one: BaseOxmlElement, name: str) -> int:
    return int(one.get(qn(f"w:{name}")) or 0)
