"""Filling a template: the one place that knows docxtpl, and trusts no template.

Values are escaped, the language of templates is cut down to names, rows and conditions before
(`services.papers.lint`), and what is left runs in a sandbox.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage  # type: ignore[import-untyped]
from jinja2 import ChainableUndefined
from jinja2.sandbox import SandboxedEnvironment

from services.papers.model import Document, Picture
from services.papers.typography import printable, unbroken
from services.papers.word.writing import packed, signed

PICTURE = "picture"
PICTURE_WIDTH = 15.0
"""Centimetres."""
MOST_ROWS = 60
"""Of a loop; no study has more tasks."""
_OWN_TAGS = ("{_{", "}_}", "{_%", "%_}")
"""What docxtpl itself turns into braces after filling; a value must not."""


class TemplateBroken(Exception):
    """The template cannot be filled."""


class _Template(DocxTemplate):  # type: ignore[misc]
    """A template whose body must stay sound: the library would mend it by leaving words out."""

    def fix_tables(self, xml: str) -> Any:
        """Refuse what is not well-formed before the library repairs it."""
        parse_xml(xml)
        return super().fix_tables(xml)


def filled(
    template: bytes, values: Mapping[str, Any], picture: Path | None, paper: Document
) -> bytes:
    """The template with the values in their places; `paper` gives the file's properties.

    Raises TemplateBroken.
    """
    environment = SandboxedEnvironment(autoescape=True, undefined=ChainableUndefined)
    # Nothing is called and nothing is filtered: names alone are filled in.
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in ("e", "escape")}
    environment.tests.clear()
    try:
        document = _Template(io.BytesIO(template))
        document.init_docx()
        _forget_the_author(document.docx)
        context = {name: _value(value) for name, value in values.items()}
        context[PICTURE] = _picture(document, picture)
        document.render(context, environment)
        _describe(document.docx, paper)
        signed(document.docx, paper)
        return packed(document.docx)
    except Exception as error:
        # A stranger's document: whatever the library stumbles over is the document's doing.
        raise TemplateBroken(type(error).__name__) from error


def _value(value: Any) -> Any:
    if isinstance(value, str):
        clean = unbroken(printable(value)).replace("\a", "")
        for tag in _OWN_TAGS:
            clean = clean.replace(tag, tag.replace("_", " "))
        return clean
    return [{name: _value(one) for name, one in row.items()} for row in value[:MOST_ROWS]]


def _picture(document: Any, picture: Path | None) -> Any:
    if picture is None or not picture.exists():
        return ""
    return InlineImage(document, str(picture), width=Cm(PICTURE_WIDTH))


def _describe(document: Any, paper: Document) -> None:
    """Let those who do not see the picture hear what it shows."""
    told = next((one.described for one in paper.blocks if isinstance(one, Picture)), "")
    for shape in document.inline_shapes:
        properties = shape._inline.docPr
        if told and not properties.get("descr"):
            properties.set("descr", told)


def _forget_the_author(document: Any) -> None:
    """Properties are rendered too: they are ours, not the template's."""
    properties = document.core_properties
    for name in ("author", "comments", "identifier", "language", "subject", "title"):
        setattr(properties, name, "")
