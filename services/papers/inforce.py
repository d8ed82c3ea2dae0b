"""Which form a paper takes: the template of the nearest place up the tree, or our own."""

from __future__ import annotations

from sqlalchemy import select

from db.models.decisions import PaperTemplate
from services.papers.told import PaperKind
from services.work import Work


def template_of(work: Work, path: str, kind: PaperKind) -> PaperTemplate | None:
    """The template in force at a place; None: our own form."""
    around = [int(part) for part in path.strip("/").split("/") if part]
    found = work.session.scalars(
        select(PaperTemplate).where(
            PaperTemplate.scope_id.in_(around),
            PaperTemplate.kind == kind,
            PaperTemplate.replaced_at.is_(None),
        )
    ).all()
    # The last of the path is the place itself, so the furthest along it is the nearest.
    return max(found, key=lambda one: (around.index(one.scope_id), one.id), default=None)
