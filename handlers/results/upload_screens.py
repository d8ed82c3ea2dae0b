"""What a sender of results sees: reading, preview, refusal, what became of the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from handlers.menu import to_menu
from handlers.results.buttons import (
    ChooseTemplate,
    ConfirmUpload,
    DropUpload,
    HowToStrip,
    OpenStudy,
    OpenSummaries,
    SeeUpload,
    SendAFile,
    WhereFilesAre,
)
from handlers.results.wording import refusal, title_line
from handlers.ui.buttons import Key
from handlers.ui.layout import in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from handlers.upload_links.buttons import GetUploadLink
from services.studies import Title
from services.uploads import FigureChange, Purpose, Replacement

RECEIVERS_SHOWN = 2
LINES_SHOWN = 5
WRONG_KINDS = ("staff", "unknown_kind", "not_a_table", "incomplete", "empty")
OF_PUPILS = ("gia_protocol", "personal")


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
        return Message(
            words, in_rows(_instead(self.code, texts), exits=[to_menu(texts)], columns=1)
        )


@dataclass(frozen=True)
class HowToStripColumns(Screen):
    """How a table loses the columns that name people."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        link = GetUploadLink(Purpose.RESULTS).labelled(texts.label("upload-link-get"))
        another = SendAFile().labelled(texts.label("results-send-another"))
        return Message(
            texts("results-how-to-strip"), in_rows([link, another], exits=[to_menu(texts)])
        )


@dataclass(frozen=True)
class ReplaceQuestion(Screen):
    """Whether a newer file shall take the place of the older one, and what that changes."""

    replacement: Replacement
    leave_bad: bool

    def render(self, texts: Texts) -> Message:
        """Ask it."""
        asked = self.replacement
        lines = [
            texts(
                "results-replace",
                at=asked.sent_at,
                title=title_line(asked.titles[0], texts),
                more=len(asked.titles) - 1,
            ),
            texts(
                "results-replace-works",
                before=asked.works_before,
                after=asked.works_after,
                schools=asked.schools,
                changed=asked.changed,
            ),
        ]
        lines += [_figure_change(one, texts) for one in asked.changes]
        if asked.changed > len(asked.changes):
            lines.append(texts("results-and-more", count=asked.changed - len(asked.changes)))
        lines.append(texts("results-replace-kept"))
        yes = ConfirmUpload(asked.upload_id, self.leave_bad, asked.instead_of)
        see = SeeUpload(asked.upload_id)
        keep = DropUpload(asked.upload_id, corrected=False)
        keys = [
            yes.labelled(texts.label("results-replace-yes")),
            keep.labelled(texts.label("results-replace-no")),
        ]
        exits = [see.labelled(texts.label("results-back"))]
        return Message("\n".join(lines), in_rows(keys, exits=exits, columns=1))


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
    """Loaded together with another file of the same study, or a later one stands for it."""

    superseded: bool = False

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("results-joined", superseded=self.superseded))


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
            ChooseTemplate(0).labelled(texts.label("results-template-key")),
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


def _instead(code: str, texts: Texts) -> list[Key]:
    """What can be done where a file was not taken."""
    another = SendAFile().labelled(texts.label("results-send-another"))
    if code in OF_PUPILS:
        return [
            GetUploadLink(Purpose.RESULTS).labelled(texts.label("upload-link-get")),
            HowToStrip().labelled(texts.label("results-how-to-strip-key")),
            another,
        ]
    keys = [another]
    if code == "staff":
        staff = GetUploadLink(Purpose.STAFF)
        keys.insert(0, staff.labelled(texts.label("upload-as-staff")))
    if code in WRONG_KINDS:
        keys.append(WhereFilesAre().labelled(texts.label("results-where-files-are")))
    return keys


def _figure_change(one: FigureChange, texts: Texts) -> Markup:
    return texts("results-replace-change", what=one.what, code=one.code, was=one.was, now=one.now)
