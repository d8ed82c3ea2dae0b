"""Every block of a paper, written into a document."""

from __future__ import annotations

from functools import singledispatch

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Emu, Pt
from docx.text.paragraph import Paragraph as DocxParagraph

from services.papers import model
from services.papers.word.elements import only
from services.papers.word.numbering import new_list, number_properties
from services.papers.word.runs import ALIGNMENTS, write
from services.papers.word.sheet import text_width
from services.papers.word.styles import BODY_TEXT, HINT, INDENT, NOTE
from services.papers.word.tables import table

_AFTER_NUMBER = ("w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
_ROLE_END, _HAND_END, _NAME_START, _NAME_END = 7.0, 11.0, 11.5, 16.5
"""Where the rules of a signature begin and end, in centimetres."""


@singledispatch
def put(block: model.Block, _made: Document) -> None:
    """Write one block at the end of the document."""
    raise TypeError(f"no way to write a {type(block).__name__}")


@put.register
def _title(block: model.Title, made: Document) -> None:
    write(made.add_paragraph(style="Title"), block.said)


@put.register
def _heading(block: model.Heading, made: Document) -> None:
    line = made.add_paragraph(style=f"Heading {block.level}")
    line.paragraph_format.page_break_before = block.new_page or None
    write(line, block.said)


@put.register
def _paragraph(block: model.Paragraph, made: Document) -> None:
    line = made.add_paragraph(style=NOTE if block.small else BODY_TEXT)
    line.alignment = ALIGNMENTS[block.align]
    line.paragraph_format.keep_with_next = block.leads or None
    if block.indent:
        line.paragraph_format.first_line_indent = Cm(INDENT)
    write(line, block.said)


@put.register
def _ends(block: model.Ends, made: Document) -> None:
    line = _line(made)
    line.paragraph_format.tab_stops.add_tab_stop(Cm(text_width(made)), WD_TAB_ALIGNMENT.RIGHT)
    write(line, f"{block.left}\t{block.right}")
    line.paragraph_format.space_after = Pt(10)


@put.register
def _numbered(block: model.Numbered, made: Document) -> None:
    number = new_list(made)
    for item in block.items:
        for place, said in enumerate(item):
            line = made.add_paragraph(style="List Number")
            properties = line._p.get_or_add_pPr()
            if place == 0:
                only(properties, number_properties(number), *_AFTER_NUMBER)
            else:
                line.paragraph_format.left_indent = Cm(0.75)
                only(properties, number_properties(0), *_AFTER_NUMBER)
            # What belongs together stays on one page.
            line.paragraph_format.keep_with_next = place < len(item) - 1
            write(line, said)


@put.register
def _table(block: model.Table, made: Document) -> None:
    if block.caption:
        caption = made.add_paragraph(style="Caption")
        caption.alignment = WD_ALIGN_PARAGRAPH.LEFT
        caption.paragraph_format.keep_with_next = True
        caption.paragraph_format.space_after = Pt(3)
        write(caption, block.caption)
    table(made, block)
    _gap(made)


@put.register
def _picture(block: model.Picture, made: Document) -> None:
    if not block.file.exists():
        # A paper without its picture is still a paper.
        return
    line = made.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.keep_with_next = True
    line.paragraph_format.space_before = Pt(6)
    shape = line.add_run().add_picture(str(block.file))
    ratio = min(Cm(block.width) / shape.width, Cm(block.height) / shape.height)
    shape.width, shape.height = Emu(shape.width * ratio), Emu(shape.height * ratio)
    properties = shape._inline.docPr
    properties.set("descr", block.described)
    # The library names it after a file it never saw.
    properties.set("name", f"{properties.id}")
    write(made.add_paragraph(style="Caption"), block.caption)


@put.register
def _blank(block: model.Blank, made: Document) -> None:
    for number in range(block.lines):
        line = _line(made)
        _rule(line, text_width(made))
        write(line, f"{block.label} \t" if number == 0 else "\t")


@put.register
def _signatures(block: model.Signatures, made: Document) -> None:
    for number, signature in enumerate(block.lines):
        line = _line(made)
        lines = line.paragraph_format
        lines.space_before = Pt(18 if number == 0 else 6)
        lines.space_after = Pt(0)
        lines.keep_with_next = True
        stops = lines.tab_stops
        stops.add_tab_stop(Cm(_ROLE_END))
        stops.add_tab_stop(Cm(_HAND_END), leader=WD_TAB_LEADER.LINES)
        stops.add_tab_stop(Cm(_NAME_START))
        if signature.person:
            write(line, f"{signature.role}\t\t\t{signature.person}")
        else:
            stops.add_tab_stop(Cm(_NAME_END), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
            write(line, f"{signature.role}\t\t\t\t")
        _hints(made, block, last=number == len(block.lines) - 1)


def _hints(made: Document, block: model.Signatures, *, last: bool) -> None:
    """Small words under the rules: what belongs on each."""
    line = made.add_paragraph(style=HINT)
    line.alignment = WD_ALIGN_PARAGRAPH.LEFT
    stops = line.paragraph_format.tab_stops
    stops.add_tab_stop(Cm((_ROLE_END + _HAND_END) / 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Cm((_NAME_START + _NAME_END) / 2), WD_TAB_ALIGNMENT.CENTER)
    line.paragraph_format.keep_with_next = not last
    write(line, f"\t{block.hand}\t{block.name}")


def _line(made: Document) -> DocxParagraph:
    line = made.add_paragraph(style=BODY_TEXT)
    line.alignment = WD_ALIGN_PARAGRAPH.LEFT
    return line


def _rule(line: DocxParagraph, end: float) -> None:
    stops = line.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(end), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


def _gap(made: Document) -> None:
    # A table may not end a document; what must follow it is as low as a line can be.
    lines = made.add_paragraph(style=NOTE).paragraph_format
    lines.line_spacing, lines.space_after = Pt(2), Pt(4)
