"""What a sender hears of summaries: where they went, what they wait for, what to ask oneself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.menu import to_menu
from handlers.results.buttons import OpenSummaries, OpenTable
from handlers.results.wording import title_line
from handlers.ui.buttons import Rows
from handlers.ui.layout import in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from services.studies import Title
from services.summaries import HintView, ReportLine

LINES_SHOWN = 5
SENT = {"whole": "sent", "corrected": "corrected", "nothing": "same"}


@dataclass(frozen=True)
class SummariesReport(Screen):
    """Where the summaries of a file went, or what they wait for."""

    lines: tuple[ReportLine, ...]
    disagreements: int
    links_groups: bool = False
    """Whether the reader links groups."""
    left_out: int = 0

    def render(self, texts: Texts) -> Message:
        """Report it."""
        titles = {title_line(one.title, texts) for one in self.lines}
        told = [_kept(titles, texts)]
        told += _lines(self.lines, texts)
        if not self.lines:
            told.append(texts("results-no-summary"))
        if any(one.group is None for one in self.lines):
            told.append(texts("results-group-missing-what-to-do", links=self.links_groups))
        if self.disagreements:
            told.append(texts("results-disagree", count=self.disagreements))
        if self.left_out:
            told.append(texts("results-left-out", count=self.left_out))
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


@dataclass(frozen=True)
class QuestionOfConditions(Screen):
    """To those who answer for a place: figures worth a look at how the study was held."""

    title: Title
    place: str
    hints: tuple[HintView, ...]

    def render(self, texts: Texts) -> Message:
        """Ask; nobody else hears it."""
        head = texts("results-conditions", title=title_line(self.title, texts), place=self.place)
        lines = [
            texts(f"results-hint-{one.code.replace('_', '-')}", **one.params) for one in self.hints
        ]
        foot = texts("results-conditions-why")
        return Message("\n".join([head, *lines, foot]), in_rows([], exits=[to_menu(texts)]))


def _kept(titles: set[str], texts: Texts) -> Markup:
    """What was saved; several studies are not listed, each has its line."""
    if len(titles) != 1:
        return texts("results-kept")
    return texts("results-kept-title", title=next(iter(titles)))


def _lines(lines: tuple[ReportLine, ...], texts: Texts) -> Iterator[Markup]:
    """What went out first, then what waits for a group; schools without an association at once."""
    homeless = [one for one in lines if one.association is None]
    if len(homeless) == 1:
        homeless = []
    known = sorted(
        (one for one in lines if one not in homeless), key=lambda one: one.pushed_at is None
    )
    for one in known[:LINES_SHOWN]:
        yield _report(one, texts)
    if len(known) > LINES_SHOWN:
        yield texts("results-and-more", count=len(known) - LINES_SHOWN)
    if homeless:
        yield texts("results-report-homeless", count=len(homeless))


def _report(line: ReportLine, texts: Texts) -> Markup:
    return texts(
        "results-report",
        place=line.place,
        state=SENT[line.news] if line.pushed_at else "waits" if line.association else "nobody",
        group=line.group or "none",
        association=line.association or "none",
    )


def _report_rows(lines: tuple[ReportLine, ...], texts: Texts) -> Rows:
    exits = [OpenSummaries(0).labelled(texts.label("results-all")), to_menu(texts)]
    if len(lines) != 1:
        return in_rows([], exits=exits)
    key = OpenTable(lines[0].summary_id, 0).labelled(texts.label("results-open-table"))
    return in_rows([key], exits=exits)
