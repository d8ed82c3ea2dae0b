"""A teacher says which classes they teach, from those the results name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import defer

from db.models.results import Study
from db.models.teaching import TeachingLoad
from services.access import Action, Role, authorize
from services.analyses.sights import see, sights
from services.errors import NotFound
from services.scopes import place
from services.teaching.classes import calendar, code_of, labels_of, school_year_of
from services.teaching.standing import Load, State, load_of, own_schools, row_of, state_of
from services.work import Work

YEARS_BACK = 1
"""Results of spring are discussed in autumn: classes of the year before can be named too."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A class somebody may say they teach, as the results of their school name it."""

    study_id: int
    code: str
    key: str
    subject: str
    school_year: int
    school: str
    state: State


def offered(work: Work) -> tuple[Offered, ...]:
    """The classes of the actor's schools and subjects, with how each stands."""
    found: dict[tuple[int, str, str, int], Offered] = {}
    for study in _studies(work):
        year = school_year_of(study)
        for key in labels_of(study):
            known = row_of(work, work.actor.person_id, study.scope_id, study.subject, key, year)
            state = State.FREE if known is None else state_of(work, known)
            where = place(work.session, study.scope_id).name
            one = Offered(study.id, code_of(key), key, study.subject, year, where, state)
            found.setdefault((study.scope_id, study.subject, key, year), one)
    return tuple(sorted(found.values(), key=lambda one: (-one.school_year, one.subject, one.key)))


def toggle(work: Work, study_id: int, code: str) -> None:
    """Say that one teaches a class, or take it back; raise NotFound for a class not there."""
    seen = see(work, study_id)
    study = seen.study
    if not any(one.role is Role.TEACHER for one in seen.sights) or seen.place.level != "school":
        raise NotFound
    authorize(work, Action.SAY_LOADS, seen.place.path)
    key = next((one for one in labels_of(study) if code_of(one) == code), None)
    if key is None:
        raise NotFound
    year = school_year_of(study)
    known = row_of(work, work.actor.person_id, study.scope_id, study.subject, key, year)
    if known is None:
        _say(work, study, key, year)
    elif state_of(work, known) in (State.WAITING, State.CONFIRMED):
        work.session.delete(known)
    else:
        known.said_at = work.now
        known.confirmed_at = known.confirmed_by = known.refused_at = None
    work.session.flush()


def own(work: Work) -> tuple[Load, ...]:
    """What the actor said and has not taken back, this school year."""
    rows = work.session.scalars(
        select(TeachingLoad)
        .where(TeachingLoad.person_id == work.actor.person_id)
        .order_by(TeachingLoad.school_year.desc(), TeachingLoad.class_label)
    )
    here = own_schools(work)
    return tuple(
        load_of(work, row)
        for row in rows
        if row.school_id in here and state_of(work, row) is not State.FREE
    )


def own_confirmed(work: Work, load_id: int) -> TeachingLoad:
    """The actor's own load, confirmed and of this school year; raise NotFound for others."""
    row = work.session.get(TeachingLoad, load_id)
    if row is None or row.person_id != work.actor.person_id:
        raise NotFound
    if row.school_id not in own_schools(work) or state_of(work, row) is not State.CONFIRMED:
        raise NotFound
    return row


def _studies(work: Work) -> Iterator[Study]:
    """Studies of the actor's own schools and subjects, not older than last school year's."""
    for sight in sights(work):
        if sight.role is not Role.TEACHER:
            continue
        began = calendar(work, sight.place.id).school_year_began(work.now).year
        rows = work.session.scalars(
            select(Study)
            .options(defer(Study.data))
            .where(Study.scope_id == sight.place.id, Study.year >= began - YEARS_BACK)
            .order_by(Study.year.desc(), Study.id)
        )
        for study in rows.all():
            # First what needs no works: those of other subjects are not read.
            known = sight.covers(study.subject, study.grade)
            if known and school_year_of(study) >= began - YEARS_BACK:
                yield study


def _say(work: Work, study: Study, key: str, year: int) -> None:
    work.session.add(
        TeachingLoad(
            person_id=work.actor.person_id,
            school_id=study.scope_id,
            subject=study.subject,
            class_label=key,
            school_year=year,
            said_at=work.now,
        )
    )
