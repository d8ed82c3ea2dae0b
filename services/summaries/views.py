"""A summary as those who read it need it: plain values, no rows, no pupils."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.models.results import Study, Summary
from db.models.scopes import ScopeLevel
from services.analysis import Finding
from services.analysis import Summary as SummaryOf
from services.findings import summary_of
from services.scopes import place
from services.studies import Title, title
from services.summaries.shown import (
    PEERS,
    FindingView,
    PooledView,
    codes_of,
    finding_view,
    pooled_view,
    shown_rows,
)
from services.work import Work

HARD_FIRST = ("deficit", "uncertain", "unknown", "sufficient")


@dataclass(frozen=True, slots=True)
class SummaryView:
    """What a group is shown. `difference` is with the place `peer_level`."""

    id: int
    title: Title
    n: int
    schools: int
    wide: bool
    """Whether the schools of a municipality are pooled."""
    judged: bool
    findings: tuple[FindingView, ...]
    tasks: int
    difference: str
    peer_level: str | None
    question: str
    question_task: str
    question_demand: str
    change: str | None
    picture_key: str | None
    pooled: PooledView | None = None
    """Where our own works are too few, what the findings rest on."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where the figures come from."""

    kinds: tuple[str, ...]
    sent_at: datetime
    works: int
    dropped: int
    not_attempted: int
    together: int = 0
    """How many works our own few ones are judged with; 0 where they are enough."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task of the whole table; percents 0-100."""

    code: str
    level: str | None
    skill: str | None
    n: int
    percent: float
    low: float
    high: float
    status: str
    threshold: float | None
    peer_level: str | None
    peer: float | None


def view(work: Work, summary: Summary) -> SummaryView:
    """The summary as its group sees it."""
    told = summary_of(summary.findings)
    judged = bool(summary.findings["judged"])
    pooled = None if judged else pooled_view(summary.findings)
    findings = tuple(finding_view(one, summary.findings) for one in _shown(told, judged=judged))
    first = told.findings[0] if findings else None
    study = study_of(work, summary)
    return SummaryView(
        id=summary.id,
        title=title(study),
        n=told.n,
        schools=told.source.schools,
        wide=place(work.session, study.scope_id).level is not ScopeLevel.SCHOOL,
        judged=judged or pooled is not None,
        findings=findings,
        tasks=len(shown_rows(summary.findings)),
        difference=told.difference if findings and judged else "unknown",
        peer_level=next((one.peer_level for one in findings if one.peer_level), None),
        question=_question(told.question, judged=bool(findings) or judged),
        question_task=first.code if first else "",
        question_demand="advanced" if first and _is_advanced(first) else "basic",
        change=summary.change,
        picture_key=summary.picture_key,
        pooled=pooled,
    )


def source_view(work: Work, summary: Summary) -> SourceView:
    """The origin of a summary's figures."""
    told = summary_of(summary.findings).source
    sent = [part["sent_at"] for part in study_of(work, summary).data["parts"]]
    n = summary_of(summary.findings).n
    pooled = None if summary.findings["judged"] else pooled_view(summary.findings)
    return SourceView(
        told.kinds,
        max(map(datetime.fromisoformat, sent)),
        told.rows or n,
        told.dropped,
        told.not_attempted,
        0 if pooled is None else pooled.n,
    )


def task_rows(summary: Summary) -> tuple[TaskRow, ...]:
    """Every task of the study, the hard ones first; none where nothing can be judged."""
    rows = [_row(item) for item in shown_rows(summary.findings)]
    return tuple(sorted(rows, key=lambda row: HARD_FIRST.index(row.status)))


def codes(summary: Summary) -> list[str]:
    """The tasks of a summary's findings, in their order."""
    return codes_of(summary.findings)


def study_of(work: Work, summary: Summary) -> Study:
    """The study a summary was made of."""
    return work.session.get_one(Study, summary.study_id)


def _shown(told: SummaryOf, *, judged: bool) -> list[Finding]:
    return [one for one in told.findings if judged or one.pooled is not None]


def _row(item: dict[str, Any]) -> TaskRow:
    level = next((name for name in PEERS if name in item["peers"]), None)
    names = ("code", "level", "skill", "n", "percent", "low", "high", "status", "threshold")
    return TaskRow(
        **{name: item[name] for name in names},
        peer_level=level,
        peer=item["peers"][level] if level else None,
    )


def _question(key: str | None, *, judged: bool) -> str:
    if not judged:
        return "too_few"
    return key or "what_works"


def _is_advanced(finding: Finding) -> bool:
    # The two upper levels share a threshold that is half of the basic one.
    return finding.threshold is not None and finding.threshold < 50
