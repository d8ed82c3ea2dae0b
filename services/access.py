"""Who may do what, where. Deny by default; asked at the moment an action runs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import bindparam, select

from db.base import table_of
from db.models.access import AuditRecord
from db.models.people import RoleAssignment
from db.models.scopes import Scope
from services.errors import Forbidden
from services.work import Work


class Role(StrEnum):
    """The roles of the product; a person may hold several, each in a scope."""

    TEACHER = "teacher"
    ASSOCIATION_HEAD = "association_head"
    ADMINISTRATOR = "administrator"
    METHODOLOGIST = "methodologist"
    CURATOR = "curator"
    DIRECTOR = "director"
    OBSERVER = "observer"
    OWNER = "owner"


class Action(StrEnum):
    """What can be done; every service function that changes or shows something names one."""

    REPORT_DIFFICULTY = "report_difficulty"
    ENTER_CALL = "enter_call"
    WORK_AT_HELP_DESK = "work_at_help_desk"
    SEE_STATISTICS = "see_statistics"
    UPLOAD_RESULTS = "upload_results"
    PUSH_SUMMARY = "push_summary"
    SEE_SUMMARY = "see_summary"
    VOTE = "vote"
    DECIDE = "decide"
    SEE_DECISIONS = "see_decisions"
    WRITE_PAPERS = "write_papers"
    KEEP_TEMPLATES = "keep_templates"
    SEE_CALENDAR = "see_calendar"
    PLAN_STUDIES = "plan_studies"
    SEE_STAFF = "see_staff"
    SEE_ANALYSIS = "see_analysis"
    SAY_LOADS = "say_loads"
    CONFIRM_LOADS = "confirm_loads"
    INVITE = "invite"
    DECIDE_ACCESS = "decide_access"
    LINK_GROUP = "link_group"
    MANAGE_ROLES = "manage_roles"


EVERYONE_AT_SCHOOL = frozenset({Role.TEACHER, Role.ASSOCIATION_HEAD, Role.ADMINISTRATOR})
STAFF = frozenset({Role.METHODOLOGIST, Role.OWNER})

RULES: dict[Action, frozenset[Role]] = {
    Action.REPORT_DIFFICULTY: EVERYONE_AT_SCHOOL | {Role.DIRECTOR},
    Action.ENTER_CALL: frozenset({Role.METHODOLOGIST}),
    Action.WORK_AT_HELP_DESK: frozenset({Role.METHODOLOGIST, Role.ASSOCIATION_HEAD, Role.CURATOR}),
    Action.SEE_STATISTICS: STAFF | {Role.OBSERVER},
    Action.UPLOAD_RESULTS: frozenset({Role.ADMINISTRATOR, Role.METHODOLOGIST}),
    Action.PUSH_SUMMARY: frozenset({Role.ADMINISTRATOR, Role.METHODOLOGIST}),
    Action.SEE_SUMMARY: EVERYONE_AT_SCHOOL | {Role.METHODOLOGIST},
    Action.VOTE: EVERYONE_AT_SCHOOL,
    # Of these, only whoever leads the association now: services/decisions asks for that too.
    Action.DECIDE: frozenset({Role.ASSOCIATION_HEAD, Role.ADMINISTRATOR, Role.METHODOLOGIST}),
    Action.SEE_DECISIONS: frozenset(
        {Role.ASSOCIATION_HEAD, Role.ADMINISTRATOR, Role.METHODOLOGIST, Role.DIRECTOR}
    ),
    Action.SEE_CALENDAR: frozenset(
        {Role.METHODOLOGIST, Role.ADMINISTRATOR, Role.DIRECTOR, Role.OBSERVER}
    ),
    Action.PLAN_STUDIES: frozenset({Role.METHODOLOGIST, Role.ADMINISTRATOR, Role.DIRECTOR}),
    Action.SEE_STAFF: frozenset({Role.METHODOLOGIST, Role.ADMINISTRATOR, Role.OBSERVER}),
    Action.WRITE_PAPERS: frozenset(
        {Role.ASSOCIATION_HEAD, Role.ADMINISTRATOR, Role.METHODOLOGIST, Role.DIRECTOR}
    ),
    Action.KEEP_TEMPLATES: frozenset(
        {Role.ASSOCIATION_HEAD, Role.ADMINISTRATOR, Role.METHODOLOGIST}
    ),
    # What of a place each of them sees is narrower still: services/analyses/sights.py.
    Action.SEE_ANALYSIS: EVERYONE_AT_SCHOOL | {Role.DIRECTOR, Role.METHODOLOGIST, Role.OBSERVER},
    Action.SAY_LOADS: frozenset({Role.TEACHER}),
    Action.CONFIRM_LOADS: frozenset({Role.ADMINISTRATOR, Role.DIRECTOR}),
    Action.INVITE: STAFF | {Role.ADMINISTRATOR},
    Action.DECIDE_ACCESS: STAFF,
    Action.LINK_GROUP: STAFF,
    Action.MANAGE_ROLES: frozenset({Role.OWNER}),
}


@dataclass(frozen=True, slots=True)
class Holding:
    """A role held in a scope."""

    role: Role
    scope_id: int
    path: str
    level: str
    scope_name: str
    subject: str | None
    assignment_id: int


ASSIGNMENT, SCOPE = table_of(RoleAssignment), table_of(Scope)
HOLDINGS = (
    select(
        ASSIGNMENT.c.role,
        SCOPE.c.id,
        SCOPE.c.path,
        SCOPE.c.level,
        SCOPE.c.name,
        SCOPE.c.subject,
        ASSIGNMENT.c.id,
    )
    .join(SCOPE, SCOPE.c.id == ASSIGNMENT.c.scope_id)
    .where(ASSIGNMENT.c.person_id == bindparam("holder"))
    .order_by(ASSIGNMENT.c.id)
)


def holdings(work: Work, person_id: int | None = None) -> tuple[Holding, ...]:
    """The roles of a person (by default the actor), as they stand now."""
    holder = work.actor.person_id if person_id is None else person_id
    if holder is None:
        return ()
    rows = work.session.connection().execute(HOLDINGS, {"holder": holder})
    return tuple(
        Holding(Role(role), scope_id, path, level, name, subject, assignment_id)
        for role, scope_id, path, level, name, subject, assignment_id in rows
    )


def may(work: Work, action: Action, path: str) -> bool:
    """Whether one of the actor's roles allows `action` on the place at `path`."""
    return any(held.role in RULES[action] and path.startswith(held.path) for held in holdings(work))


def authorize(work: Work, action: Action, path: str) -> None:
    """Refuse with `Forbidden` unless the actor may do `action` at `path`."""
    if not may(work, action, path):
        raise Forbidden(action=action.value)


def record(work: Work, action: str, thing: str, **details: object) -> None:
    """Write a privileged act into the audit trail."""
    work.session.add(
        AuditRecord(
            at=work.now,
            actor_id=work.actor.person_id,
            action=action,
            object=thing,
            details=dict(details),
        )
    )
