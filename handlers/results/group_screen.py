"""The summary in its group: a picture, three findings in words, one question, votes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.results.buttons import AskForSource, VoteOnFinding
from handlers.results.wording import title_line
from handlers.ui.buttons import Key, Rows
from handlers.ui.layout import SCREEN_LIMIT
from handlers.ui.screens import FileRef, Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.summaries import Choice, FindingView, PooledView, SummaryView

SKILL_LENGTHS = (160, 110, 80, 60, 48, 40, 33, 26)
"""A skill is cut to the first of these that lets the summary fit one screen."""
CLEAR_LENGTH = 80
"""Below it a skill loses its sense: what is said beside the figures goes first."""


class Described(Protocol):
    """A task by its code, level and skill."""

    @property
    def code(self) -> str:
        """The number people know it by."""
        ...

    @property
    def level(self) -> str | None:
        """The letter of its level."""
        ...

    @property
    def skill(self) -> str | None:
        """What it asks for, where that is known."""
        ...


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


def skill_of(finding: Described, texts: Texts, limit: int = 160) -> str:
    """The skill in words; without a catalogue the task's number stands for it."""
    if not finding.skill:
        return texts.label("summary-task", code=finding.code)
    return shortened(finding.skill, limit)


def _caption(view: SummaryView, texts: Texts) -> str:
    """The summary with as much beside its figures as fits one screen, the first finding first."""
    beside = _beside(view, texts)
    caption = ""
    for kept, brief in _ways(len(beside)):
        for limit in SKILL_LENGTHS:
            if kept and limit < CLEAR_LENGTH:
                break
            caption = "\n".join(_lines(view, limit, beside[:kept], texts, brief=brief))
            if len(visible_text(caption)) <= SCREEN_LIMIT:
                return caption
    return caption


def _ways(most: int) -> Iterator[tuple[int, bool]]:
    """How much to say beside the figures, and whether to ask briefly: the best way first."""
    yield from ((kept, False) for kept in range(most, 0, -1))
    if most:
        yield 1, True
    yield 0, False
    yield 0, True


def _beside(view: SummaryView, texts: Texts) -> list[tuple[int, Markup]]:
    """What may be said beside the figures of a finding, by its number, the most useful first.

    A change beyond chance comes before all else: it says whether what was done has helped.
    """
    changed: list[tuple[int, Markup]] = []
    told: list[tuple[int, Markup]] = []
    unchanged: list[tuple[int, Markup]] = []
    for number, one in enumerate(view.findings, 1):
        if one.typical is not None:
            typical = one.typical
            words = texts(
                "summary-typical",
                code=typical.code,
                percent=typical.percent,
                mark=typical.mark or "none",
                other=typical.other,
            )
            told.append((number, words))
        if one.was is not None and one.since is not None:
            last = "yes" if one.since == view.title.year - 1 else "no"
            words = texts(
                "summary-was", last=last, year=one.since, percent=one.was, moved=one.moved
            )
            (unchanged if one.moved == "same" else changed).append((number, words))
    return [*changed, *told, *unchanged]


def _lines(
    view: SummaryView,
    limit: int,
    beside: Sequence[tuple[int, Markup]],
    texts: Texts,
    *,
    brief: bool,
) -> Iterator[Markup]:
    yield texts(
        "summary-title", title=title_line(view.title, texts), n=view.n, schools=view.schools
    )
    if view.change is not None:
        yield texts("summary-changed", change=view.change)
    if not view.judged:
        yield texts("summary-too-few")
        return
    if view.pooled is not None:
        yield pooled_line(view.pooled, texts)
    # What is common to all goes first: otherwise people look for guilt.
    if view.difference != "unknown" and view.peer_level is not None:
        yield texts(
            "summary-difference",
            difference=view.difference,
            level=view.peer_level,
            wide=view.wide,
        )
    yield from _findings(view, limit, beside, texts)
    yield texts(
        "summary-question",
        question=view.question,
        demand=view.question_demand,
        task=view.question_task,
        brief=brief,
    )


def _findings(
    view: SummaryView, limit: int, beside: Sequence[tuple[int, Markup]], texts: Texts
) -> Iterator[Markup]:
    """What is hard, each with what is said beside its figures."""
    common = _common_certainty(view.findings)
    if view.findings:
        yield texts("summary-hard", certainty=common or "mixed")
    else:
        yield texts("summary-nothing-hard", tasks=view.tasks)
    n = view.n if view.pooled is None else view.pooled.n
    for number, finding in enumerate(view.findings, 1):
        certainty = "said" if common else _certainty(finding)
        line = _finding_line(number, finding, n, limit, certainty, texts)
        yield Markup(" ".join([line, *(words for whose, words in beside if whose == number)]))


def pooled_line(pooled: PooledView, texts: Texts) -> Markup:
    """What few works are judged together with."""
    return texts(
        "summary-pooled",
        by=pooled.by,
        n=pooled.n,
        schools=pooled.schools,
        first=min(pooled.years, default=0),
        last=max(pooled.years, default=0),
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


def place_of(row: Described, texts: Texts) -> str:
    """Which task it is and of what level; the number not twice when it stands for the skill."""
    if row.level is None:
        return texts.label("summary-number", code=row.code) if row.skill else ""
    if not row.skill:
        return texts.label("summary-level", level=row.level)
    return texts.label("summary-number-level", code=row.code, level=row.level)


def _summary_rows(view: SummaryView, texts: Texts) -> Rows:
    return group_rows(view.id, range(1, len(view.findings) + 1), texts)


def group_rows(summary_id: int, numbers: Iterable[int], texts: Texts) -> Rows:
    """A row of votes for each of these findings, then the way to the origin and to the table."""
    votes = tuple(
        tuple(
            VoteOnFinding(summary_id, number, choice).labelled(
                texts.label("summary-vote", number=str(number), choice=choice.value)
            )
            for choice in Choice
        )
        for number in numbers
    )
    last = [AskForSource(summary_id).labelled(texts.label("summary-source"))]
    if texts.bot:
        link = f"https://t.me/{texts.bot}?start=s_{summary_id}"
        last.append(Key(texts.label("summary-more"), url=link))
    return (*votes, tuple(last))
