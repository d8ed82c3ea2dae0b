"""A stranger asks: the school, then the name; not again and again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from db.models.access import AccessRequest
from db.models.scopes import ScopeLevel
from services.access_requests.notices import (
    AccessAsked,
    DeclinedRecently,
    NameMissing,
    NameTooLong,
    NobodyToAsk,
    TooManyRequests,
)
from services.access_requests.telling import anchor_of, deciders, end_later, tell_that_it_is_over
from services.errors import NotFound
from services.notices import ToPerson
from services.people.roles import holders
from services.scopes import Place, place
from services.work import Work

AGAIN_AFTER = timedelta(days=7)
"""How soon one may ask again where one was declined."""
A_DAY = timedelta(days=1)
MOST_A_DAY = 3
MAX_NAME = 100
OPEN = ("naming", "waiting")


@dataclass(frozen=True, slots=True)
class Asking:
    """Where a stranger's request stands."""

    id: int
    status: str
    school: Place
    created_at: datetime


def present(work: Work) -> Asking | None:
    """The actor's open request, if there is one."""
    row = _open_request(work)
    return None if row is None else _asking(work, row)


def begin(work: Work, scope_id: int) -> Asking:
    """Choose the school; the name comes next. A second request replaces an unsent one."""
    school = place(work.session, scope_id)
    if school.level is not ScopeLevel.SCHOOL:
        raise NotFound
    row = _open_request(work)
    if row is not None and row.status == "waiting":
        return _asking(work, row)
    _refuse_pressing(work, scope_id)
    if row is None:
        row = AccessRequest(account=work.actor.account, scope_id=scope_id, created_at=work.now)
        work.session.add(row)
    row.scope_id = scope_id
    work.session.flush()
    end_later(work, row)
    return _asking(work, row)


def send(work: Work, name: str) -> Asking:
    """Send the request under this name to the methodologists of the school."""
    row = _open_request(work)
    if row is None:
        raise NotFound
    if row.status == "waiting":
        return _asking(work, row)
    row.name, row.status = _checked(name), "waiting"
    work.session.flush()
    school = place(work.session, row.scope_id)
    asked = holders(work.session, deciders(), school.path)
    if not asked:
        raise NobodyToAsk
    for person_id in asked:
        work.tell(
            ToPerson(person_id),
            AccessAsked(row.id, row.name, school.name),
            anchor=anchor_of(row.id),
        )
    end_later(work, row)
    return _asking(work, row)


def cancel(work: Work) -> None:
    """Take an open request back."""
    row = _open_request(work)
    if row is None:
        return
    if row.status == "waiting":
        tell_that_it_is_over(work, row)
    row.status, row.name = "cancelled", ""
    work.session.flush()


def _open_request(work: Work) -> AccessRequest | None:
    return work.session.scalars(
        select(AccessRequest)
        .where(AccessRequest.account == work.actor.account, AccessRequest.status.in_(OPEN))
        .order_by(AccessRequest.id.desc())
    ).first()


def _refuse_pressing(work: Work, scope_id: int) -> None:
    earlier = AccessRequest.account == work.actor.account
    declined = work.session.scalar(
        select(func.count())
        .select_from(AccessRequest)
        .where(
            earlier,
            AccessRequest.scope_id == scope_id,
            AccessRequest.status == "declined",
            AccessRequest.decided_at > work.now - AGAIN_AFTER,
        )
    )
    if declined:
        raise DeclinedRecently
    of_today = work.session.scalar(
        select(func.count())
        .select_from(AccessRequest)
        .where(
            earlier,
            AccessRequest.created_at > work.now - A_DAY,
            AccessRequest.status != "naming",
        )
    )
    if (of_today or 0) >= MOST_A_DAY:
        raise TooManyRequests


def _checked(name: str) -> str:
    if not any(letter.isalpha() for letter in name):
        raise NameMissing
    if len(name) > MAX_NAME:
        raise NameTooLong(most=MAX_NAME)
    return name


def _asking(work: Work, row: AccessRequest) -> Asking:
    return Asking(row.id, row.status, place(work.session, row.scope_id), row.created_at)
