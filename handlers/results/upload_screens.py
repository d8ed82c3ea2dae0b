"""What a sender of results sees: reading, preview, refusal, what became of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from handlers.menu import to_menu
from handlers.results.buttons import (
    ConfirmUpload,
    DropUpload,
    OpenStudy,
    OpenSummaries,
    OpenTable,
    SendAFile,
    WhereFilesAre,
)
from handlers.results.wording import refusal, title_line, trouble_line
from handlers.ui.buttons import Rows
from handlers.ui.layout import SCREEN_LIMIT, in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.previews import Preview, Receiver
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
class FilePreview(Screen):
    """What the file holds, what is odd in it, who will get it; nothing is kept yet."""

    preview: Preview

    def render(self, texts: Texts) -> Message:
        """Show it."""
        shown = self.preview
        must = [_head(shown, texts), *_troubles(shown, texts)]
        may: list[Markup] = []
        if not shown.bad_rows:
            must += _notes(shown, texts)
            may += _oddities(shown, texts)
        must.append(texts("results-nothing-kept"))
        while may and len(visible_text("\n".join([*must, *may]))) > SCREEN_LIMIT:
            may.pop()
        # The hints stand after the head, before who gets the summary.
        return Message("\n".join([must[0], *may, *must[1:]]), _preview_rows(shown, texts))


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

    def render(self, texts: Texts) -> Message:
        """Report it."""
        told = [texts("results-kept"), *(_report(one, texts) for one in self.lines[:LINES_SHOWN])]
        rest = len(self.lines) - LINES_SHOWN
        if rest > 0:
            told.append(texts("results-and-more", count=rest))
        if not self.lines:
            told.append(texts("results-no-summary"))
        if any(one.group is None for one in self.lines):
            told.append(texts("results-group-missing-what-to-do"))
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
        return Message(_report(self.line, texts), _report_rows((self.line,), texts))


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


def _head(shown: Preview, texts: Texts) -> Markup:
    titles = "; ".join(title_line(title, texts) for title in shown.titles[:3])
    if shown.bad_rows:
        whole = shown.works + len(shown.bad_rows)
        return texts("results-almost", title=titles, read=shown.works, whole=whole)
    return texts(
        "results-found",
        title=titles,
        kind=shown.kind,
        works=shown.works,
        schools=shown.schools,
        school=shown.school or "many",
        named="yes" if shown.school else "no",
    )


def _troubles(shown: Preview, texts: Texts) -> Iterator[Markup]:
    for trouble in shown.troubles:
        yield trouble_line(trouble, texts)
    more = shown.trouble_count - len(shown.troubles)
    if more:
        yield texts("results-and-more", count=more)


def _oddities(shown: Preview, texts: Texts) -> Iterator[Markup]:
    """What to look at, the most useful first: the end of it is left out where it does not fit."""
    if shown.oddities:
        yield texts("results-look-at", count=shown.oddity_count)
        for trouble in shown.oddities:
            yield texts("results-bullet", words=trouble_line(trouble, texts))
    if shown.summarised and not shown.compared:
        yield texts("results-not-compared")


def _notes(shown: Preview, texts: Texts) -> Iterator[Markup]:
    if shown.foreign:
        yield texts(
            "results-foreign",
            count=len(shown.foreign),
            first=_short(shown.foreign[0], 28),
            own=shown.own_only,
        )
    if shown.replaced_at is not None:
        yield texts("results-replaces", at=shown.replaced_at)
    for kind in shown.together:
        yield texts("results-together", kind=kind)
    if not shown.summarised:
        yield texts("results-no-summary")
        return
    for receiver in shown.receivers[:RECEIVERS_SHOWN]:
        yield _receiver(receiver, texts)
    more = len(shown.receivers) - RECEIVERS_SHOWN
    if more > 0:
        yield texts("results-and-more", count=more)
    if not shown.receivers:
        yield texts("results-nobody-yet")


def _receiver(receiver: Receiver, texts: Texts) -> Markup:
    return texts(
        "results-receiver",
        name=receiver.name,
        group=receiver.group or "none",
        linked="no" if receiver.group is None else "yes",
    )


def _preview_rows(shown: Preview, texts: Texts) -> Rows:
    corrected = DropUpload(shown.upload_id, corrected=True)
    cancel = DropUpload(shown.upload_id, corrected=False)
    keys = [corrected.labelled(texts.label("results-send-corrected"))]
    if shown.bad_rows:
        leave = ConfirmUpload(shown.upload_id, leave_bad=True)
        label = texts.label(
            "results-leave-bad", count=len(shown.bad_rows), row=str(shown.bad_rows[0])
        )
        keys.append(leave.labelled(label))
    else:
        confirm = ConfirmUpload(shown.upload_id, leave_bad=False)
        label = "results-confirm" if shown.summarised else "results-confirm-only"
        keys.insert(0, confirm.labelled(texts.label(label)))
    return in_rows(keys, exits=[cancel.labelled(texts.label("results-cancel"))], columns=1)


def _report(line: ReportLine, texts: Texts) -> Markup:
    return texts(
        "results-report",
        title=title_line(line.title, texts),
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


def _short(name: str, limit: int = 40) -> str:
    return name if len(name) <= limit else f"{name[: limit - 1].rstrip()}…"
