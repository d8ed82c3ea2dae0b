"""Where a report's figures come from and how they were made."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.papers.composing.words import plain, say
from handlers.ui.texts import Texts
from services.papers import StudyTold
from services.papers.model import Block, Heading, Paragraph, Words

METHOD = ("paper-formula", "paper-marks-formula", "paper-interval")
AFTER_THRESHOLDS = ("paper-confidence", "paper-comparing", "paper-law", "paper-by-bot")


def appendix(study: StudyTold, texts: Texts) -> Iterator[Block]:
    """The last page: source, formula, thresholds, what confidence means."""
    yield Heading(say(texts, "paper-appendix"), new_page=True)
    yield Paragraph(source(texts, study), small=True)
    for words in method(texts, study):
        yield Paragraph(words, small=True)


def source(texts: Texts, study: StudyTold) -> str:
    """Files, their day, works, rows that were left out."""
    origin = study.source
    kinds = [texts.label("results-kind", kind=kind) for kind in dict.fromkeys(origin.kinds)]
    return plain(
        texts,
        "paper-source",
        kinds=", ".join(kinds),
        at=origin.sent_at,
        works=origin.works,
        dropped=origin.dropped,
        skipped=origin.not_attempted,
        absent=origin.absent,
    )


def method(texts: Texts, study: StudyTold) -> Iterator[Words]:
    """The formulas, a sentence each."""
    for name in METHOD:
        if name != "paper-marks-formula" or study.marks:
            yield say(texts, name)
    levels = {
        one.level: one.threshold for one in study.tasks if one.level and one.threshold is not None
    }
    if levels:
        words = (
            plain(texts, "paper-threshold", level=level, percent=percent)
            for level, percent in sorted(levels.items())
        )
        yield say(texts, "paper-thresholds", levels=", ".join(words))
    for name in AFTER_THRESHOLDS:
        yield say(texts, name)
