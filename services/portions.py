"""Whose results a file holds: each school's part of it, and who may load it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from db.models.scopes import ScopeLevel
from services.access import RULES, Action, Holding, holdings
from services.results import Exam, Group, School
from services.scopes import Place, above, by_login, within
from services.subjects import subject_of
from services.work import Work

SCHOOL_LEVEL = "school"


@dataclass(frozen=True, slots=True)
class Portion:
    """What of an exam belongs to one place; a municipality has the works of its schools pooled."""

    place: Place
    exam: Exam

    @property
    def wide(self) -> bool:
        """Whether it pools schools."""
        return self.place.level is not ScopeLevel.SCHOOL


@dataclass(frozen=True, slots=True)
class Portions:
    """The parts somebody may load, and the names of schools that are not theirs to load."""

    taken: tuple[Portion, ...] = ()
    foreign: tuple[str, ...] = ()

    @property
    def schools(self) -> tuple[Portion, ...]:
        """The parts of single schools."""
        return tuple(portion for portion in self.taken if not portion.wide)

    @property
    def works(self) -> int:
        """How many works of pupils they may load."""
        return sum(len(portion.exam.pupils) for portion in self.schools)


def rights(work: Work, person_id: int) -> tuple[Holding, ...]:
    """The roles that let a person load results."""
    return tuple(
        held for held in holdings(work, person_id) if held.role in RULES[Action.UPLOAD_RESULTS]
    )


def portions(work: Work, exam: Exam, held: Sequence[Holding]) -> Portions:
    """Share an exam out among the schools it names, within the places of the roles."""
    named = _named(exam)
    if not named:
        return Portions(tuple(_unnamed(work, exam, held)))
    places = {school.key: _place_of(work, school, held) for school in named}
    mine = [(school, place) for school in named if (place := places[school.key]) is not None]
    taken = [Portion(place, _only(exam, (school,))) for school, place in mine]
    foreign = tuple(school.name for school in named if places[school.key] is None)
    return Portions((*taken, *_pooled(work, exam, mine, held)), foreign)


def _named(exam: Exam) -> tuple[School, ...]:
    """The schools of a file: sections and columns of works, or lines of a report on groups."""
    if exam.schools:
        return tuple(school for school in exam.schools if school.key)
    return tuple(
        School(group.login, group.name, None, None, group.n)
        for group in exam.groups
        if group.level == SCHOOL_LEVEL
    )


def _unnamed(work: Work, exam: Exam, held: Sequence[Holding]) -> Iterator[Portion]:
    # A file without a school belongs to the only school of its sender, if there is one.
    own = {one.scope_id: one for one in held if one.level == ScopeLevel.SCHOOL}
    if len(own) == 1:
        place = within(work.session, next(iter(own.values())).path, ScopeLevel.SCHOOL)[0]
        yield Portion(place, _canonical(exam))


def _pooled(
    work: Work, exam: Exam, mine: Sequence[tuple[School, Place]], held: Sequence[Holding]
) -> Iterator[Portion]:
    """The municipality's own part, for one who answers for all of it."""
    by_municipality: dict[int, list[School]] = {}
    found: dict[int, Place] = {}
    for school, place in mine:
        municipality = above(work.session, place.path, ScopeLevel.MUNICIPALITY)
        if municipality is not None and _within(municipality.path, held):
            found[municipality.id] = municipality
            by_municipality.setdefault(municipality.id, []).append(school)
    for scope_id, schools in by_municipality.items():
        if len(schools) > 1:
            yield Portion(found[scope_id], _only(exam, schools))


def _place_of(work: Work, school: School, held: Sequence[Holding]) -> Place | None:
    if school.login:
        place = by_login(work.session, school.login)
        if place is not None:
            return place if _within(place.path, held) else None
    wanted = _plain(school.name)
    for one in held:
        for place in within(work.session, one.path, ScopeLevel.SCHOOL):
            if place.level is ScopeLevel.SCHOOL and _plain(place.name) == wanted:
                return place
    return None


def _within(path: str, held: Sequence[Holding]) -> bool:
    return any(path.startswith(one.path) for one in held)


def _only(exam: Exam, schools: Sequence[School]) -> Exam:
    keys = {school.key for school in schools}
    return replace(
        _canonical(exam),
        pupils=tuple(pupil for pupil in exam.pupils if pupil.school in keys),
        groups=tuple(group for group in exam.groups if _is_told(group, schools)),
        schools=tuple(school for school in exam.schools if school.key in keys),
        # Said in the preview; what is kept has no addresses of cells.
        warnings=(),
    )


def _is_told(group: Group, schools: Sequence[School]) -> bool:
    if group.level != SCHOOL_LEVEL:
        return True
    return any(
        group.login == school.login if group.login and school.login else group.name == school.name
        for school in schools
    )


def _canonical(exam: Exam) -> Exam:
    # Reports of one study may spell its subject in two ways.
    return replace(exam, subject=subject_of(exam.subject).name_ru if exam.subject else None)


def _plain(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
