"""Hints to look at the conditions of a study: asked of the school's administrators alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models.people import Person, RoleAssignment
from db.models.results import Study
from db.models.scopes import ScopeLevel
from services.access import Role
from services.notices import Notice, ToPerson
from services.scopes import place
from services.studies import Title, as_of, title
from services.work import Work


@dataclass(frozen=True, slots=True)
class HintView:
    """One thing to ask about; `code` is one of `services.analysis.hints.CODES`."""

    code: str
    params: dict[str, Any]


@dataclass(frozen=True)
class ConditionsAsked(Notice):
    """Figures of a study differ from the region's so that its conditions are worth a question."""

    title: Title
    place: str
    hints: tuple[HintView, ...]


def ask_about_conditions(work: Work, study: Study, findings: Mapping[str, Any]) -> None:
    """Ask whoever answers for the place, once for each state of a study; never a group."""
    hints = tuple(HintView(one["code"], dict(one["params"])) for one in findings.get("hints", ()))
    if not hints:
        return
    notice = ConditionsAsked(title(study), place(work.session, study.scope_id).name, hints)
    for person_id in _answerable(work, study.scope_id):
        key = f"study:{study.id}:conditions:{as_of(study)}:{person_id}"
        work.tell(ToPerson(person_id), notice, key=key)


def _answerable(work: Work, scope_id: int) -> Sequence[int]:
    """A school's administrators; a municipality's own figures go to its methodologists."""
    school = place(work.session, scope_id).level is ScopeLevel.SCHOOL
    return work.session.scalars(
        select(RoleAssignment.person_id)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(
            RoleAssignment.role == (Role.ADMINISTRATOR if school else Role.METHODOLOGIST),
            RoleAssignment.scope_id == scope_id,
            Person.account.is_not(None),
        )
        .order_by(RoleAssignment.id)
    ).all()
