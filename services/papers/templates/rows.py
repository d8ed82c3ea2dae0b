"""The rows of templates: those in force at a place, those nobody has decided about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import select

from db.models.decisions import Paper, PaperTemplate
from services.errors import NotFound
from services.keeping import claims, let_go
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
    let_go(work, row.file_key)


def remove(work: Work, row: PaperTemplate) -> None:
    """Let the row and its file go."""
    let_go(work, row.file_key)
    work.session.delete(row)
    work.session.flush()


@claims
def needed(work: Work, keys: Collection[str]) -> Iterator[str | None]:
    """The files of papers, and of templates that were not refused."""
    refused = (PaperTemplate.kind == NO_KIND) & PaperTemplate.replaced_at.is_not(None)
    wanted = list(keys)
    for found in (
        select(PaperTemplate.file_key).where(PaperTemplate.file_key.in_(wanted), ~refused),
        select(Paper.file_key).where(Paper.file_key.in_(wanted)),
    ):
        yield from work.session.scalars(found)


def _of_place(work: Work, scope_id: int, kind: PaperKind) -> Sequence[PaperTemplate]:
    return work.session.scalars(
        select(PaperTemplate).where(
            PaperTemplate.scope_id == scope_id,
            PaperTemplate.kind == kind,
            PaperTemplate.replaced_at.is_(None),
        )
    ).all()
