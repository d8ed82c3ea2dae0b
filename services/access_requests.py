"""Requests for access: a stranger asks the methodologist of a school to be let in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select, update

from db.models.access import AccessRequest
from db.models.scopes import ScopeLevel
from services.access import RULES, Action, Role, authorize, record
from services.errors import Forbidden, NotFound, ServiceError
from services.jobs import timed
from services.notices import Notice, ToAccount, ToPerson
from services.people.contacts import Contact, contact_of
from services.people.roles import holders
from services.scopes import Place, place
from services.work import Work

KEPT = timedelta(days=14)
"""An unanswered request is deleted after this, and the stranger told."""
AGAIN_AFTER = timedelta(days=7)
"""How soon one may ask again where one was declined."""
A_DAY = timedelta(days=1)
MOST_A_DAY = 3
MAX_NAME = 100
OPEN = ("naming", "waiting")


class TooManyRequests(ServiceError):
    """Enough for one day."""


class DeclinedRecently(ServiceError):
    """The methodologist has said no a few days ago."""


class NobodyToAsk(ServiceError):
    """No methodologist of the place is here yet."""


class NameTooLong(ServiceError):
    """A name is one line."""


class NameMissing(ServiceError):
    """Nothing readable is left of the name."""


@dataclass(frozen=True)
class AccessAsked(Notice):
    """Somebody asks to be let in."""

    request_id: int
    name: str
    school: str


@dataclass(frozen=True)
class AccessDecided(Notice):
    """One of those asked has answered; the others need not."""

    name: str
    school: str
    accepted: bool
    decided_by: str


@dataclass(frozen=True)
class AccessGranted(Notice):
    """The stranger may come in."""

    request_id: int
    school: str


@dataclass(frozen=True)
class AccessDeclined(Notice):
    """The stranger may not, or nobody has answered; and whom to call."""

    school: str
    unanswered: bool
    contact: Contact


@dataclass(frozen=True, slots=True)
class Asking:
    """Where a stranger's request stands."""

    id: int
    status: str
    school: Place
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Granted:
    """An accepted request: the school, the name given with it, and who accepted."""

    school: Place
    name: str
    decided_by: int | None


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
    _end_later(work, row)
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
    asked = holders(work.session, _deciders(), school.path)
    if not asked:
        raise NobodyToAsk
    for person_id in asked:
        work.tell(
            ToPerson(person_id),
            AccessAsked(row.id, row.name, school.name),
            anchor=_anchor(row.id),
        )
    _end_later(work, row)
    return _asking(work, row)


def cancel(work: Work) -> None:
    """Take an open request back."""
    row = _open_request(work)
    if row is None:
        return
    if row.status == "waiting":
        _tell_deciders(work, row, accepted=False, decided_by="")
    row.status, row.name = "cancelled", ""
    work.session.flush()


def decide(work: Work, request_id: int, *, accepted: bool) -> AccessDecided:
    """Let the stranger in or not; the second to decide finds it decided."""
    row = work.session.get(AccessRequest, request_id)
    if row is None:
        raise NotFound
    school = place(work.session, row.scope_id)
    authorize(work, Action.DECIDE_ACCESS, school.path)
    if row.account == work.actor.account:
        raise Forbidden(action=Action.DECIDE_ACCESS.value)
    name = row.name
    if not _settle(work, row, accepted=accepted):
        raise NotFound
    record(work, "access_decided", f"scope:{school.id}", accepted=accepted)
    contact = contact_of(work.session, school.path)
    answer: Notice = (
        AccessGranted(row.id, school.name)
        if accepted
        else AccessDeclined(school.name, False, contact)
    )
    work.tell(ToAccount(row.account), answer)
    decided = AccessDecided(name, school.name, accepted, work.actor.name)
    for person_id in holders(work.session, _deciders(), school.path):
        if person_id != work.actor.person_id:
            work.tell(ToPerson(person_id), decided, anchor=_anchor(row.id))
    return decided


def granted(work: Work, request_id: int) -> Granted:
    """The actor's own accepted request; raise NotFound."""
    row = work.session.get(AccessRequest, request_id)
    if row is None or row.account != work.actor.account or row.status != "accepted":
        raise NotFound
    return Granted(place(work.session, row.scope_id), row.name, row.decided_by)


def use(work: Work, request_id: int) -> Granted:
    """The same, once: the request has served and its name is dropped."""
    found = granted(work, request_id)
    work.session.execute(
        update(AccessRequest).where(AccessRequest.id == request_id).values(status="used", name="")
    )
    work.never_mind(_job_key(request_id))
    return found


def drop(work: Work, request_id: int) -> None:
    """Delete the actor's own accepted request, unused."""
    granted(work, request_id)
    work.session.execute(delete(AccessRequest).where(AccessRequest.id == request_id))
    work.never_mind(_job_key(request_id))


@timed("access_requests.end")
def end(work: Work, params: dict[str, Any]) -> None:
    """Nobody has answered, or the answer was not used: nothing of the stranger is kept."""
    row = work.session.get(AccessRequest, params["request_id"])
    if row is None:
        return
    if row.status == "waiting":
        school = place(work.session, row.scope_id)
        contact = contact_of(work.session, school.path)
        work.tell(ToAccount(row.account), AccessDeclined(school.name, True, contact))
        _tell_deciders(work, row, accepted=False, decided_by="")
    work.session.delete(row)
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


def _settle(work: Work, row: AccessRequest, *, accepted: bool) -> bool:
    settled = work.session.execute(
        update(AccessRequest)
        .where(AccessRequest.id == row.id, AccessRequest.status == "waiting")
        .values(
            status="accepted" if accepted else "declined",
            name=row.name if accepted else "",
            decided_at=work.now,
            decided_by=work.actor.person_id,
        )
        .returning(AccessRequest.id)
        .execution_options(synchronize_session=False)
    ).first()
    return settled is not None


def _tell_deciders(work: Work, row: AccessRequest, *, accepted: bool, decided_by: str) -> None:
    school = place(work.session, row.scope_id)
    for person_id in holders(work.session, _deciders(), school.path):
        work.tell(
            ToPerson(person_id),
            AccessDecided(row.name, school.name, accepted, decided_by),
            anchor=_anchor(row.id),
        )


def _deciders() -> frozenset[Role]:
    return RULES[Action.DECIDE_ACCESS]


def _end_later(work: Work, row: AccessRequest) -> None:
    work.later(
        "access_requests.end",
        {"request_id": row.id},
        due_at=work.now + KEPT,
        key=_job_key(row.id),
    )


def _checked(name: str) -> str:
    if not any(letter.isalpha() for letter in name):
        raise NameMissing
    if len(name) > MAX_NAME:
        raise NameTooLong(most=MAX_NAME)
    return name


def _asking(work: Work, row: AccessRequest) -> Asking:
    return Asking(row.id, row.status, place(work.session, row.scope_id), row.created_at)


def _anchor(request_id: int) -> str:
    return f"access:{request_id}"


def _job_key(request_id: int) -> str:
    return f"access:{request_id}:end"
