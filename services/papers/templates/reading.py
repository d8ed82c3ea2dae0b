"""A template is sent: who may, what is looked at, what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select

from db.models.decisions import PaperTemplate
from services.errors import ServiceError
from services.jobs import JobKind, Params, register, timed
from services.jobs import Place as Where
from services.notices import Notice, ToPerson
from services.papers.lint import Problem
from services.papers.looking import Look, look
from services.papers.package import FILE_BYTES, looks_like_word
from services.papers.templates.keepers import must_keep
from services.papers.templates.rows import NO_KIND, anchor, forgetting, refuse, remove
from services.scopes import place
from services.work import Work

UNDECIDED_AT_MOST = timedelta(days=1)
PER_HOUR = 20


class TooManyTemplates(ServiceError):
    """More templates in an hour than anybody makes by hand."""


@dataclass(frozen=True)
class TemplateRead(Notice):
    """A template was read and has no mistakes: which paper is it for?"""

    template_id: int
    file_name: str
    place: str
    used: tuple[str, ...]


@dataclass(frozen=True)
class TemplateFaulty(Notice):
    """A template was read and has mistakes; nothing is kept."""

    file_name: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class TemplateTurnedDown(Notice):
    """A file was not taken as a template; `code` names why, "no_fields" that it is none."""

    file_name: str
    code: str
    what: str = ""


def is_word(work: Work, file_key: str) -> bool:
    """Whether a file of the store is a Word document, by its directory and not by its name."""
    path = work.stored(file_key)
    if path.stat().st_size > FILE_BYTES:
        # Too big to look into here; the look itself says so.
        return True
    return looks_like_word(path.read_bytes())


def receive(work: Work, *, file_key: str, name: str) -> int:
    """Take a document that lies in the store for a template and have it looked at; its id."""
    where = must_keep(work)
    hour_ago = work.now - timedelta(hours=1)
    sent = select(func.count()).where(
        PaperTemplate.sent_by == work.actor.person_id, PaperTemplate.sent_at > hour_ago
    )
    if (work.session.scalar(sent) or 0) >= PER_HOUR:
        raise TooManyTemplates(count=PER_HOUR)
    row = PaperTemplate(
        scope_id=where.id,
        kind=NO_KIND,
        file_key=file_key,
        name=name,
        fields=[],
        sent_by=work.actor.person_id,
        sent_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    params = {"template_id": row.id}
    work.later("papers.look", params, key=f"template:{row.id}:look")
    due = work.now + UNDECIDED_AT_MOST
    work.later("papers.forget", params, due_at=due, key=forgetting(row.id))
    return row.id


def was_looked_at(work: Work, params: Params, found: Look | None) -> None:
    """Tell the sender what was found; one with mistakes is not kept."""
    row = work.session.get(PaperTemplate, params["template_id"])
    if row is None or found is None or row.sent_by is None or row.kind != NO_KIND:
        return
    if not found.refused and found.used and not found.problems:
        row.fields = list(found.used)
        where = place(work.session, row.scope_id).name
        told: Notice = TemplateRead(row.id, row.name, where, found.used)
    else:
        told = _objection(row, found)
        refuse(work, row)
    work.tell(ToPerson(row.sent_by), told, anchor=anchor(row.id))
    work.session.flush()


@timed("papers.forget")
def forget(work: Work, params: Params) -> None:
    """Nobody said for a day which paper a template is for: it is forgotten."""
    row = work.session.get(PaperTemplate, params["template_id"])
    if row is not None and row.kind == NO_KIND:
        remove(work, row)


def _to_look_at(work: Work, params: Params) -> Path | None:
    row = work.session.get(PaperTemplate, params["template_id"])
    return None if row is None or row.kind != NO_KIND else work.stored(row.file_key)


def _looked_at(path: Path | None) -> Look | None:
    return None if path is None else look(path)


def _objection(row: PaperTemplate, found: Look) -> Notice:
    if found.problems:
        return TemplateFaulty(row.name, found.problems)
    return TemplateTurnedDown(row.name, found.refused or "no_fields", found.what)


def _not_looked_at(work: Work, params: Params, _error: str) -> None:
    was_looked_at(work, params, Look("hostile"))


register(
    JobKind(
        "papers.look",
        prepare=_to_look_at,
        run=_looked_at,
        apply=was_looked_at,
        give_up=_not_looked_at,
        place=Where.THREAD,
        max_attempts=2,
    )
)
