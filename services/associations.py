"""Which associations care for a subject in a place, and whether each has its group."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.groups import GroupChat
from db.models.people import Person, RoleAssignment
from db.models.scopes import ScopeLevel
from services.access import Role
from services.scopes import Place, above, associations_of, place
from services.subjects import circles


def caring(session: Session, scope_id: int, subject: str, grade: int) -> tuple[Place, ...]:
    """The associations of a school or municipality that discuss a subject, else those for all."""
    own = associations_of(session, scope_id, None)
    for circle in circles(subject, grade):
        if found := _with(own, circle):
            return found
    return _with(own, None)


def group_title(session: Session, association_id: int) -> str | None:
    """The title of the linked group; None while there is none."""
    return session.execute(
        select(GroupChat.title).where(
            GroupChat.scope_id == association_id, GroupChat.status == "linked"
        )
    ).scalar()


def is_group_of(session: Session, association_id: int, chat_id: int) -> bool:
    """Whether a chat is the linked group of an association."""
    group = session.get(GroupChat, chat_id)
    return group is not None and group.status == "linked" and group.scope_id == association_id


def leaders(session: Session, association_id: int) -> tuple[int, ...]:
    """Who leads an association: its heads; without one the school's administrators, else its
    municipality's methodologists. Only people who can be reached."""
    own = place(session, association_id)
    school = above(session, own.path, ScopeLevel.SCHOOL)
    municipality = above(session, own.path, ScopeLevel.MUNICIPALITY)
    line = (
        (Role.ASSOCIATION_HEAD, own),
        (Role.ADMINISTRATOR, school),
        (Role.METHODOLOGIST, municipality),
    )
    for role, where in line:
        found = () if where is None else _holders(session, role, where.id)
        if found:
            return found
    return ()


def _holders(session: Session, role: Role, scope_id: int) -> tuple[int, ...]:
    session.flush()
    return tuple(
        session.scalars(
            select(RoleAssignment.person_id)
            .join(Person, Person.id == RoleAssignment.person_id)
            .where(
                RoleAssignment.role == role,
                RoleAssignment.scope_id == scope_id,
                Person.forgotten_at.is_(None),
                Person.account.is_not(None),
            )
            .order_by(RoleAssignment.id)
        )
    )


def _with(associations: Sequence[Place], subject: str | None) -> tuple[Place, ...]:
    return tuple(one for one in associations if one.subject == subject)
