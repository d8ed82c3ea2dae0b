"""Words into runs of a paragraph."""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph

from services.papers.model import Align, Said, spans
from services.papers.typography import printable, unbroken

ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.BOTH: WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def write(paragraph: Paragraph, said: Said) -> None:
    """Add the words, each span in its face."""
    for span in spans(said):
        run = paragraph.add_run(unbroken(printable(span.text)))
        # None leaves it to the style; a heading's words stay bold.
        run.bold = span.bold or None
        run.italic = span.italic or None
