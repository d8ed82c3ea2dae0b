"""What is said in a case, from the report to the last answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from db.models.assistance import Difficulty, DifficultyEntry
from services.difficulties.attachments import Attachment, from_rows
from services.work import Work


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said in a case."""

    kind: str
    text: str
    files: tuple[Attachment, ...]
    at: datetime


def entries_of(work: Work, number: int, *kinds: str) -> tuple[Entry, ...]:
    """What was said in a case, oldest first."""
    rows = work.session.scalars(
        select(DifficultyEntry)
        .where(DifficultyEntry.difficulty_id == number, DifficultyEntry.kind.in_(kinds))
        .order_by(DifficultyEntry.id)
    )
    return tuple(
        Entry(row.kind, row.text or "", from_rows(row.attachments), row.at) for row in rows
    )


def say_in(
    work: Work,
    row: Difficulty,
    kind: str,
    *,
    author_id: int | None,
    text: str = "",
    files: list[Any] | None = None,
    album: str | None = None,
) -> None:
    """Write down one thing said in a case."""
    work.session.add(
        DifficultyEntry(
            difficulty_id=row.id,
            author_id=author_id,
            kind=kind,
            text=text or None,
            attachments=files or [],
            album=album,
            at=work.now,
        )
    )
    work.session.flush()


def count_of(work: Work, number: int, kind: str) -> int:
    """How many things of one kind were said."""
    return len(
        work.session.scalars(
            select(DifficultyEntry.id).where(
                DifficultyEntry.difficulty_id == number, DifficultyEntry.kind == kind
            )
        ).all()
    )
