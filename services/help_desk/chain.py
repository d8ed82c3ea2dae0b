"""The fallback chain: methodologists of the place, the subject's head, the region, a call."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam, select

from db.models.assistance import Difficulty, DifficultyEntry
from db.models.people import Person, RoleAssignment
from db.models.scopes import Scope, ScopeLevel
from services.access import Role
from services.scopes import Place, above, place
from services.work import Work

FIND_HELPERS = (
    select(Person.id, Person.name, RoleAssignment.role)
    .join(RoleAssignment, RoleAssignment.person_id == Person.id)
    .where(Person.forgotten_at.is_(None), Person.account.is_not(None))
    .order_by(RoleAssignment.id)
)
FIND_HOLDERS = FIND_HELPERS.where(
    RoleAssignment.scope_id == bindparam("home"),
    RoleAssignment.role.in_(bindparam("wanted", expanding=True)),
)
FIND_HEADS = FIND_HELPERS.join(Scope, Scope.id == RoleAssignment.scope_id).where(
    Scope.parent_id == bindparam("home"),
    Scope.level == ScopeLevel.ASSOCIATION,
    Scope.subject == bindparam("taught"),
    RoleAssignment.role == Role.ASSOCIATION_HEAD,
)


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who can answer a case."""

    person_id: int
    name: str
    role: Role


def chain_of(work: Work, row: Difficulty) -> tuple[Helper, ...]:
    """Everybody who can be asked, the nearest first; nobody asks themselves.

    A sensitive case stays with methodologists.
    """
    home = place(work.session, row.municipality_id)
    links = [*methodologists(work, home)]
    if not row.sensitive and row.subject:
        links += _heads(work, home, row.subject)
    region = above(work.session, home.path, ScopeLevel.REGION)
    if region is not None and region.id != home.id:
        roles = (Role.METHODOLOGIST,) if row.sensitive else (Role.METHODOLOGIST, Role.CURATOR)
        links += _holders(work, region.id, roles)
    unique = {link.person_id: link for link in reversed(links)}
    order = dict.fromkeys(link.person_id for link in links)
    return tuple(unique[one] for one in order if one != row.reporter_id)


def first_helpers(work: Work, row: Difficulty) -> tuple[Helper, ...]:
    """Who is told of a new case: all methodologists of the place, else the next in the chain."""
    near = methodologists(work, place(work.session, row.municipality_id))
    near = tuple(one for one in near if one.person_id != row.reporter_id)
    return near or chain_of(work, row)[:1]


def next_helper(work: Work, row: Difficulty) -> Helper | None:
    """The first of the chain who has neither answered the case nor has it now."""
    tried = {*_answered(work, row), row.assignee_id, *row.offered}
    return next((one for one in chain_of(work, row) if one.person_id not in tried), None)


def others(work: Work, row: Difficulty, besides: Collection[int]) -> tuple[Helper, ...]:
    """Everybody of the chain a case can be given to by hand."""
    return tuple(one for one in chain_of(work, row) if one.person_id not in besides)


def methodologists(work: Work, home: Place) -> tuple[Helper, ...]:
    """The methodologists of exactly this place."""
    return _holders(work, home.id, (Role.METHODOLOGIST,))


def _heads(work: Work, home: Place, subject: str) -> tuple[Helper, ...]:
    return work.once(f"heads:{home.id}:{subject}", lambda: _find_heads(work, home, subject))


def _find_heads(work: Work, home: Place, subject: str) -> tuple[Helper, ...]:
    return _found(work, FIND_HEADS, {"home": home.id, "taught": subject})


def _holders(work: Work, scope_id: int, roles: Collection[Role]) -> tuple[Helper, ...]:
    name = f"holders:{scope_id}:{','.join(roles)}"
    return work.once(name, lambda: _find_holders(work, scope_id, roles))


def _find_holders(work: Work, scope_id: int, roles: Collection[Role]) -> tuple[Helper, ...]:
    return _found(work, FIND_HOLDERS, {"home": scope_id, "wanted": list(roles)})


def _found(
    work: Work, question: Select[int, str, str], asked: dict[str, Any]
) -> tuple[Helper, ...]:
    work.session.flush()
    rows = work.session.connection().execute(question, asked)
    return tuple(Helper(person_id, name, Role(role)) for person_id, name, role in rows)


def _answered(work: Work, row: Difficulty) -> set[int]:
    found = work.session.scalars(
        select(DifficultyEntry.author_id).where(
            DifficultyEntry.difficulty_id == row.id, DifficultyEntry.kind.in_(("answer", "call"))
        )
    )
    return {one for one in found if one is not None}
