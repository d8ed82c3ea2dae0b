"""What a sender of results sees: reading, preview, refusal, what became of the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from handlers.menu import to_menu
from handlers.results.buttons import (
    OpenStudy,
    OpenSummaries,
    OpenTable,
    SendAFile,
    WhereFilesAre,
)
from handlers.results.wording import refusal, title_line
from handlers.ui.buttons import Rows
from handlers.ui.layout import in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from services.studies import Title
from services.summaries import ReportLine

RECEIVERS_SHOWN = 2
LINES_SHOWN = 5
WRONG_KINDS = ("staff", "unknown_kind", "not_a_table", "incomplete", "empty", "personal")


@dataclass(frozen=True)
class ReadingFile(Screen):
    """The file came and is being read."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("results-reading"))


@dataclass(frozen=True)
class FileNotTaken(Screen):
    """The file is no result file, or a bad one; nothing is kept."""

    code: str
    cell: str | None = None
    params: dict[str, Any] = field(default_factory=dict)

    def render(self, texts: Texts) -> Message:
        """Say why and what to do."""
        words = Markup(refusal(self.code, self.params, texts))
        if self.cell is not None:
            words = texts("results-at-cell", cell=self.cell, words=words)
        keys = [SendAFile().labelled(texts.label("results-send-another"))]
        if self.code in WRONG_KINDS:
            keys.append(WhereFilesAre().labelled(texts.label("results-where-files-are")))
        return Message(words, in_rows(keys, exits=[to_menu(texts)], columns=1))


@dataclass(frozen=True)
class FileKnownAlready(Screen):
    """All that is in the file was loaded before."""

    title: Title
    study_id: int

    def render(self, texts: Texts) -> Message:
        """Say what can be done instead."""
        keys = [
            OpenStudy(self.study_id).labelled(texts.label("results-open-table")),
            SendAFile().labelled(texts.label("results-send-corrected")),
        ]
        return Message(
            texts("results-known", title=title_line(self.title, texts)),
            in_rows(keys, exits=[to_menu(texts)], columns=1),
        )


@dataclass(frozen=True)
class FileBeingLoaded(Screen):
    """Confirmed: the summary is on its way."""

    summarised: bool

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("results-loading" if self.summarised else "results-loading-only"))


@dataclass(frozen=True)
class FileLoadedBeside(Screen):
    """Loaded together with another file of the same study."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("results-joined"))


@dataclass(frozen=True)
class FileLeft(Screen):
    """The file was dropped; nothing is kept."""

    reason: str = "cancelled"
    """cancelled | corrected | undecided"""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        keys = [SendAFile().labelled(texts.label("results-send-another"))]
        return Message(
            texts("results-left", reason=self.reason), in_rows(keys, exits=[to_menu(texts)])
        )


@dataclass(frozen=True)
class HowToSend(Screen):
    """Which files are taken and what becomes of them."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        keys = [
            WhereFilesAre().labelled(texts.label("results-where-files-are")),
            OpenSummaries(0).labelled(texts.label("results-all")),
        ]
        return Message(
            texts("results-how-to-send"), in_rows(keys, exits=[to_menu(texts)], columns=1)
        )


@dataclass(frozen=True)
class WhereFilesAreGiven(Screen):
    """The way to the files in the federal system."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("results-where"), in_rows([], exits=[to_menu(texts)]))


@dataclass(frozen=True)
class SummariesReport(Screen):
    """Where the summaries of a file went, or what they wait for."""

    lines: tuple[ReportLine, ...]
    disagreements: int
    links_groups: bool = False
    """Whether the reader links groups."""

    def render(self, texts: Texts) -> Message:
        """Report it."""
        titles = {title_line(one.title, texts) for one in self.lines}
        told = [_kept(titles, texts)]
        told += [_report(one, texts) for one in self.lines[:LINES_SHOWN]]
        rest = len(self.lines) - LINES_SHOWN
        if rest > 0:
            told.append(texts("results-and-more", count=rest))
        if not self.lines:
            told.append(texts("results-no-summary"))
        if any(one.group is None for one in self.lines):
            told.append(texts("results-group-missing-what-to-do", links=self.links_groups))
        if self.disagreements:
            told.append(texts("results-disagree", count=self.disagreements))
        return Message("\n".join(told), _report_rows(self.lines, texts))


@dataclass(frozen=True)
class SummaryNotMade(Screen):
    """The results are kept; the summary could not be made."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("results-summary-failed"))


@dataclass(frozen=True)
class WaitingSummarySent(Screen):
    """A group was linked, and the summary went to it."""

    line: ReportLine

    def render(self, texts: Texts) -> Message:
        """Say it."""
        told = [_kept({title_line(self.line.title, texts)}, texts), _report(self.line, texts)]
        return Message("\n".join(told), _report_rows((self.line,), texts))


@dataclass(frozen=True)
class GroupIsMissing(Screen):
    """To the methodologist: results wait for a group."""

    place: str
    title: Title
    association: str | None

    def render(self, texts: Texts) -> Message:
        """Say what would help."""
        return Message(
            texts(
                "results-group-missing",
                place=self.place,
                title=title_line(self.title, texts),
                association=self.association or "none",
                named="yes" if self.association else "no",
            )
        )


def _kept(titles: set[str], texts: Texts) -> Markup:
    """What was saved; several studies are not listed, each has its line."""
    if len(titles) != 1:
        return texts("results-kept")
    return texts("results-kept-title", title=next(iter(titles)))


def _report(line: ReportLine, texts: Texts) -> Markup:
    return texts(
        "results-report",
        place=line.place,
        state="sent" if line.pushed_at else "waits" if line.association else "nobody",
        group=line.group or "none",
        association=line.association or "none",
    )


def _report_rows(lines: tuple[ReportLine, ...], texts: Texts) -> Rows:
    exits = [OpenSummaries(0).labelled(texts.label("results-all")), to_menu(texts)]
    if len(lines) != 1:
        return in_rows([], exits=exits)
    key = OpenTable(lines[0].summary_id, 0).labelled(texts.label("results-open-table"))
    return in_rows([key], exits=exits)
