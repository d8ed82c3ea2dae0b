"""The faces of a paper: one serif in two sizes, headings that are headings, one table."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from services.papers.word.elements import element, only

FACE = "Times New Roman"
BODY, SMALL, HEAD, TINY = 14, 12, 11, 9
"""Points."""
INDENT = 1.25
"""Centimetres."""
_KEPT = frozenset(
    ("Normal", "Header", "Title", "Heading 1", "Heading 2", "Caption", "List Number", "Table Grid")
) | {"Default Paragraph Font", "Normal Table", "No List"}
_FACES = ("ascii", "hAnsi", "cs", "eastAsia")
_AFTER_LANGUAGE = ("w:eastAsianLayout", "w:specVanish", "w:oMath")
_AFTER_FONTS = ("w:b", "w:i", "w:color", "w:sz", "w:szCs", "w:lang", *_AFTER_LANGUAGE)


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph style looks; sizes and spaces in points, `indent` in centimetres."""

    name: str
    size: int = BODY
    bold: bool = False
    italic: bool = False
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
    indent: float = 0.0
    before: int = 0
    after: int = 0
    line: float = 1.0
    with_next: bool = False
    based_on: str = "Normal"


CELL, HEAD_CELL, NOTE, BODY_TEXT, HINT = "Cell", "Cell Head", "Note", "Paper Text", "Under Rule"
_LOOKS = (
    Look("Title", bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, after=6, with_next=True),
    Look("Heading 1", bold=True, before=12, after=6, with_next=True),
    Look("Heading 2", bold=True, italic=True, before=6, after=3, with_next=True),
    Look(BODY_TEXT, align=WD_ALIGN_PARAGRAPH.JUSTIFY, line=1.15, after=3),
    Look("List Number", align=WD_ALIGN_PARAGRAPH.JUSTIFY, line=1.15, after=3),
    Look("Caption", size=SMALL, align=WD_ALIGN_PARAGRAPH.CENTER, before=3, after=9),
    Look(NOTE, size=SMALL, align=WD_ALIGN_PARAGRAPH.JUSTIFY, after=3),
    Look(CELL, size=SMALL),
    Look(HEAD_CELL, size=HEAD, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, based_on=CELL),
    Look(HINT, size=TINY, align=WD_ALIGN_PARAGRAPH.CENTER),
    Look("Header", size=SMALL, align=WD_ALIGN_PARAGRAPH.CENTER),
)


def dress(made: Document, language: str) -> None:
    """Give the document its styles and its language."""
    _strip(made)
    normal = made.styles["Normal"]
    if not isinstance(normal, ParagraphStyle):
        raise TypeError("the sample has no normal style")
    _paint(normal, Look("Normal"))
    for look in _LOOKS:
        _paint(_style(made, look), look)
    _speak(made, language)


def _strip(made: Document) -> None:
    """Leave only what papers use: the sample has a hundred styles in the colours of slides."""
    root = made.styles.element
    for style in list(root.findall(qn("w:style"))):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if name.lower() not in {kept.lower() for kept in _KEPT}:
            root.remove(style)
    for latent in root.findall(qn("w:latentStyles")):
        root.remove(latent)


def _style(made: Document, look: Look) -> ParagraphStyle:
    if look.name in [one.name for one in made.styles]:
        found = made.styles[look.name]
    else:
        found = made.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        found.base_style = made.styles[look.based_on]
    if not isinstance(found, ParagraphStyle):
        raise TypeError(f"{look.name} is not a style of paragraphs")
    return found


def _paint(style: ParagraphStyle, look: Look) -> None:
    _plain(style.element)
    font, lines = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(look.size), look.bold, look.italic
    font.color.rgb = RGBColor(0, 0, 0)
    _face(style.element.get_or_add_rPr(), look.size)
    lines.alignment = look.align
    lines.space_before, lines.space_after = Pt(look.before), Pt(look.after)
    lines.line_spacing_rule = WD_LINE_SPACING.SINGLE
    lines.line_spacing = look.line
    lines.first_line_indent = Cm(look.indent)
    lines.keep_with_next = look.with_next
    lines.widow_control = True


def _plain(style: BaseOxmlElement) -> None:
    """Take the sample's rules, colours and links to other styles away, level and list stay."""
    for name in ("w:link", "w:semiHidden", "w:unhideWhenUsed"):
        for found in style.findall(qn(name)):
            style.remove(found)
    for found in style.findall(qn("w:rPr")):
        style.remove(found)
    for properties in style.findall(qn("w:pPr")):
        for child in list(properties):
            if child.tag not in (qn("w:outlineLvl"), qn("w:numPr")):
                properties.remove(child)


def _face(properties: BaseOxmlElement, size: int) -> None:
    fonts = element("rFonts", **dict.fromkeys(_FACES, FACE))
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, fonts)
    only(properties, element("szCs", val=2 * size), "w:highlight", "w:u", "w:lang")


def _speak(made: Document, language: str) -> None:
    """The language for the spelling checker, and the face of whatever has no style."""
    defaults = made.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts = element("rFonts", **dict.fromkeys(_FACES, FACE))
    only(defaults, fonts, *_AFTER_FONTS)
    spoken = element("lang", val=language, eastAsia=language, bidi="ar-SA")
    only(defaults, spoken, *_AFTER_LANGUAGE)
