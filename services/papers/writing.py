"""What the analysis process does for papers: from words to the bytes of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from services.papers.model import Document

Values = Mapping[str, Any]
"""By field: a string, or a list of mappings of strings (the rows of a loop)."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A paper to write: in our own form, or into the place's own `template` with `values`."""

    document: Document
    name: str
    """What the file is called, with its extension."""
    template: Path | None = None
    values: Values = field(default_factory=dict)
    picture: Path | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A paper's bytes; `by_template` is false where the template could not be filled."""

    content: bytes
    name: str
    by_template: bool


def write(writing: Writing) -> Written:
    """The paper as a DOCX; a template that fails gives way to our own form."""
    from services.papers.word.filling import TemplateBroken, filled
    from services.papers.word.writing import document

    if writing.template is not None:
        try:
            template = writing.template.read_bytes()
            content = filled(template, writing.values, writing.picture, writing.document)
        except (TemplateBroken, FileNotFoundError):
            pass
        else:
            return Written(content, writing.name, by_template=True)
    return Written(document(writing.document), writing.name, by_template=False)
