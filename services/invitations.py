"""Invitations: deep links into a role, counted, expiring, revocable; guessing is locked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.models.access import Invitation
from db.models.scopes import ScopeLevel
from services import guessing
from services.access import Action, Holding, Role, authorize, holdings, record
from services.codes import hash_of, new_code
from services.errors import Forbidden, NotFound, ServiceError
from services.scopes import Place, by_login, place, within
from services.work import Work

PREFIX = "i_"
"""How the payload of an invitation's deep link begins."""
DAYS = 14
SINGLE, MANY = 1, 30

INVITABLE: dict[Role, tuple[Role, ...]] = {
    Role.OWNER: (
        Role.TEACHER,
        Role.ASSOCIATION_HEAD,
        Role.ADMINISTRATOR,
        Role.METHODOLOGIST,
        Role.DIRECTOR,
        Role.CURATOR,
        Role.OBSERVER,
    ),
    Role.METHODOLOGIST: (
        Role.TEACHER,
        Role.ASSOCIATION_HEAD,
        Role.ADMINISTRATOR,
        Role.DIRECTOR,
    ),
    Role.ADMINISTRATOR: (Role.TEACHER, Role.ASSOCIATION_HEAD),
}
"""Whom a role may invite: never its own kind, and nobody may invite an owner."""

LEVELS: dict[Role, tuple[ScopeLevel, ...]] = {
    Role.TEACHER: (ScopeLevel.SCHOOL,),
    Role.ASSOCIATION_HEAD: (ScopeLevel.ASSOCIATION,),
    Role.ADMINISTRATOR: (ScopeLevel.SCHOOL,),
    Role.METHODOLOGIST: (ScopeLevel.MUNICIPALITY, ScopeLevel.REGION),
    Role.CURATOR: (ScopeLevel.REGION,),
    Role.DIRECTOR: (ScopeLevel.SCHOOL,),
    Role.OBSERVER: (ScopeLevel.MUNICIPALITY, ScopeLevel.REGION),
    Role.OWNER: (ScopeLevel.REGION,),
}
"""The places in which a role makes sense."""


class OwnInvitation(ServiceError):
    """Nobody raises their own role: an invitation is for somebody else."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A role in a place, offered to whoever has the code."""

    role: Role
    place: Place
    invited_by: int | None


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation that is still open, as its author sees it."""

    id: int
    role: Role
    place: Place
    uses_left: int
    expires_at: datetime


def invitable_roles(work: Work) -> tuple[Role, ...]:
    """The roles the actor may invite somewhere."""
    allowed = {role for held in holdings(work) for role in INVITABLE.get(held.role, ())}
    return tuple(role for role in Role if role in allowed)


def places_for(work: Work, role: Role) -> tuple[Place, ...]:
    """Where the actor may invite this role."""
    found: dict[int, Place] = {}
    for held in holdings(work):
        if role in INVITABLE.get(held.role, ()):
            for level in LEVELS[role]:
                found.update((one.id, one) for one in within(work.session, held.path, level))
    return tuple(sorted(found.values(), key=lambda one: (one.name, one.id)))


def invite(work: Work, role: Role, scope_id: int, *, uses: int = SINGLE) -> tuple[str, datetime]:
    """Make an invitation; the payload of its link, shown this once, and when it expires."""
    where = place(work.session, scope_id)
    authorize(work, Action.INVITE, where.path)
    if not _may_invite(holdings(work), role, where):
        raise Forbidden(action=Action.INVITE.value)
    record(work, "invited", f"scope:{scope_id}", role=role.value, uses=uses)
    return _issue(work, role, where, uses=uses, days=DAYS)


def issue_at_console(work: Work, place: str, *, role: Role, uses: int, days: int) -> str:
    """The same for whoever holds the machine: `place` is a login or an id; the link's payload."""
    where = by_login(work.session, place) or _by_id(work.session, place)
    if where.level not in LEVELS[role]:
        raise NotFound
    record(work, "invited", f"scope:{where.id}", role=role.value, uses=uses)
    return _issue(work, role, where, uses=uses, days=days)[0]


def look(work: Work, code: str) -> Offer | None:
    """What a code offers; None alike for wrong, expired, used up, and while locked out."""
    if guessing.locked(work):
        return None
    row = work.session.scalars(
        select(Invitation).where(
            Invitation.code_hash == hash_of(code),
            Invitation.uses_left > 0,
            Invitation.expires_at > work.now,
        )
    ).first()
    offer = None if row is None else _offer(work, row)
    if offer is None:
        guessing.count_wrong(work)
        return None
    guessing.forgive(work)
    return offer


def redeem(work: Work, code: str) -> Offer | None:
    """Use one place of an invitation; of two at once only as many succeed as there are places."""
    if guessing.locked(work):
        return None
    row = work.session.scalars(
        update(Invitation)
        .where(
            Invitation.code_hash == hash_of(code),
            Invitation.uses_left > 0,
            Invitation.expires_at > work.now,
        )
        .values(uses_left=Invitation.uses_left - 1)
        .returning(Invitation)
        .execution_options(populate_existing=True, synchronize_session=False)
    ).first()
    return None if row is None else _offer(work, row)


def mine(work: Work) -> tuple[Invited, ...]:
    """The actor's invitations that still open something, newest first."""
    if work.actor.person_id is None:
        return ()
    rows = work.session.scalars(
        select(Invitation)
        .where(
            Invitation.created_by == work.actor.person_id,
            Invitation.uses_left > 0,
            Invitation.expires_at > work.now,
        )
        .order_by(Invitation.id.desc())
    )
    return tuple(
        Invited(
            row.id,
            Role(row.role),
            place(work.session, row.scope_id),
            row.uses_left,
            row.expires_at,
        )
        for row in rows
    )


def revoke(work: Work, invitation_id: int) -> None:
    """Close one of the actor's own invitations."""
    row = work.session.get(Invitation, invitation_id)
    if row is None or row.created_by is None or row.created_by != work.actor.person_id:
        raise NotFound
    row.uses_left = 0
    record(work, "invitation_revoked", f"scope:{row.scope_id}", role=row.role)
    work.session.flush()


def _issue(work: Work, role: Role, where: Place, *, uses: int, days: int) -> tuple[str, datetime]:
    code = new_code()
    expires_at = work.now + timedelta(days=days)
    work.session.add(
        Invitation(
            code_hash=hash_of(code),
            role=role,
            scope_id=where.id,
            uses_left=uses,
            expires_at=expires_at,
            created_by=work.actor.person_id,
            created_at=work.now,
        )
    )
    work.session.flush()
    return PREFIX + code, expires_at


def _offer(work: Work, row: Invitation) -> Offer | None:
    where = place(work.session, row.scope_id)
    role = Role(row.role)
    # The author may have lost the right since: asked now, not when the link was made.
    if row.created_by is not None:
        if row.created_by == work.actor.person_id:
            raise OwnInvitation
        if not _may_invite(holdings(work, row.created_by), role, where):
            return None
    return Offer(role, where, row.created_by)


def _may_invite(held: Iterable[Holding], role: Role, where: Place) -> bool:
    return where.level in LEVELS[role] and any(
        role in INVITABLE.get(one.role, ()) and where.path.startswith(one.path) for one in held
    )


def _by_id(session: Session, text: str) -> Place:
    if not text.isdecimal():
        raise NotFound
    return place(session, int(text))
