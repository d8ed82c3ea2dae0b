"""The buttons of results: a file's preview, a summary's findings, the tables behind them."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.buttons import Button
from services.summaries import Choice


@dataclass(frozen=True, slots=True)
class ConfirmUpload(Button):
    """Load what was previewed; `leave_bad` agrees to do without the rows that do not count.

    `instead_of` is the newest upload the presser was told it replaces, 0 when told of none.
    """

    prefix = "ruc"
    version = 2
    upload: int
    leave_bad: bool
    instead_of: int = 0


@dataclass(frozen=True, slots=True)
class AnswerUpload(Button):
    """Say what a file does not: `key` names the question, `token` the chosen option."""

    prefix = "rua"
    upload: int
    key: str
    token: str


@dataclass(frozen=True, slots=True)
class SeeQuestion(Button):
    """Show a page of the options of the question a file asks now."""

    prefix = "ruq"
    upload: int
    page: int


@dataclass(frozen=True, slots=True)
class BackInUpload(Button):
    """Take back the last thing said of a file."""

    prefix = "rub"
    upload: int


@dataclass(frozen=True, slots=True)
class HowToStrip(Button):
    """How columns that name people are taken out of a table."""

    prefix = "ruh"


@dataclass(frozen=True, slots=True)
class ChooseTemplate(Button):
    """For which subject a template is wanted; page by page from 0."""

    prefix = "rut"
    page: int


@dataclass(frozen=True, slots=True)
class ChooseTemplateGrade(Button):
    """For which grade a template of a subject is wanted."""

    prefix = "rutg"
    subject: str


@dataclass(frozen=True, slots=True)
class GetTemplate(Button):
    """The table to fill in for a subject and grade."""

    prefix = "rutx"
    subject: str
    grade: int


@dataclass(frozen=True, slots=True)
class DropUpload(Button):
    """Leave the file; `corrected` says that another one will come instead."""

    prefix = "rud"
    upload: int
    corrected: bool


@dataclass(frozen=True, slots=True)
class SeeUpload(Button):
    """Show the preview of a file again."""

    prefix = "rus"
    upload: int


@dataclass(frozen=True, slots=True)
class WhereFilesAre(Button):
    """Where the federal system gives the files out."""

    prefix = "ruw"


@dataclass(frozen=True, slots=True)
class SendAFile(Button):
    """What to do to load results."""

    prefix = "ruf"


@dataclass(frozen=True, slots=True)
class VoteOnFinding(Button):
    """A member's word on a finding, numbered from 1."""

    prefix = "rsv"
    summary: int
    finding: int
    choice: Choice


@dataclass(frozen=True, slots=True)
class AskForSource(Button):
    """Where the figures of a summary come from."""

    prefix = "rso"
    summary: int


@dataclass(frozen=True, slots=True)
class OpenTable(Button):
    """The whole table of a summary, page by page from 0."""

    prefix = "rst"
    summary: int
    page: int


@dataclass(frozen=True, slots=True)
class OpenStudy(Button):
    """The table of a study."""

    prefix = "rsd"
    study: int


@dataclass(frozen=True, slots=True)
class OpenSummaries(Button):
    """The summaries one may see, page by page from 0."""

    prefix = "rsl"
    page: int
