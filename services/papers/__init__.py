"""Papers: minutes, plans and reports as documents; a place's own forms; tables to take away."""

from __future__ import annotations

from services.papers.fields import fields
from services.papers.lint import Problem
from services.papers.ordering import (
    NothingToReport,
    PaperFailed,
    PaperReady,
    not_written,
    order,
    order_again,
    to_write,
    written,
)
from services.papers.package import TemplateRefused
from services.papers.templates import (
    InForce,
    Taken,
    TemplateFaulty,
    TemplateOfAnotherPaper,
    TemplateRead,
    TemplateTurnedDown,
    TooManyTemplates,
)
from services.papers.told import Area, Journal, Marks, Meeting, PaperKind, StudyTold, Task, Told
from services.papers.workbook import Cell, Column, Sheet, Shown, workbook
from services.papers.writing import Writing, write

__all__ = [
    "Area",
    "Cell",
    "Column",
    "InForce",
    "Journal",
    "Marks",
    "Meeting",
    "NothingToReport",
    "PaperFailed",
    "PaperKind",
    "PaperReady",
    "Problem",
    "Sheet",
    "Shown",
    "StudyTold",
    "Taken",
    "Task",
    "TemplateFaulty",
    "TemplateOfAnotherPaper",
    "TemplateRead",
    "TemplateRefused",
    "TemplateTurnedDown",
    "Told",
    "TooManyTemplates",
    "Writing",
    "fields",
    "not_written",
    "order",
    "order_again",
    "to_write",
    "workbook",
    "write",
    "written",
]
