"""The summary in its group: a picture, three findings in words, one question, votes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.results.buttons import AskForSource, VoteOnFinding
from handlers.results.wording import title_line
from handlers.ui.buttons import Key, Rows
from handlers.ui.layout import SCREEN_LIMIT
from handlers.ui.screens import FileRef, Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.summaries import Choice, FindingView, SummaryView, TaskRow

SKILL_LENGTHS = (160, 110, 80, 60, 48, 40)
"""A skill is cut to the first of these that lets the summary fit one screen."""


@dataclass(frozen=True)
class SummaryInGroup(Screen):
    """One picture, three findings, one question; never classes, never teachers."""

    view: SummaryView

    def render(self, texts: Texts) -> Message:
        """Show it so that the words fit under the picture."""
        key = self.view.picture_key
        name = texts.label("results-picture-name", number=self.view.id)
        return Message(
            _caption(self.view, texts),
            _summary_rows(self.view, texts),
            photo=None if key is None else FileRef(key, name),
        )


def shortened(words: str, limit: int) -> str:
    """The words, cut at a space with an ellipsis when they are longer than `limit`."""
    if len(words) <= limit:
        return words
    cut = words[: limit - 1]
    whole = cut.rpartition(" ")[0] or cut
    return f"{whole.rstrip(' ,;:.')}…"


def skill_of(finding: FindingView | TaskRow, texts: Texts, limit: int = 160) -> str:
    """The skill in words; without a catalogue the task's number stands for it."""
    if not finding.skill:
        return texts.label("summary-task", code=finding.code)
    return shortened(finding.skill, limit)


def _caption(view: SummaryView, texts: Texts) -> str:
    caption = ""
    for limit in SKILL_LENGTHS:
        caption = "\n".join(_lines(view, limit, texts))
        if len(visible_text(caption)) <= SCREEN_LIMIT:
            break
    return caption


def _lines(view: SummaryView, limit: int, texts: Texts) -> Iterator[Markup]:
    yield texts(
        "summary-title", title=title_line(view.title, texts), n=view.n, schools=view.schools
    )
    if view.change is not None:
        yield texts("summary-changed", change=view.change)
    if not view.judged:
        yield texts("summary-too-few")
        return
    # What is common to all goes first: otherwise people look for guilt.
    if view.difference != "unknown" and view.peer_level is not None:
        yield texts(
            "summary-difference",
            difference=view.difference,
            level=view.peer_level,
            wide=view.wide,
        )
    common = _common_certainty(view.findings)
    if view.findings:
        yield texts("summary-hard", certainty=common or "mixed")
    else:
        yield texts("summary-nothing-hard", tasks=view.tasks)
    for number, finding in enumerate(view.findings, 1):
        certainty = "said" if common else _certainty(finding)
        yield _finding_line(number, finding, view.n, limit, certainty, texts)
    yield texts(
        "summary-question",
        question=view.question,
        demand=view.question_demand,
        task=view.question_task,
    )


def _certainty(finding: FindingView) -> str:
    """How far a finding can be leaned on; at the threshold itself there is nothing to lean on."""
    return "border" if finding.status == "uncertain" else finding.confidence


def _common_certainty(findings: tuple[FindingView, ...]) -> str | None:
    """What holds for all findings and is said once; None where they differ."""
    found = {_certainty(finding) for finding in findings}
    return found.pop() if len(found) == 1 and len(findings) > 1 else None


def _finding_line(
    number: int, finding: FindingView, n: int, limit: int, certainty: str, texts: Texts
) -> Markup:
    return texts(
        "summary-finding",
        number=number,
        skill=skill_of(finding, texts, limit),
        place=place_of(finding, texts),
        percent=finding.percent,
        low=finding.low,
        high=finding.high,
        others=finding.n if finding.n != n else 0,
        peer=finding.peer or 0,
        peer_level=finding.peer_level or "none",
        certainty=certainty,
    )


def place_of(row: FindingView | TaskRow, texts: Texts) -> str:
    """Which task it is and of what level; the number not twice when it stands for the skill."""
    if row.level is None:
        return texts.label("summary-number", code=row.code) if row.skill else ""
    if not row.skill:
        return texts.label("summary-level", level=row.level)
    return texts.label("summary-number-level", code=row.code, level=row.level)


def _summary_rows(view: SummaryView, texts: Texts) -> Rows:
    votes = tuple(
        tuple(
            VoteOnFinding(view.id, number, choice).labelled(
                texts.label("summary-vote", number=str(number), choice=choice.value)
            )
            for choice in Choice
        )
        for number in range(1, len(view.findings) + 1)
    )
    last = [AskForSource(view.id).labelled(texts.label("summary-source"))]
    if texts.bot:
        link = f"https://t.me/{texts.bot}?start=s_{view.id}"
        last.append(Key(texts.label("summary-more"), url=link))
    return (*votes, tuple(last))
