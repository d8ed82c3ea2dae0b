"""Cases as plain data: who may see one, and what of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from db.models.assistance import Difficulty, DifficultyEntry
from db.models.people import Person
from db.models.scopes import Scope
from services.access import RULES, Action, Role, holdings
from services.difficulties.attachments import Attachment, from_rows
from services.errors import NotFound
from services.scopes import place
from services.work import Work
from services.working_time import Calendar, calendar_of

OPEN = ("new", "taken")
LEFT = ("closed", "withdrawn")


@dataclass(frozen=True, slots=True)
class Card:
    """A case as staff see it; `who` and `school` are empty for one without a name."""

    number: int
    status: str
    channel: str
    group: str
    item: str
    title: str
    subject: str
    grade: str
    text: str
    files: int
    who: str
    school: str
    anonymous: bool
    sensitive: bool
    reported_at: datetime
    due_at: datetime
    delayed: bool
    assignee: str
    mine: bool
    free: bool
    """Whether somebody else may take it."""
    unreachable: bool = False
    """Whether the reporter's messenger refuses our messages just now."""
    additions: int = 0
    answers: int = 0
    reason: str = ""
    """Why the last answer did not help, if it did not."""
    call_at: str = ""


@dataclass(frozen=True, slots=True)
class OwnCase:
    """A case as its reporter sees it."""

    number: int
    status: str
    group: str
    item: str
    title: str
    subject: str
    grade: str
    text: str
    files: int
    anonymous: bool
    reported_at: datetime
    due_at: datetime
    closed_at: datetime | None
    helper: str
    answers: int
    delayed: bool = False


def case_row(work: Work, number: int) -> Difficulty:
    """The row of a case; raise NotFound."""
    row = work.session.get(Difficulty, number)
    if row is None:
        raise NotFound
    return row


def seen_by_staff(work: Work, number: int) -> Difficulty:
    """The case, if the actor answers for its municipality or was asked to help with it."""
    row = case_row(work, number)
    if not answers_for(work, row):
        raise NotFound
    return row


def answers_for(work: Work, row: Difficulty) -> bool:
    """Whether the actor may see and answer the case now."""
    person_id = work.actor.person_id
    if person_id is None:
        return False
    home = place(work.session, row.municipality_id).path
    if any(home.startswith(path) for path in desks(work)):
        return True
    asked = person_id == row.assignee_id or person_id in row.offered
    return asked and any(held.role in RULES[Action.WORK_AT_HELP_DESK] for held in holdings(work))


def desks(work: Work) -> tuple[str, ...]:
    """The places whose cases are the actor's by office: those they are a methodologist of.

    Heads and curators help with what is passed on to them, and see nothing else.
    """
    return tuple(held.path for held in holdings(work) if held.role is Role.METHODOLOGIST)


def own(work: Work, number: int) -> Difficulty:
    """The actor's own case; for anybody else there is no such thing."""
    row = case_row(work, number)
    if row.reporter_id is None or row.reporter_id != work.actor.person_id:
        raise NotFound
    return row


def card_of(work: Work, row: Difficulty, viewer_id: int | None) -> Card:
    """What one of the staff may see of a case."""
    named = not row.anonymous
    return Card(
        number=row.id,
        status=row.status,
        channel=row.channel,
        group=row.group,
        item=row.item,
        title=row.title,
        subject=row.subject or "",
        grade=row.class_label or "",
        text=row.text or "",
        files=len(row.attachments),
        who=((row.caller or name_of(work, row.reporter_id)) if named else ""),
        school=_scope_name(work, row.school_id) if named else "",
        anonymous=row.anonymous,
        sensitive=row.sensitive,
        reported_at=row.reported_at,
        due_at=row.due_at,
        delayed=row.delayed,
        assignee=name_of(work, row.assignee_id),
        mine=viewer_id is not None and row.assignee_id == viewer_id,
        free=is_free(row),
        unreachable=_is_unreachable(work, row.reporter_id),
        additions=_count(work, row.id, "addition"),
        answers=row.round,
        reason=_last_reason(work, row),
        call_at=row.call_at or "",
    )


def is_free(row: Difficulty) -> bool:
    """Whether a case may be taken: nobody has it, or whoever had it let its day pass."""
    if row.status not in OPEN:
        return False
    if row.assignee_id is None:
        return True
    return row.delayed and (row.taken_at is None or row.taken_at <= row.due_at)


def own_case(work: Work, row: Difficulty) -> OwnCase:
    """What the reporter sees of their case."""
    return OwnCase(
        number=row.id,
        status=row.status,
        group=row.group,
        item=row.item,
        title=row.title,
        subject=row.subject or "",
        grade=row.class_label or "",
        text=row.text or "",
        files=len(row.attachments),
        anonymous=row.anonymous,
        reported_at=row.reported_at,
        due_at=row.due_at,
        closed_at=row.closed_at,
        helper=name_of(work, row.assignee_id),
        answers=row.round,
        delayed=row.delayed,
    )


def own_cases(work: Work) -> tuple[OwnCase, ...]:
    """The actor's cases, open ones first, then the newest."""
    rows = work.session.scalars(
        select(Difficulty).where(Difficulty.reporter_id == work.actor.person_id)
    ).all()
    ordered = sorted(rows, key=lambda row: (row.status in LEFT, -row.id))
    return tuple(own_case(work, row) for row in ordered)


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


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said in a case."""

    kind: str
    text: str
    files: tuple[Attachment, ...]
    at: datetime


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


def calendar(work: Work, row: Difficulty) -> Calendar:
    """The calendar of the municipality a case belongs to."""
    return calendar_of(place(work.session, row.municipality_id).details)


def grade_of(row: Difficulty) -> int | None:
    """The class of a case as a number, where it is one."""
    label = row.class_label or ""
    return int(label) if label.isdigit() else None


def name_of(work: Work, person_id: int | None) -> str:
    """A person's name, empty for nobody."""
    if person_id is None:
        return ""
    return work.session.scalar(select(Person.name).where(Person.id == person_id)) or ""


def name_of_helper(work: Work, number: int) -> str:
    """Who has the actor's own case."""
    return name_of(work, own(work, number).assignee_id)


def _is_unreachable(work: Work, person_id: int | None) -> bool:
    if person_id is None:
        return False
    blocked = select(Person.id).where(Person.id == person_id, Person.blocked_at.is_not(None))
    return work.session.scalar(blocked) is not None


def _scope_name(work: Work, scope_id: int | None) -> str:
    if scope_id is None:
        return ""
    return work.session.scalar(select(Scope.name).where(Scope.id == scope_id)) or ""


def _count(work: Work, number: int, kind: str) -> int:
    return len(
        work.session.scalars(
            select(DifficultyEntry.id).where(
                DifficultyEntry.difficulty_id == number, DifficultyEntry.kind == kind
            )
        ).all()
    )


def _last_reason(work: Work, row: Difficulty) -> str:
    passed = entries_of(work, row.id, "passed_on")
    return passed[-1].text if passed else ""
