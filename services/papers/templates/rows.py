"""The rows of templates: those in force at a place, those nobody has decided about."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from db.models.decisions import Paper, PaperTemplate
from db.models.results import Upload
from services.errors import NotFound
from services.papers.told import PaperKind
from services.scopes import Place
from services.work import Work

NO_KIND = ""
"""Of a template whose sender has not said yet which paper it is for."""


def anchor(template_id: int) -> str:
    """What the message about a template stands for: it changes as the template goes on."""
    return f"template:{template_id}"


def forgetting(template_id: int) -> str:
    """The key of the job that forgets an undecided template."""
    return f"template:{template_id}:forget"


def undecided(work: Work, template_id: int) -> PaperTemplate:
    """A sound template that waits to be told which paper it is for; raise NotFound."""
    row = work.session.get(PaperTemplate, template_id)
    if row is None or row.kind != NO_KIND or row.replaced_at is not None or not row.fields:
        raise NotFound
    return row


def put_away(work: Work, where: Place, kind: PaperKind) -> None:
    """End the force of a place's own template."""
    for row in _of_place(work, where.id, kind):
        row.replaced_at = work.now


def refuse(work: Work, row: PaperTemplate) -> None:
    """Let the file go; the row counts on until it is forgotten, so that nobody tries for ever."""
    row.replaced_at = work.now
    work.session.flush()
    _let_go(work, row.file_key)


def remove(work: Work, row: PaperTemplate) -> None:
    """Let the row and its file go."""
    key = row.file_key
    work.session.delete(row)
    work.session.flush()
    _let_go(work, key)


def _let_go(work: Work, key: str) -> None:
    """Drop a file, unless the same content is needed elsewhere."""
    refused = (PaperTemplate.kind == NO_KIND) & PaperTemplate.replaced_at.is_not(None)
    needed = (
        select(PaperTemplate.id).where(PaperTemplate.file_key == key, ~refused),
        select(Paper.id).where(Paper.file_key == key),
        select(Upload.id).where(Upload.file_key == key),
    )
    if work.files is not None and not any(work.session.scalars(one).first() for one in needed):
        work.files.drop(key)


def _of_place(work: Work, scope_id: int, kind: PaperKind) -> Sequence[PaperTemplate]:
    return work.session.scalars(
        select(PaperTemplate).where(
            PaperTemplate.scope_id == scope_id,
            PaperTemplate.kind == kind,
            PaperTemplate.replaced_at.is_(None),
        )
    ).all()
