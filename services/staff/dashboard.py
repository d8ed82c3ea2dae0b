"""Staff potential of a school or a municipality: counts of the lists, nothing about one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from db.models.scopes import ScopeLevel
from db.models.staff import StaffList, StaffMember
from services.access import RULES, Action, authorize, holdings, may
from services.errors import Forbidden
from services.people.contacts import home_of, short_name
from services.people.roles import active_holding
from services.scopes import Place, place, schools_in, within
from services.staff.figures import Figure, Figures, figures
from services.staff.publishing import Detail
from services.staff.tables import by_subject
from services.work import Work
from services.working_time import calendar_of

STALE = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Count:
    """A cell, or cells told together, and how many people fall into it."""

    cells: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a table; no counts where they would give somebody away."""

    name: str
    counts: tuple[Count, ...]
    grouped: bool


@dataclass(frozen=True, slots=True)
class SubjectCount:
    """How many people teach a subject (a key of `services.subjects`)."""

    subject: str
    people: int


@dataclass(frozen=True, slots=True)
class StaffOf:
    """What is told of one place: its people, the age of its lists, its tables and subjects."""

    place_id: int
    place: str
    people: int
    first_sent: datetime | None
    """When the oldest of its lists was sent; None without lists."""
    last_sent: datetime | None
    stale: bool
    """Whether a list is older than a year."""
    tables: tuple[Told, ...]
    subjects: tuple[SubjectCount, ...]
    more_subjects: bool
    """Whether there are subjects that are not told."""

    @property
    def told(self) -> bool:
        """Whether anything but the count of people is told."""
        return any(one.counts for one in self.tables) or bool(self.subjects)

    @property
    def whole(self) -> bool:
        """Whether nothing of the tables is kept back."""
        return all(one.counts and not one.grouped for one in self.tables)


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A place and, of a municipality, its schools by name."""

    whole: StaffOf
    school: bool
    schools: tuple[StaffOf, ...]
    missing: tuple[str, ...]
    """Schools without a list, by name."""
    uploads: bool
    """Whether the reader may load a list."""


def dashboard(work: Work, scope_id: int | None = None) -> Dashboard:
    """The staff of the place the actor looks after, or of one in it; raise Forbidden."""
    where = _viewed(work) if scope_id is None else place(work.session, scope_id)
    authorize(work, Action.SEE_STAFF, where.path)
    return staff_of(work, where, uploads=may(work, Action.UPLOAD_RESULTS, where.path))


def municipalities(work: Work) -> tuple[Place, ...]:
    """Those to choose from, for one who looks after a region; there is no sum of a region."""
    where = _viewed(work)
    if where.level is not ScopeLevel.REGION:
        return ()
    return within(work.session, where.path, ScopeLevel.MUNICIPALITY)


def home_in_sight(work: Work, scope_id: int) -> int:
    """The municipality of a school, for one who sees all of it; else 0."""
    where = place(work.session, scope_id)
    home = home_of(work.session, where)
    return home.id if home.id != where.id and may(work, Action.SEE_STAFF, home.path) else 0


def sees(work: Work, person_id: int, where: Place) -> bool:
    """Whether a person may still see a place when something made for them is ready."""
    return any(
        held.role in RULES[Action.SEE_STAFF] and where.path.startswith(held.path)
        for held in holdings(work, person_id)
    )


def staff_of(work: Work, where: Place, *, uploads: bool = False) -> Dashboard:
    """The same without asking whose eyes it is for.

    What is told of a school is decided together with all schools of its municipality: there is
    one answer for all readers, else two of them would learn more than each.
    """
    home = home_of(work.session, where)
    schools = schools_in(work.session, home.path)
    lists = _lists(work, [one.id for one in schools])
    today = work.now.astimezone(calendar_of(home.details).zone).date()
    found = figures({key: one.members for key, one in lists.items()}, today)
    if where.level is ScopeLevel.SCHOOL:
        own = _told_of(work, where, found, lists, where.id)
        return Dashboard(own, school=True, schools=(), missing=(), uploads=uploads)
    return Dashboard(
        _told_of(work, where, found, lists, None),
        school=False,
        schools=tuple(
            _told_of(work, one, found, lists, one.id) for one in schools if one.id in lists
        ),
        missing=tuple(short_name(one) for one in schools if one.id not in lists),
        uploads=uploads,
    )


@dataclass(frozen=True, slots=True)
class _List:
    sent_at: datetime
    members: tuple[StaffMember, ...]


def _viewed(work: Work) -> Place:
    held = [one for one in holdings(work) if one.role in RULES[Action.SEE_STAFF]]
    if not held:
        raise Forbidden(action=Action.SEE_STAFF.value)
    worn = active_holding(work)
    return place(work.session, (worn if worn in held else held[0]).scope_id)


def _lists(work: Work, school_ids: list[int]) -> dict[int, _List]:
    """The present list of each school that has one."""
    rows = work.session.execute(
        select(StaffList, StaffMember)
        .outerjoin(StaffMember, StaffMember.list_id == StaffList.id)
        .where(StaffList.scope_id.in_(school_ids), StaffList.replaced_at.is_(None))
        .order_by(StaffList.id, StaffMember.id)
    )
    found: dict[int, _List] = {}
    for row, member in rows:
        known = found.get(row.scope_id, _List(row.sent_at, ()))
        members = known.members if member is None else (*known.members, member)
        found[row.scope_id] = _List(row.sent_at, members)
    return found


def _told_of(
    work: Work, where: Place, found: Figures, lists: Mapping[int, _List], school_id: int | None
) -> StaffOf:
    own = [one for key, one in lists.items() if school_id in (None, key)]
    members = [member for one in own for member in one.members]
    sent = [one.sent_at for one in own]
    subjects = tuple(
        SubjectCount(subject, figure.shown(school_id)[("yes",)])
        for subject, figure in found.subjects.items()
        if figure.detail(school_id) is not Detail.NONE
    )
    return StaffOf(
        where.id,
        short_name(where),
        len(members),
        min(sent, default=None),
        max(sent, default=None),
        any(work.now - at > STALE for at in sent),
        tuple(_told(figure, school_id) for figure in found.tables.values()),
        subjects,
        len(by_subject(members)) > len(subjects),
    )


def _told(figure: Figure, school_id: int | None) -> Told:
    counts = tuple(Count(cells, people) for cells, people in figure.shown(school_id).items())
    return Told(figure.table.name, counts, figure.detail(school_id) is Detail.GROUPS)
