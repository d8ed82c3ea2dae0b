"""The sheet Russian offices write on: A4, margins 3, 1.5, 2, 2 cm, the page's number on top."""

from __future__ import annotations

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Length

from services.papers.word.elements import element, page_number

_OF_THE_SAMPLE = ("thumbnail", "extended-properties", "stylesWithEffects", "customXml")
_WORD_URI, _MODERN_MODE = "http://schemas.microsoft.com/office/word", 15
WIDTH, HEIGHT = 21.0, 29.7
LEFT, RIGHT, TOP, BOTTOM = 3.0, 1.5, 2.0, 2.0
"""All in centimetres, of an upright sheet; turned to the left it keeps its bound edge, on top."""


def blank_sheet(*, wide: bool = False) -> Document:
    """A document without words, its page set up."""
    made = docx.Document()
    _forget_the_sample(made)
    _be_modern(made)
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    width, height = (HEIGHT, WIDTH) if wide else (WIDTH, HEIGHT)
    left, right, top, bottom = (BOTTOM, TOP, LEFT, RIGHT) if wide else (LEFT, RIGHT, TOP, BOTTOM)
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin, section.right_margin = Cm(left), Cm(right)
    section.top_margin, section.bottom_margin = Cm(top), Cm(bottom)
    section.header_distance = section.footer_distance = Cm(1)
    # The first page of a paper bears no number.
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    page_number(head.add_run())
    return made


def text_width(made: Document) -> float:
    """How wide the lines of a document are, in centimetres."""
    section = made.sections[0]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        raise ValueError("the page has not been set up")
    return float(Length(page - left - right).cm)


def _be_modern(made: Document) -> None:
    """Without this Word opens a document in the mode of twenty years ago."""
    settings = made.settings.element
    modern = element("compatSetting", name="compatibilityMode", uri=_WORD_URI, val=_MODERN_MODE)
    for compat in settings.findall(qn("w:compat")):
        for old in compat.findall(qn("w:compatSetting")):
            compat.remove(old)
        compat.append(modern)


def _forget_the_sample(made: Document) -> None:
    """Leave out what the library's sample tells of itself: a picture, a program, older styles."""
    for relations in (made.part.package.rels, made.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in _OF_THE_SAMPLE:
                relations.pop(key)
