"""The traces a person leaves in papers: those they had written, the forms they sent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.models.decisions import Paper, PaperTemplate

Rows = list[dict[str, Any]]


def ordered(session: Session, person_id: int) -> Rows:
    """Which papers the person has had written."""
    rows = session.scalars(select(Paper).where(Paper.person_id == person_id).order_by(Paper.id))
    return [{"kind": row.kind, "name": row.name, "made_at": row.made_at} for row in rows]


def sent(session: Session, person_id: int) -> Rows:
    """Which forms of papers the person has sent."""
    rows = session.scalars(
        select(PaperTemplate).where(PaperTemplate.sent_by == person_id).order_by(PaperTemplate.id)
    )
    return [{"kind": row.kind, "name": row.name, "sent_at": row.sent_at} for row in rows]


def wipe(session: Session, person_id: int) -> None:
    """Part papers and forms from the person: the office keeps them, whose they were is gone."""
    quietly = {"synchronize_session": False}
    session.execute(
        update(Paper)
        .where(Paper.person_id == person_id)
        .values(person_id=None)
        .execution_options(**quietly)
    )
    session.execute(
        update(PaperTemplate)
        .where(PaperTemplate.sent_by == person_id)
        .values(sent_by=None)
        .execution_options(**quietly)
    )
