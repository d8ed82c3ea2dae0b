"""Summaries of studies: made when results are loaded, pushed to associations, voted on."""

from __future__ import annotations

from services.summaries import making
from services.summaries.pushing import (
    GroupMissing,
    ReportLine,
    SummariesDone,
    SummariesFailed,
    SummaryReady,
    SummaryWaitedFor,
    line,
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
from services.summaries.tallying import FindingTally, VotesGathered
from services.summaries.views import (
    FindingView,
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
    "Choice",
    "FindingGone",
    "FindingTally",
    "FindingView",
    "GroupMissing",
    "Listed",
    "NotAMember",
    "ReportLine",
    "SourceView",
    "Standing",
    "SummariesDone",
    "SummariesFailed",
    "SummaryReady",
    "SummaryView",
    "SummaryWaitedFor",
    "Table",
    "TaskRow",
    "VotesGathered",
    "belongs",
    "line",
    "listed",
    "making",
    "pictured",
    "push",
    "push_waiting",
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
