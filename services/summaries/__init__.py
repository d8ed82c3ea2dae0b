"""Summaries of studies: made when results are loaded, pushed to associations, voted on."""

from __future__ import annotations

from services.summaries import making
from services.summaries.corrections import (
    Changed,
    ChangedMark,
    Correction,
    FiguresCorrected,
    SummaryCorrected,
    remember,
)
from services.summaries.hints import ConditionsAsked, HintView
from services.summaries.pushing import (
    SummaryReady,
    pictured,
    push,
    push_waiting,
    to_draw,
    unpictured,
)
from services.summaries.reading import (
    Listed,
    Table,
    listed,
    source,
    table,
    table_of_study,
)
from services.summaries.reporting import (
    GroupMissing,
    ReportLine,
    SummariesDone,
    SummariesFailed,
    SummaryWaitedFor,
    line,
)
from services.summaries.shown import FindingView, PooledView, Typical
from services.summaries.tallying import FindingTally, VotesGathered
from services.summaries.views import (
    SourceView,
    SummaryView,
    TaskRow,
    source_view,
    task_rows,
    view,
)
from services.summaries.votes import (
    Choice,
    FindingGone,
    NotAMember,
    Standing,
    belongs,
    tally,
    vote,
)

__all__ = [
    "Changed",
    "ChangedMark",
    "Choice",
    "ConditionsAsked",
    "Correction",
    "FiguresCorrected",
    "FindingGone",
    "FindingTally",
    "FindingView",
    "GroupMissing",
    "HintView",
    "Listed",
    "NotAMember",
    "PooledView",
    "ReportLine",
    "SourceView",
    "Standing",
    "SummariesDone",
    "SummariesFailed",
    "SummaryCorrected",
    "SummaryReady",
    "SummaryView",
    "SummaryWaitedFor",
    "Table",
    "TaskRow",
    "Typical",
    "VotesGathered",
    "belongs",
    "line",
    "listed",
    "making",
    "pictured",
    "push",
    "push_waiting",
    "remember",
    "source",
    "source_view",
    "table",
    "table_of_study",
    "tally",
    "task_rows",
    "to_draw",
    "unpictured",
    "view",
    "vote",
]
