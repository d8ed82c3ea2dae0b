"""Staying unnamed, honestly: how many colleagues a subject hides one among."""

from __future__ import annotations

from sqlalchemy import select

from db.models.people import Person, RoleAssignment
from db.models.scopes import Scope
from services.access import Role
from services.difficulties.labels import OWN_TOPIC
from services.work import Work

ENOUGH = 5
"""Among so many teachers of a subject nobody is known by the subject."""
TEACHING = (Role.TEACHER, Role.ASSOCIATION_HEAD, Role.ADMINISTRATOR, Role.DIRECTOR)
SUBJECT_TOPICS = "topic"


def teachers_of(work: Work, path: str, subject: str) -> int:
    """How many registered people of a municipality teach a subject."""
    rows = work.session.execute(
        select(Person.id, Person.subjects)
        .join(RoleAssignment, RoleAssignment.person_id == Person.id)
        .join(Scope, Scope.id == RoleAssignment.scope_id)
        .where(
            Scope.path.startswith(path),
            RoleAssignment.role.in_(TEACHING),
            Person.forgotten_at.is_(None),
        )
    )
    return len({person_id for person_id, subjects in rows if subject in subjects})


def without_subject(group: str, item: str, title: str) -> tuple[str, str]:
    """Item and title that do not give a hidden subject away: topics name their subject."""
    if group != SUBJECT_TOPICS:
        return item, title
    return OWN_TOPIC, ""
