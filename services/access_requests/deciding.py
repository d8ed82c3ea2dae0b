"""A methodologist decides; an accepted request opens the way in once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, update

from db.models.access import AccessRequest
from services.access import Action, authorize, record
from services.access_requests.notices import AccessDecided, AccessDeclined, AccessGranted
from services.access_requests.telling import anchor_of, deciders, job_key, tell_that_it_is_over
from services.errors import Forbidden, NotFound
from services.jobs import timed
from services.notices import Notice, ToAccount, ToPerson
from services.people.contacts import contact_of
from services.people.roles import holders
from services.scopes import Place, place
from services.work import Work


@dataclass(frozen=True, slots=True)
class Granted:
    """An accepted request: the school, the name given with it, and who accepted."""

    school: Place
    name: str
    decided_by: int | None


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
    for person_id in holders(work.session, deciders(), school.path):
        if person_id != work.actor.person_id:
            work.tell(ToPerson(person_id), decided, anchor=anchor_of(row.id))
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
    work.never_mind(job_key(request_id))
    return found


def drop(work: Work, request_id: int) -> None:
    """Delete the actor's own accepted request, unused."""
    granted(work, request_id)
    work.session.execute(delete(AccessRequest).where(AccessRequest.id == request_id))
    work.never_mind(job_key(request_id))


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
        tell_that_it_is_over(work, row)
    work.session.delete(row)
    work.session.flush()


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
