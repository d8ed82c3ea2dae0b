"""The studies somebody may look into, by year and subject; a few typed words find them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import or_, select
from sqlalchemy.orm import defer

from db.models.results import Study, Summary
from db.models.scopes import Scope, ScopeLevel
from services.analyses.sights import Sight, sights
from services.errors import NotFound
from services.scopes import Place, above, place
from services.studies import Title, title
from services.subjects import subject
from services.work import Work

SEARCH = Path(__file__).resolve().parents[2] / "catalogues" / "study_search.toml"
LISTED = 500
"""So many studies, the newest first: years that stand in any list and any search."""
LONGEST = 60
"""A longer text is a question, not a search."""
SHORTEST_WORD = 3
LONG_WORD = 5
ENDING = 3
"""Letters at the end of a longer word that a search leaves out: Russian inflects them."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A study in a list; a wide one stands for the schools of a district together."""

    study_id: int
    title: Title
    place: str
    wide: bool


def listed(work: Work) -> tuple[Listed, ...]:
    """All studies the actor sees: the newest year first, within it by subject and grade."""
    found = [line for sight in sights(work) for line in _of(work, sight)]
    unique = {(one.study_id, one.wide): one for one in found}
    return tuple(sorted(unique.values(), key=_order))


def find(work: Work, text: str) -> tuple[Listed, ...]:
    """The studies that have every word typed: subject, grade, year, kind; none for a question."""
    wanted = _words(text)
    if not wanted or len(text) > LONGEST or all(word.isdecimal() for word in wanted):
        return ()
    return tuple(one for one in listed(work) if _speaks_of(one, wanted))


def of_summary(work: Work, summary_id: int) -> Listed:
    """The line of the study a summary is of; raise NotFound where the actor has none."""
    study_id = work.session.scalar(select(Summary.study_id).where(Summary.id == summary_id))
    study = None if study_id is None else work.session.get(Study, study_id)
    if study is None:
        raise NotFound
    where, district = place(work.session, study.scope_id), district_of(work, study)
    for sight in sights(work):
        if not sight.covers(study.subject, study.grade):
            continue
        if sight.place.id == where.id and not sight.wide:
            return Listed(study.id, title(study), where.name, wide=False)
        if sight.wide and district.path.startswith(sight.place.path):
            return Listed(study.id, title(study), district.name, wide=True)
    raise NotFound


def district_of(work: Work, study: Study) -> Place:
    """The municipality a study belongs to, its school's or its own."""
    where = place(work.session, study.scope_id)
    return above(work.session, where.path, ScopeLevel.MUNICIPALITY) or where


def same_study(study: Study) -> tuple[object, ...]:
    """What two places' studies share when they are one: exam, occasion, year, subject, grade."""
    return (study.exam, study.occasion, study.year, study.subject, study.grade)


def _of(work: Work, sight: Sight) -> Iterator[Listed]:
    rows = _studies(work, sight)
    if not sight.wide:
        for study in rows:
            yield Listed(study.id, title(study), sight.place.name, wide=False)
        return
    # One line for all schools of a district; the newest of their studies stands for them.
    groups: dict[tuple[object, ...], Listed] = {}
    for study in rows:
        district = district_of(work, study)
        key = (district.id, *same_study(study))
        groups.setdefault(key, Listed(study.id, title(study), district.name, wide=True))
    yield from groups.values()


def _studies(work: Work, sight: Sight) -> list[Study]:
    inside = Scope.path.startswith(sight.place.path)
    wanted = or_(Scope.level == ScopeLevel.SCHOOL, Scope.level == ScopeLevel.MUNICIPALITY)
    rows = work.session.scalars(
        select(Study)
        .options(defer(Study.data))
        .join(Scope, Scope.id == Study.scope_id)
        .where(inside & wanted if sight.wide else Study.scope_id == sight.place.id)
        .order_by(Study.year.desc(), Study.id.desc())
        .limit(LISTED)
    )
    return [study for study in rows if sight.covers(study.subject, study.grade)]


def _order(one: Listed) -> tuple[object, ...]:
    named = one.title
    return (-named.year, subject(named.subject).name_ru, named.grade, named.exam, one.place)


def _speaks_of(one: Listed, wanted: Iterable[str]) -> bool:
    named = one.title
    about = subject(named.subject)
    told = _plain(" ".join((about.name_ru, about.name_en, named.exam, named.occasion)))
    numbers = {str(named.grade), str(named.year)}
    return all(
        word in numbers if word.isdecimal() else any(_begins(other, word) for other in told)
        for word in wanted
    )


def _begins(word: str, typed: str) -> bool:
    if len(typed) < SHORTEST_WORD:
        return word == typed
    stem = typed[:-ENDING] if len(typed) > LONG_WORD + 1 else typed
    return word.startswith(stem)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _plain(text) if word not in _noise())


def _plain(text: str) -> tuple[str, ...]:
    signs = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return tuple(signs.replace("\u0451", "\u0435").split())


@cache
def _noise() -> frozenset[str]:
    return frozenset(tomllib.loads(SEARCH.read_text(encoding="utf-8"))["noise"])
