"""A paper in the chat: being written, ready, not written."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.menu import to_menu
from handlers.papers.buttons import OrderAgain
from handlers.papers.under import keys_under
from handlers.results.wording import title_line
from handlers.ui.screens import FileRef, Message, Screen
from handlers.ui.texts import Texts
from services.papers import PaperFailed, PaperKind, PaperReady

FAILED = "failed"


@dataclass(frozen=True)
class PaperBeingWritten(Screen):
    """A paper was ordered."""

    kind: PaperKind

    def render(self, texts: Texts) -> Message:
        """Say that it takes a moment."""
        return Message(texts("papers-being-written", kind=self.kind), ((to_menu(texts),),))


@dataclass(frozen=True)
class PaperGiven(Screen):
    """A paper is ready: the document itself, and what is left to do by hand."""

    paper: PaperReady

    def render(self, texts: Texts) -> Message:
        """Give the document."""
        paper = self.paper
        title = title_line(paper.title, texts)
        lines = [texts("papers-ready", kind=paper.kind, number=paper.number, title=title)]
        if paper.own_template == FAILED:
            lines.append(texts("papers-form-failed"))
        keys = keys_under(paper, texts) or (to_menu(texts),)
        return Message(
            "\n".join(lines),
            tuple((key,) for key in keys),
            document=FileRef(paper.file_key, paper.file_name),
        )


@dataclass(frozen=True)
class PaperNotWritten(Screen):
    """A paper could not be written."""

    failed: PaperFailed

    def render(self, texts: Texts) -> Message:
        """Say what is whole, and offer to try again."""
        again = OrderAgain(self.failed.paper_id).labelled(texts.label("papers-again"))
        return Message(texts("papers-failed", kind=self.failed.kind), ((again,), (to_menu(texts),)))
