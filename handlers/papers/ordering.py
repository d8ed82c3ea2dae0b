"""Papers in the chat: asked for, given, tried again."""

from __future__ import annotations

from handlers.home import home
from handlers.old_buttons import opens_now
from handlers.papers.buttons import OrderAgain, OrderReport
from handlers.papers.paper_screens import PaperBeingWritten, PaperGiven, PaperNotWritten
from handlers.papers.routes import routes
from handlers.ui.announce import announces
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply
from handlers.ui.screens import Screen
from services import papers
from services.papers import PaperKind


@routes.press(OrderReport)
def order_report(context: Context, button: OrderReport) -> Outcome:
    """Have a study's report written."""
    papers.order(context.work, PaperKind.REPORT, study_id=button.study)
    return Reply(PaperBeingWritten(PaperKind.REPORT), replace=False)


@routes.press(OrderAgain)
def order_again(context: Context, button: OrderAgain) -> Outcome:
    """Try once more; a paper that came meanwhile is given at once."""
    paper = papers.order_again(context.work, button.paper)
    if isinstance(paper, papers.PaperReady):
        return PaperGiven(paper)
    return PaperBeingWritten(paper)


@announces(papers.PaperReady)
def ready(notice: papers.PaperReady) -> Screen:
    """A paper is written."""
    return PaperGiven(notice)


@announces(papers.PaperFailed)
def failed(notice: papers.PaperFailed) -> Screen:
    """A paper could not be written."""
    return PaperNotWritten(notice)


@opens_now("ppr", "ppa")
def present(context: Context) -> Outcome:
    """What an outdated button of papers opens."""
    return home(context)
