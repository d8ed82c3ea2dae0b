"""A paper into the bytes of a Word document; the same paper makes the same bytes."""

from __future__ import annotations

import io
from datetime import UTC, datetime, time

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn

from services.papers.model import Document
from services.papers.steady import steady
from services.papers.typography import printable
from services.papers.word.blocks import put
from services.papers.word.numbering import begin
from services.papers.word.sheet import blank_sheet
from services.papers.word.styles import dress


def document(paper: Document) -> bytes:
    """The paper as a DOCX."""
    made = blank_sheet(wide=paper.wide)
    begin(made)
    dress(made, paper.language)
    for block in paper.blocks:
        put(block, made)
    signed(made, paper)
    return packed(made)


def packed(made: DocxDocument) -> bytes:
    """The bytes of a document, without a trace of when they were packed."""
    written = io.BytesIO()
    made.save(written)
    return steady(written.getvalue())


def signed(made: DocxDocument, paper: Document) -> None:
    """The properties of the file: what it is, never who sat at which machine."""
    properties = made.core_properties
    properties.title, properties.subject = printable(paper.title), printable(paper.subject)
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = paper.language
    properties.created = properties.modified = datetime.combine(paper.made_on, time(), UTC)
    properties.revision = 1
    properties.last_printed = properties.created
    settings = made.settings.element
    theme = settings.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), paper.language)
        theme.attrib.pop(qn("w:eastAsia"), None)
