"""Whose results a file holds: each school's part of it, and who may load it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from db.models.scopes import ScopeLevel
from services.access import RULES, Action, Holding, holdings
from services.results import Exam, Group, Pupil, School
from services.results.pupils import Pupils
from services.scopes import Place, above, by_login, within
from services.subjects import subject_of
from services.work import Work

SCHOOL_LEVEL = "school"
SHORTEST_NAME = 4
"""Letters and digits of a school's name that are enough to know it by its end."""
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Portion:
    """What of an exam belongs to one place; a municipality has the works of its schools pooled."""

    place: Place
    exam: Exam

    @property
    def wide(self) -> bool:
        """Whether it pools schools."""
        return self.place.level is not ScopeLevel.SCHOOL

    @property
    def judges_own(self) -> bool:
        """Whether it tells of tasks as this very place did them, not only as wider ones did."""
        return has_own_figures(self.exam, wide=self.wide)


def has_own_figures(exam: Exam, *, wide: bool) -> bool:
    """Whether an exam tells how a school (or, `wide`, a municipality) itself did its tasks."""
    levels = (SCHOOL_LEVEL, ScopeLevel.MUNICIPALITY.value) if wide else (SCHOOL_LEVEL,)
    told = any(group.tasks and group.level in levels for group in exam.groups)
    return bool(exam.tasks and (exam.pupils or told))


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


def says_whose(work: Work, exam: Exam, held: Sequence[Holding]) -> bool:
    """Whether it is clear from an exam and its sender's roles whose results it holds."""
    return bool(_named(exam)) or bool([*_unnamed(work, exam, held, None)])


def own_schools(work: Work, held: Sequence[Holding]) -> tuple[Place, ...]:
    """The schools these roles load results of, by name."""
    found = {
        place.id: place
        for one in held
        for place in within(work.session, one.path, ScopeLevel.SCHOOL)
    }
    return tuple(sorted(found.values(), key=lambda place: place.name))


def portions(
    work: Work, exam: Exam, held: Sequence[Holding], *, school_id: int | None = None
) -> Portions:
    """Share an exam out among the schools it names, within the places of the roles.

    An exam that names none is of the school `school_id`, else of the only one there is.
    """
    named = _named(exam)
    if not named:
        return Portions(tuple(_unnamed(work, exam, held, school_id)))
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


def _unnamed(
    work: Work, exam: Exam, held: Sequence[Holding], school_id: int | None
) -> Iterator[Portion]:
    district = _told_district(work, exam, held)
    if district is not None:
        yield Portion(district, _canonical(exam))
        return
    own = own_schools(work, held)
    said = [place for place in own if place.id == school_id]
    for place in said or (own if len(own) == 1 else ()):
        yield Portion(place, _canonical(exam))


def _told_district(work: Work, exam: Exam, held: Sequence[Holding]) -> Place | None:
    """The sender's municipality, where a report without schools has a line of its own for it."""
    told = [group for group in exam.groups if group.level == ScopeLevel.MUNICIPALITY.value]
    if exam.pupils or not told:
        return None
    own = {
        place.id: place
        for one in held
        for place in within(work.session, one.path, ScopeLevel.MUNICIPALITY)
    }
    if len(told) == len(own) == 1:
        return next(iter(own.values()))
    names = {_plain(group.name) for group in told}
    found = [place for place in own.values() if _plain(place.name) in names]
    return found[0] if len(found) == 1 else None


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
    return _by_short_name(work, school.name, held)


def _by_short_name(work: Work, name: str, held: Sequence[Holding]) -> Place | None:
    """The one school of these roles that protocols call by its number ("106") or code ("621106"),
    lists by the end of its name ("СОШ № 106")."""
    wanted = _plain(name)
    if wanted.isdecimal():
        coded = by_login(work.session, f"edu{wanted}")
        if coded is not None:
            return coded if _within(coded.path, held) else None
    found = [
        place
        for place in own_schools(work, held)
        if (wanted.isdecimal() and wanted in _NUMBERS.findall(place.name))
        or (len(wanted) >= SHORTEST_NAME and _plain(place.name).endswith(wanted))
    ]
    return found[0] if len(found) == 1 else None


def _within(path: str, held: Sequence[Holding]) -> bool:
    return any(path.startswith(one.path) for one in held)


def _only(exam: Exam, schools: Sequence[School]) -> Exam:
    keys = {school.key for school in schools}
    return replace(
        _canonical(exam),
        pupils=_works_of(exam, keys),
        groups=tuple(group for group in exam.groups if _is_told(group, schools)),
        schools=tuple(school for school in exam.schools if school.key in keys),
        # Said in the preview; what is kept has no addresses of cells.
        warnings=(),
    )


def _works_of(exam: Exam, keys: set[str]) -> Pupils | tuple[Pupil, ...]:
    if isinstance(exam.pupils, Pupils):
        return exam.pupils.of_schools(keys)
    return tuple(pupil for pupil in exam.pupils if pupil.school in keys)


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
