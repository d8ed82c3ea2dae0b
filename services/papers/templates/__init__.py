"""A place's own forms of papers: sent, looked at, taken into use, put back."""

from __future__ import annotations

from services.papers.templates.choosing import (
    InForce,
    Taken,
    TemplateOfAnotherPaper,
    in_force,
    leave,
    restore,
    take,
)
from services.papers.templates.keepers import keeper
from services.papers.templates.reading import (
    PER_HOUR,
    TemplateFaulty,
    TemplateRead,
    TemplateTurnedDown,
    TooManyTemplates,
    is_word,
    receive,
    was_looked_at,
)
from services.papers.templates.rows import anchor

__all__ = [
    "PER_HOUR",
    "InForce",
    "Taken",
    "TemplateFaulty",
    "TemplateOfAnotherPaper",
    "TemplateRead",
    "TemplateTurnedDown",
    "TooManyTemplates",
    "anchor",
    "in_force",
    "is_word",
    "keeper",
    "leave",
    "receive",
    "restore",
    "take",
    "was_looked_at",
]
