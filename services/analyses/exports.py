"""A study to take away: its table for a spreadsheet, its picture; made outside, sent when done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from services.access import Action, may
from services.analyses.areas import Area
from services.analyses.marks import MarksTold
from services.analyses.reading import Reading, head_of, marks, read
from services.analyses.views import Head
from services.errors import ServiceError
from services.jobs import Params
from services.keeping import lend
from services.notices import Notice, ToPerson
from services.scopes import place
from services.studies import Title
from services.summaries import SourceView, source_view
from services.work import Actor, Work


class NothingToTake(ServiceError):
    """The study has neither areas nor marks that may be told."""


class Form(StrEnum):
    """What a study is taken away as."""

    SHEET = "sheet"
    TABLE = "table"
    TABLE_DARK = "table_dark"
    YEARS = "years"


JOBS = {Form.SHEET: "analyses.sheet", Form.YEARS: "analyses.years"}


@dataclass(frozen=True)
class FileMade(Notice):
    """What somebody wanted to take away is made; `file_key` finds it in the store."""

    study_id: int
    title: Title
    place: str
    form: Form
    file_key: str


@dataclass(frozen=True)
class FileNotMade(Notice):
    """It could not be made; the figures are whole."""

    study_id: int


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be had of a study as a file."""

    head: Head
    forms: tuple[Form, ...]
    report: bool
    """Whether the actor may have a report written."""


@dataclass(frozen=True, slots=True)
class Material:
    """All there is to put into a file; `rows` as they were reckoned, for a picture."""

    head: Head
    areas: tuple[Area, ...]
    marks: MarksTold | None
    source: SourceView | None
    rows: tuple[dict[str, Any], ...]
    findings: dict[str, Any] | None


def offer(work: Work, study_id: int) -> Offer:
    """What can be had of a study, for those who see it."""
    reading = read(work, study_id)
    forms = [Form.SHEET]
    if reading.areas:
        forms += [Form.TABLE, Form.TABLE_DARK]
    if _years(reading):
        forms.append(Form.YEARS)
    return Offer(head_of(reading), tuple(forms), _may_report(work, reading))


def ask(work: Work, study_id: int, form: Form) -> None:
    """Have a file made of a study the actor sees; raise NothingToTake for an empty one."""
    found = _material(work, study_id)
    empty = not found.areas and found.marks is None
    if empty or (form is not Form.SHEET and not found.areas):
        raise NothingToTake
    if form is Form.YEARS and not _years(read(work, study_id)):
        raise NothingToTake
    person_id = work.actor.person_id
    work.later(
        JOBS.get(form, "analyses.picture"),
        {
            "study_id": study_id,
            "person_id": person_id,
            "language": work.actor.language,
            "form": form.value,
        },
        key=f"take:{study_id}:{person_id}:{form.value}",
    )


def material(work: Work, params: Params) -> Material:
    """What a file is made of, asked again for the person: a role may be gone; raise NotFound."""
    work.actor = Actor(params["person_id"])
    return _material(work, params["study_id"])


def made(work: Work, params: Params, content: bytes) -> None:
    """Keep the file and send it to whoever asked."""
    found = material(work, params)
    work.tell(
        ToPerson(params["person_id"]),
        FileMade(
            found.head.study_id,
            found.head.title,
            found.head.place,
            Form(params["form"]),
            lend(work, content),
        ),
    )


def not_made(work: Work, params: Params, _error: str) -> None:
    """Say that it did not work."""
    work.tell(ToPerson(params["person_id"]), FileNotMade(params["study_id"]))


def _material(work: Work, study_id: int) -> Material:
    reading = read(work, study_id)
    findings = reading.findings
    source = source_view(work, reading.summary) if reading.summary is not None else None
    name = "tasks" if findings and findings["judged"] else "pooled_tasks"
    rows = tuple(dict(one) for one in (findings or {}).get(name) or ()) if reading.areas else ()
    return Material(
        head_of(reading),
        reading.areas,
        marks(work, study_id).marks,
        source,
        rows,
        None if findings is None else dict(findings),
    )


def _years(reading: Reading) -> bool:
    findings = reading.findings or {}
    return bool(findings.get("judged") and findings.get("trend"))


def _may_report(work: Work, reading: Reading) -> bool:
    if reading.summary is None:
        return False
    paths = [reading.place.path]
    if reading.summary.association_id is not None:
        paths.append(place(work.session, reading.summary.association_id).path)
    return any(may(work, Action.WRITE_PAPERS, path) for path in paths)
