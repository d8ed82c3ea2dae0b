"""Papers in words: minutes, plan and report of what services tell."""

from __future__ import annotations

from handlers.papers.composing.minutes import minutes
from handlers.papers.composing.plan import plan
from handlers.papers.composing.report import report
from handlers.papers.composing.values import values
from handlers.ui.texts import Texts
from services.papers import PaperKind, Told
from services.papers.model import Document


def compose(told: Told, texts: Texts) -> Document:
    """The paper in our own form."""
    if told.kind is PaperKind.REPORT or told.meeting is None:
        return report(told, texts)
    if told.kind is PaperKind.PLAN:
        return plan(told, told.meeting, texts)
    return minutes(told, told.meeting, texts)


__all__ = ["compose", "values"]
