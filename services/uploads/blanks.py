"""A blank table for an own study of a subject and grade: filled in, it comes back as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from services.analysis.catalogue import catalogue
from services.errors import NotFound
from services.jobs import JobKind, Params, Place, register
from services.keeping import lend
from services.notices import Notice, ToPerson
from services.results import Task
from services.subjects import listed, subject
from services.uploads.life import NotYoursToUpload
from services.uploads.receiving import may_upload
from services.work import Work

GRADES = range(1, 12)


@dataclass(frozen=True)
class BlankReady(Notice):
    """A blank table was written; `tasks` counts those the catalogue gave."""

    file_key: str
    subject: str
    grade: int
    tasks: int


@dataclass(frozen=True)
class BlankFailed(Notice):
    """A blank table could not be written."""

    subject: str
    grade: int


def subjects(work: Work) -> tuple[str, ...]:
    """The keys of the subjects there are blanks for; for those who load results."""
    if not may_upload(work):
        raise NotYoursToUpload
    return listed()


def order_blank(work: Work, key: str, grade: int) -> None:
    """Have a blank written; raises NotYoursToUpload, NotFound for what no school teaches."""
    if key not in subjects(work) or grade not in GRADES:
        raise NotFound
    person_id = work.actor.person_id
    params = {"person_id": person_id, "subject": key, "grade": grade}
    work.later("results.blank", params, key=f"blank:{person_id}:{key}:{grade}")


def _to_write(_work: Work, params: Params) -> tuple[str, int, Sequence[Task]]:
    name = subject(params["subject"]).name_ru
    known = catalogue(name, params["grade"]) or {}
    return name, params["grade"], tuple(known.values())


def _write(asked: tuple[str, int, Sequence[Task]]) -> tuple[bytes, int]:
    from services.results.template import template

    name, grade, tasks = asked
    return template(name, grade, tasks), len(tasks)


def _written(work: Work, params: Params, result: tuple[bytes, int]) -> None:
    content, tasks = result
    notice = BlankReady(lend(work, content), params["subject"], params["grade"], tasks)
    work.tell(ToPerson(params["person_id"]), notice)


def _not_written(work: Work, params: Params, _error: str) -> None:
    work.tell(ToPerson(params["person_id"]), BlankFailed(params["subject"], params["grade"]))


register(
    JobKind(
        "results.blank",
        prepare=_to_write,
        run=_write,
        apply=_written,
        give_up=_not_written,
        place=Place.ANALYSIS,
        max_attempts=3,
    )
)
