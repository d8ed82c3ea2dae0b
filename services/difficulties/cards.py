"""Cases as the staff see them, and as their reporters do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models.assistance import Difficulty
from db.models.people import Person
from db.models.scopes import Scope
from services.difficulties.cases import LEFT, OPEN, name_of
from services.difficulties.entries import count_of, entries_of
from services.work import Work


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
        additions=count_of(work, row.id, "addition"),
        answers=row.round,
        reason=_last_reason(work, row),
        call_at=row.call_at or "",
    )


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
    """The actor's cases, open ones first, then the newest; a stranger has none."""
    if work.actor.person_id is None:
        # Cases of nobody, such as telephone calls, are not a stranger's.
        return ()
    rows = work.session.scalars(
        select(Difficulty).where(Difficulty.reporter_id == work.actor.person_id)
    ).all()
    ordered = sorted(rows, key=lambda row: (row.status in LEFT, -row.id))
    return tuple(own_case(work, row) for row in ordered)


def is_free(row: Difficulty) -> bool:
    """Whether a case may be taken: nobody has it, or whoever had it let its day pass."""
    if row.status not in OPEN:
        return False
    if row.assignee_id is None:
        return True
    return row.delayed and (row.taken_at is None or row.taken_at <= row.due_at)


def _scope_name(work: Work, scope_id: int | None) -> str:
    if scope_id is None:
        return ""
    return work.session.scalar(select(Scope.name).where(Scope.id == scope_id)) or ""


def _is_unreachable(work: Work, person_id: int | None) -> bool:
    if person_id is None:
        return False
    blocked = select(Person.id).where(Person.id == person_id, Person.blocked_at.is_not(None))
    return work.session.scalar(blocked) is not None


def _last_reason(work: Work, row: Difficulty) -> str:
    passed = entries_of(work, row.id, "passed_on")
    return passed[-1].text if passed else ""
