"""The summary in its group: votes, the origin of figures; in private the tables behind it."""

from __future__ import annotations

from handlers.menu import menu_entry
from handlers.old_buttons import opens_now
from handlers.results.buttons import (
    AskForSource,
    OpenStudy,
    OpenSummaries,
    OpenTable,
    VoteOnFinding,
)
from handlers.results.correction_screens import CorrectionInGroup, CorrectionInPrivate
from handlers.results.group_screen import SummaryInGroup
from handlers.results.report_screens import (
    GroupIsMissing,
    QuestionOfConditions,
    SummariesReport,
    SummaryNotMade,
    WaitingSummarySent,
)
from handlers.results.routes import routes
from handlers.results.table_screens import (
    SummaryList,
    TaskTable,
)
from handlers.ui.announce import announces
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Toast
from handlers.ui.screens import Screen
from services import decisions, summaries, uploads
from services.access import RULES, Action
from services.errors import NotFound

MENU_ORDER = 300


@routes.press(VoteOnFinding)
def vote(context: Context, button: VoteOnFinding) -> Outcome:
    """Count a member's word and say how the votes stand, to that member only."""
    standing = summaries.vote(context.work, button.summary, button.finding, button.choice)
    return Toast(
        "summary-voted",
        {
            "code": standing.code,
            "choice": standing.own.value,
            "plan": standing.plan,
            "not_ours": standing.not_ours,
            "help": standing.help,
        },
    )


@routes.press(AskForSource)
def where_from(context: Context, button: AskForSource) -> Outcome:
    """Say where the figures come from."""
    source = summaries.source(context.work, button.summary, context.chat.id)
    return Toast(
        "summary-source-said",
        {
            "kind": source.kinds[0],
            "federal": source.kinds[0].startswith("vpr_"),
            "more": len(source.kinds) - 1,
            "at": source.sent_at,
            "works": source.works,
            "together": source.together,
            "dropped": source.dropped,
            "skipped": source.not_attempted,
        },
        alert=True,
    )


@routes.start("s_")
def open_by_link(context: Context) -> Outcome:
    """Open the table a group's summary links to."""
    if context.work.actor.person_id is None:
        raise summaries.NotAMember
    number = context.payload.removeprefix("s_")
    if not number.isdecimal() or len(number) > 18:
        raise NotFound
    return _table(context, summaries.table(context.work, int(number)))


@routes.press(OpenTable)
def open_table(context: Context, button: OpenTable) -> Outcome:
    """Show a page of a summary's table."""
    return _table(context, summaries.table(context.work, button.summary), button.page)


@routes.press(OpenStudy)
def open_study(context: Context, button: OpenStudy) -> Outcome:
    """Show the table of a study."""
    table = summaries.table_of_study(context.work, button.study)
    return _list(context, 0) if table is None else _table(context, table)


@routes.press(OpenSummaries)
def open_list(context: Context, button: OpenSummaries) -> Outcome:
    """Show the summaries one may see."""
    return _list(context, button.page)


@announces(summaries.SummaryReady)
def ready(notice: summaries.SummaryReady) -> Screen:
    """A summary for its group."""
    return SummaryInGroup(notice.view)


@announces(summaries.SummaryCorrected)
def corrected(notice: summaries.SummaryCorrected) -> Screen:
    """A group saw other figures before."""
    return CorrectionInGroup(notice.correction)


@announces(summaries.FiguresCorrected)
def figures_corrected(notice: summaries.FiguresCorrected) -> Screen:
    """Somebody opened other figures before."""
    return CorrectionInPrivate(notice.correction)


@announces(summaries.ConditionsAsked)
def conditions_asked(notice: summaries.ConditionsAsked) -> Screen:
    """A question about the conditions of a study."""
    return QuestionOfConditions(notice.title, notice.place, notice.hints)


@announces(summaries.SummariesDone)
def done(notice: summaries.SummariesDone) -> Screen:
    """What became of a file's summaries."""
    return SummariesReport(notice.lines, notice.disagreements, notice.links_groups, notice.left_out)


@announces(summaries.SummariesFailed)
def failed(_notice: summaries.SummariesFailed) -> Screen:
    """No summary could be made."""
    return SummaryNotMade()


@announces(summaries.SummaryWaitedFor)
def waited_for(notice: summaries.SummaryWaitedFor) -> Screen:
    """A summary that waited has gone."""
    return WaitingSummarySent(notice.line)


@announces(summaries.GroupMissing)
def group_missing(notice: summaries.GroupMissing) -> Screen:
    """Results wait for a group."""
    return GroupIsMissing(notice.place, notice.title, notice.association)


@opens_now(
    "rst",
    "rsd",
    "rsl",
    "rsb",
    "ruc",
    "rud",
    "rus",
    "ruf",
    "ruw",
    "rua",
    "ruq",
    "rub",
    "ruh",
    "rut",
    "rutg",
    "rutx",
)
def present(context: Context) -> Outcome:
    """What an outdated button of results opens."""
    return _list(context, 0)


menu_entry(RULES[Action.SEE_SUMMARY], MENU_ORDER, "menu-results", OpenSummaries(0))


def _list(context: Context, page: int) -> SummaryList:
    return SummaryList(
        summaries.listed(context.work), page, uploads=uploads.may_upload(context.work)
    )


def _table(context: Context, table: summaries.Table, page: int = 0) -> TaskTable:
    return TaskTable(table, page, decides=decisions.leads_summary(context.work, table.view.id))
