"""Tables of a paper: fixed widths, a header on every page, rows that do not part."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table as DocxTable
from docx.table import _Cell, _Row

from services.papers.model import Align, Said, Table
from services.papers.word.elements import element, only
from services.papers.word.runs import ALIGNMENTS, write
from services.papers.word.styles import CELL, HEAD_CELL

_PADDING = 80
"""Twentieths of a point between a rule and the words."""


def table(made: Document, block: Table) -> None:
    """Write a table; the caller has written its caption."""
    grid = made.add_table(rows=1, cols=len(block.header))
    grid.style = made.styles["Table Grid"]
    grid.autofit = False
    _pad(grid)
    for cell, name in zip(grid.rows[0].cells, block.header, strict=True):
        _fill(made, cell, name, HEAD_CELL, Align.CENTRE)
    _repeat(grid.rows[0])
    aligns = block.aligns or (Align.LEFT,) * len(block.header)
    for row in block.rows:
        line = grid.add_row()
        _whole(line)
        for cell, words, align in zip(line.cells, row, aligns, strict=True):
            _fill(made, cell, words, CELL, align)
    _widen(grid, block.widths)


def _fill(made: Document, cell: _Cell, words: Said, style: str, align: Align) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = made.styles[style]
    paragraph.alignment = ALIGNMENTS[align]
    write(paragraph, words)


def _widen(grid: DocxTable, widths: tuple[float, ...]) -> None:
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _pad(grid: DocxTable) -> None:
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=_PADDING, type="dxa"))
    only(grid._tbl.tblPr, margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def _repeat(row: _Row) -> None:
    _whole(row)
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def _whole(row: _Row) -> None:
    properties = row._tr.get_or_add_trPr()
    if properties.find(qn("w:cantSplit")) is None:
        properties.append(element("cantSplit"))
