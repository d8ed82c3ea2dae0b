"""What happened in the demo district before it opens, so that statistics have something to say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models.assistance import Difficulty, DifficultyEntry, Feedback
from db.models.people import Person, RoleAssignment
from db.models.scopes import Scope
from services.access import Role

Table = dict[str, Any]
ANSWER_WITHIN = timedelta(days=3)


def write_history(session: Session, now: datetime, tables: Sequence[Table]) -> None:
    """Write the past, unless there is one already."""
    if session.scalar(select(func.count()).select_from(Difficulty)):
        return
    for number, table in enumerate(tables):
        _write(session, now, table, f"history:{number}")


def _write(session: Session, now: datetime, table: Table, key: str) -> None:
    reporter = _reporter(session, table)
    school_id, municipality_id = _places(session, reporter)
    methodologist = _methodologist(session, municipality_id)
    reported = now - timedelta(days=table["days_ago"])
    case = Difficulty(
        reporter_id=reporter,
        school_id=school_id,
        municipality_id=municipality_id,
        group=table["group"],
        item=table["item"],
        subject=table.get("subject"),
        class_label=table.get("class"),
        title=table["title"],
        text=table["text"],
        status="new",
        due_at=reported + ANSWER_WITHIN,
        reported_at=reported,
        origin_key=key,
    )
    session.add(case)
    session.flush()
    if "answer" in table:
        _answer(session, case, methodologist, table)


def _answer(session: Session, case: Difficulty, methodologist: int, table: Table) -> None:
    answered = case.reported_at + timedelta(hours=table["answered_after_hours"])
    case.assignee_id = methodologist
    case.taken_at = case.reported_at + timedelta(hours=table["answered_after_hours"] / 2)
    case.answered_at = answered
    case.status, case.closed_at = "closed", answered + timedelta(hours=2)
    session.add(
        DifficultyEntry(
            difficulty_id=case.id,
            author_id=methodologist,
            kind="answer",
            text=table["answer"],
            at=answered,
        )
    )
    _rate(session, case, "at_once", answered + timedelta(hours=2), score=table["score"])
    if "outcome" in table:
        asked = answered + timedelta(days=14)
        _rate(session, case, "on_lesson", asked, outcome=table["outcome"])


def _rate(
    session: Session,
    case: Difficulty,
    stage: str,
    at: datetime,
    *,
    score: int | None = None,
    outcome: str | None = None,
) -> None:
    session.add(
        Feedback(difficulty_id=case.id, stage=stage, round=0, score=score, outcome=outcome, at=at)
    )


def _reporter(session: Session, table: Table) -> int:
    known = Person.account == table["by"] if "by" in table else Person.name == table["by_name"]
    return session.scalars(select(Person.id).where(known)).one()


def _places(session: Session, person_id: int) -> tuple[int, int]:
    row = session.execute(
        select(Scope.id, Scope.parent_id)
        .join(RoleAssignment, RoleAssignment.scope_id == Scope.id)
        .where(RoleAssignment.person_id == person_id, RoleAssignment.role == Role.TEACHER)
    ).one()
    return row.id, row.parent_id


def _methodologist(session: Session, municipality_id: int) -> int:
    return session.scalars(
        select(RoleAssignment.person_id).where(
            RoleAssignment.scope_id == municipality_id, RoleAssignment.role == Role.METHODOLOGIST
        )
    ).one()
