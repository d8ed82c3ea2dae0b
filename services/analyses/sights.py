"""Whose results somebody may look at: asked of the roles at the moment they look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from db.models.people import Person
from db.models.results import Study
from db.models.scopes import ScopeLevel
from services.access import RULES, Action, Holding, Role, holdings
from services.errors import NotFound
from services.scopes import Place, place
from services.subjects import circles
from services.work import Work

OF_SCHOOLS = frozenset({Role.TEACHER, Role.ADMINISTRATOR, Role.DIRECTOR})
LEADERS = frozenset({Role.ADMINISTRATOR, Role.DIRECTOR})
"""Those who answer for a whole school."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One role's view: a school's own studies, or those of a wider place pooled."""

    role: Role
    place: Place
    subjects: frozenset[str] | None
    """Whose circles of subjects it takes in; None for all."""

    @property
    def wide(self) -> bool:
        """Whether schools are seen together only, never one by one."""
        return self.place.level is not ScopeLevel.SCHOOL

    @property
    def leads(self) -> bool:
        """Whether it is the view of somebody who answers for the school."""
        return self.role in LEADERS and not self.wide

    def covers(self, subject: str, grade: int) -> bool:
        """Whether it takes in a subject in a grade."""
        return self.subjects is None or not self.subjects.isdisjoint(circles(subject, grade))


@dataclass(frozen=True, slots=True)
class Seen:
    """A study the actor may look at, and the sight that allows it."""

    study: Study
    place: Place
    sights: tuple[Sight, ...]

    @property
    def leads(self) -> bool:
        """Whether the actor answers for the school the study is of."""
        return any(one.leads for one in self.sights)


def sights(work: Work) -> tuple[Sight, ...]:
    """Every view the actor's roles give, as they stand now."""
    return work.once("analyses.sights", lambda: tuple(_sights(work)))


def see(work: Work, study_id: int) -> Seen:
    """The study of a place the actor sees; raise NotFound for all others alike."""
    study = work.session.get(Study, study_id)
    if study is None:
        raise NotFound
    where = place(work.session, study.scope_id)
    found = tuple(
        one for one in sights(work) if one.covers(study.subject, study.grade) and _opens(one, where)
    )
    if not found:
        raise NotFound
    return Seen(study, where, found)


def _opens(sight: Sight, where: Place) -> bool:
    if sight.wide:
        return where.level is ScopeLevel.MUNICIPALITY and where.path.startswith(sight.place.path)
    return where.id == sight.place.id


def _sights(work: Work) -> Iterator[Sight]:
    for held in holdings(work):
        if held.role in RULES[Action.SEE_ANALYSIS]:
            sight = _sight(work, held)
            if sight is not None:
                yield sight


def _sight(work: Work, held: Holding) -> Sight | None:
    where = place(work.session, held.scope_id)
    if held.role is Role.ASSOCIATION_HEAD:
        return _of_head(work, where)
    if held.role in OF_SCHOOLS:
        if where.level is not ScopeLevel.SCHOOL:
            return None
        own = _own_subjects(work) if held.role is Role.TEACHER else None
        return Sight(held.role, where, own)
    wide = where.level in (ScopeLevel.MUNICIPALITY, ScopeLevel.REGION)
    return Sight(held.role, where, None) if wide else None


def _of_head(work: Work, association: Place) -> Sight | None:
    if association.level is not ScopeLevel.ASSOCIATION or association.parent_id is None:
        return None
    subjects = None if association.subject is None else frozenset({association.subject})
    return Sight(Role.ASSOCIATION_HEAD, place(work.session, association.parent_id), subjects)


def _own_subjects(work: Work) -> frozenset[str]:
    told = work.session.scalar(select(Person.subjects).where(Person.id == work.actor.person_id))
    return frozenset(map(str, told or ()))
