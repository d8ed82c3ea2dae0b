"""Whom a request concerns, how its message is found again, when its time is over."""

from __future__ import annotations

from datetime import timedelta

from db.models.access import AccessRequest
from services.access import RULES, Action, Role
from services.access_requests.notices import AccessDecided
from services.notices import ToPerson
from services.people.roles import holders
from services.scopes import place
from services.work import Work

KEPT = timedelta(days=14)
"""An unanswered request is deleted after this, and the stranger told."""


def deciders() -> frozenset[Role]:
    """The roles that decide."""
    return RULES[Action.DECIDE_ACCESS]


def tell_that_it_is_over(work: Work, row: AccessRequest) -> None:
    """Take the question back from those who were asked."""
    school = place(work.session, row.scope_id)
    for person_id in holders(work.session, deciders(), school.path):
        work.tell(
            ToPerson(person_id),
            AccessDecided("", school.name, None),
            anchor=anchor_of(row.id),
        )


def end_later(work: Work, row: AccessRequest) -> None:
    """Let the request end by itself."""
    work.later(
        "access_requests.end",
        {"request_id": row.id},
        due_at=work.now + KEPT,
        key=job_key(row.id),
    )


def anchor_of(request_id: int) -> str:
    """What the message to those asked stands for: later words edit it."""
    return f"access:{request_id}"


def job_key(request_id: int) -> str:
    """The key of the job that ends the request."""
    return f"access:{request_id}:end"
