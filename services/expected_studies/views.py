"""The calendar as its readers see it: plain values, a list, one study, one school."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from db.models.scopes import ScopeLevel
from services.access import RULES, Action, Holding, authorize, holdings, may
from services.errors import Forbidden
from services.expected_studies.days import due_days
from services.expected_studies.entries import Entry, Line, entries, entry, local_day
from services.expected_studies.planning import used_days
from services.people.contacts import home_of, short_name
from services.people.roles import active_holding
from services.scopes import Place, place, schools_in
from services.studies import Title
from services.work import Work
from services.working_time import calendar_of


@dataclass(frozen=True, slots=True)
class Brief:
    """One study in a line. Of several schools `sent` of `total`; of one, what became of it."""

    id: int
    title: Title
    due_on: date
    late: bool
    sent: int
    total: int
    sent_at: datetime | None = None
    excused: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """The calendar of a place: what is waited for, the overdue first, and what is all there."""

    place_id: int
    place: str
    school: bool
    """Whether it is one school's."""
    waited: tuple[Brief, ...]
    done: tuple[Brief, ...]
    plans: bool
    """Whether the reader may put studies in."""
    uploads: bool


@dataclass(frozen=True, slots=True)
class School:
    """A school of a list: its id, its name, and its mark (excused, or how many it has sent)."""

    id: int
    name: str
    sent: int = 0
    total: int = 0
    excused: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One study with its schools, by name."""

    brief: Brief
    school: bool
    """Whether the reader sees one school of it."""
    school_id: int
    orderer: str
    """Who ordered it, where that is not the reader's own place."""
    waiting: tuple[School, ...]
    excused: tuple[School, ...]
    edits: bool
    """Whether the reader may move or cancel it."""
    excuses: bool
    uploads: bool


@dataclass(frozen=True, slots=True)
class Schools:
    """The schools of a place, by name, with what each has sent of what was expected by now."""

    place: str
    schools: tuple[School, ...]


def overview(work: Work, school_id: int | None = None) -> Overview:
    """The calendar of the place the actor looks after, or of one school in it."""
    where = _viewed(work) if school_id is None else place(work.session, school_id)
    authorize(work, Action.SEE_CALENDAR, where.path)
    one_school = where.level is ScopeLevel.SCHOOL
    today = local_day(work, where)
    waited: list[Brief] = []
    done: list[Brief] = []
    for found in entries(work, where.path):
        if one_school or not found.of_school:
            brief = _brief(found, today, alone=one_school)
            (waited if found.waiting else done).append(brief)
    return Overview(
        where.id,
        short_name(where),
        one_school,
        tuple(waited),
        tuple(reversed(done)),
        may(work, Action.PLAN_STUDIES, where.path),
        one_school and _uploads(work, where),
    )


def shown(work: Work, expected_id: int, school_id: int | None = None) -> Shown:
    """One study, as far as the actor's place goes, or in one school; raise NotFound."""
    where = _viewed(work) if school_id is None else place(work.session, school_id)
    authorize(work, Action.SEE_CALENDAR, where.path)
    one = entry(work, expected_id, where.path)
    alone = where.level is ScopeLevel.SCHOOL
    foreign = one.orderer.id != where.id
    return Shown(
        _brief(one, local_day(work, where), alone=alone),
        alone,
        where.id if alone else 0,
        short_name(one.orderer) if foreign else "",
        tuple(_school(line) for line in one.waiting),
        tuple(_school(line) for line in one.excused),
        may(work, Action.PLAN_STUDIES, one.orderer.path),
        may(work, Action.PLAN_STUDIES, where.path),
        alone and _uploads(work, where),
    )


def by_school(work: Work) -> Schools:
    """Every school with how much it has sent; by name, never by the count."""
    where = _viewed(work)
    counts: dict[int, list[int]] = {}
    for one in entries(work, where.path):
        if not one.of_school:
            for line in one.lines:
                if not line.excused or line.sent_at is not None:
                    count = counts.setdefault(line.place.id, [0, 0])
                    count[0] += line.sent_at is not None
                    count[1] += 1
    found = tuple(
        School(one.id, short_name(one), *counts.get(one.id, (0, 0)))
        for one in schools_in(work.session, where.path)
    )
    return Schools(short_name(where), found)


@dataclass(frozen=True, slots=True)
class Planning:
    """What the question for a new study must know: the place, its schools, days to offer."""

    place_id: int
    school: bool
    schools: tuple[School, ...]
    days: tuple[date, ...]


def planning(work: Work, scope_id: int | None = None) -> Planning:
    """Where the actor may plan studies, in the place they look after or in another."""
    where = _viewed(work) if scope_id is None else place(work.session, scope_id)
    authorize(work, Action.PLAN_STUDIES, where.path)
    times = calendar_of(home_of(work.session, where).details)
    used = used_days(work, where.id, times.school_year_began(work.now))
    return Planning(
        where.id,
        where.level is ScopeLevel.SCHOOL,
        tuple(School(one.id, short_name(one)) for one in schools_in(work.session, where.path)),
        due_days(times, local_day(work, where), used[:3]),
    )


def days_for(work: Work, expected_id: int) -> tuple[date, ...]:
    """The days to offer for a study that is to be moved; raise NotFound once it is cancelled."""
    orderer = entry(work, expected_id).orderer
    return planning(work, orderer.id).days


def occasions(work: Work) -> tuple[str, ...]:
    """The names of own studies that are waited for from the actor's schools, by name."""
    names = {
        one.title.occasion
        for held in _held(work, Action.UPLOAD_RESULTS)
        for one in entries(work, held.path)
        if one.title.occasion and one.waiting
    }
    return tuple(sorted(names))


def _viewed(work: Work) -> Place:
    """The place whose calendar is meant: that of the role worn, else of any that sees one."""
    held = _held(work, Action.SEE_CALENDAR)
    if not held:
        raise Forbidden(action=Action.SEE_CALENDAR.value)
    worn = active_holding(work)
    return place(work.session, (worn if worn in held else held[0]).scope_id)


def _held(work: Work, action: Action) -> list[Holding]:
    return [one for one in holdings(work) if one.role in RULES[action]]


def _uploads(work: Work, where: Place) -> bool:
    return may(work, Action.UPLOAD_RESULTS, where.path)


def _brief(one: Entry, today: date, *, alone: bool) -> Brief:
    line = one.lines[0]
    sent = len(one.sent)
    late = one.due_on < today and bool(one.waiting)
    if not alone:
        return Brief(one.id, one.title, one.due_on, late, sent, sent + len(one.waiting))
    excused = line.excused and line.sent_at is None
    return Brief(one.id, one.title, one.due_on, late, sent, 1, line.sent_at, excused)


def _school(line: Line) -> School:
    return School(line.place.id, line.name, excused=line.excused)
