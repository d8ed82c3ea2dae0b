"""What a reporter does with their own case: reads it, adds to it, takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from db.models.assistance import Difficulty, DifficultyEntry
from services.difficulties.attachments import from_rows
from services.difficulties.cards import OwnCase, card_of, own_case, own_cases
from services.difficulties.cases import OPEN, name_of, own
from services.difficulties.entries import Entry, entries_of, say_in
from services.difficulties.notices import AdditionCame
from services.help_desk import chain, deadlines
from services.help_desk.telling import refresh
from services.notices import ToPerson
from services.work import Work

__all__ = ["Added", "add", "add_of_album", "answers", "case", "own_cases", "withdraw"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an addition: by when an answer comes, and from whom if that is known."""

    number: int
    helper: str
    due_at: datetime
    reopened: bool


def case(work: Work, number: int) -> OwnCase:
    """The actor's own case; raise NotFound for any other."""
    return own_case(work, own(work, number))


def answers(work: Work, number: int) -> tuple[Entry, ...]:
    """The answers to the actor's case, oldest first."""
    own(work, number)
    return entries_of(work, number, "answer")


def add(
    work: Work, number: int, text: str, files: Sequence[Any], *, album: str | None = None
) -> Added:
    """Add a word or a file; a case already answered waits for an answer again."""
    row = own(work, number)
    say_in(
        work,
        row,
        "addition",
        author_id=work.actor.person_id,
        text=text,
        files=list(files),
        album=album,
    )
    reopened = row.status not in OPEN
    if reopened:
        _reopen(work, row)
    _tell_staff(work, row, text, files)
    return Added(row.id, name_of(work, row.assignee_id), row.due_at, reopened)


def add_of_album(work: Work, album: str, files: Sequence[Any]) -> bool:
    """Put one more file of an album to the addition its first file made, if there is one."""
    entry = work.session.scalars(
        select(DifficultyEntry)
        .where(
            DifficultyEntry.album == album,
            DifficultyEntry.author_id == work.actor.person_id,
            DifficultyEntry.kind == "addition",
        )
        .order_by(DifficultyEntry.id.desc())
    ).first()
    if entry is None or work.actor.person_id is None:
        return False
    entry.attachments = [*entry.attachments, *files]
    work.session.flush()
    row = own(work, entry.difficulty_id)
    _tell_staff(work, row, "", files)
    return True


def withdraw(work: Work, number: int) -> OwnCase:
    """The question has settled itself; the staff see it at once."""
    row = own(work, number)
    if row.status in OPEN or row.status == "answered":
        row.status, row.closed_at = "withdrawn", work.now
        deadlines.kept(work, row)
        work.never_mind(f"difficulty:{row.id}:lesson")
        work.session.flush()
        refresh(work, row)
    return own_case(work, row)


def _reopen(work: Work, row: Difficulty) -> None:
    known = {one.person_id for one in chain.chain_of(work, row)}
    if row.assignee_id not in known:
        row.assignee_id = None
    row.status = "new" if row.assignee_id is None else "taken"
    row.closed_at = None
    work.never_mind(f"difficulty:{row.id}:lesson")
    deadlines.promise(work, row)
    work.session.flush()


def _tell_staff(work: Work, row: Difficulty, text: str, files: Sequence[Any]) -> None:
    for person_id in deadlines.responsible(work, row):
        card = card_of(work, row, person_id)
        work.tell(ToPerson(person_id), AdditionCame(card, text, from_rows(files)))
