"""The keys under the minutes: something is still wrong, or all is well."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.decisions.buttons import CorrectDecision, FinishDecision
from handlers.papers import under_papers
from handlers.ui.buttons import Key
from handlers.ui.texts import Texts
from services.papers import PaperKind, PaperReady


@under_papers
def decision_keys(paper: PaperReady, texts: Texts) -> Sequence[Key]:
    """Correct or done, under the minutes; the plan that comes with them needs no second pair."""
    if paper.decision_id is None or paper.kind is not PaperKind.MINUTES:
        return ()
    return (
        CorrectDecision(paper.decision_id).labelled(texts.label("decision-correct")),
        FinishDecision(paper.decision_id).labelled(texts.label("decision-finish")),
    )
