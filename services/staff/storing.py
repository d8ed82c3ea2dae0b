"""Lists of staff: whose they are, what is shown before one is loaded, and how it is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from db.models.staff import StaffList, StaffMember
from services.notices import Notice
from services.portions import portions, rights
from services.previews import only_own
from services.results import Exam, Oddity, ParsedFile, School, StaffRow
from services.scopes import Place
from services.subjects import subject_of
from services.work import Work


@dataclass(frozen=True, slots=True)
class SchoolStaff:
    """One school's part of a list; `replaced_at` is when the list was sent that it replaces."""

    name: str
    people: int
    replaced_at: datetime | None


@dataclass(frozen=True, slots=True)
class StaffOddity:
    """What was not understood, how often, and the cell it stands in first.

    `what` is category, granted, until, applied, experience or course, "more" where the parser
    stopped telling one by one.
    """

    what: str
    count: int
    cell: str | None


@dataclass(frozen=True, slots=True)
class StaffPreview:
    """A read list of staff in short: how many people, where, what was not understood."""

    upload_id: int
    people: int
    schools: tuple[SchoolStaff, ...]
    foreign: tuple[str, ...]
    own_only: bool
    """Whether the sender loads one school; who answers for several lacks the others in the list."""
    oddities: tuple[StaffOddity, ...]


@dataclass(frozen=True)
class StaffPreviewed(Notice):
    """A list of staff was read: here is what it holds."""

    preview: StaffPreview


@dataclass(frozen=True, slots=True)
class _Share:
    """The people of a list that belong to one school."""

    place: Place
    rows: tuple[StaffRow, ...]


def staff_preview(work: Work, upload_id: int, parsed: ParsedFile, person_id: int) -> StaffPreview:
    """What a list holds for the schools its sender may load."""
    shares, foreign = _shares(work, parsed.staff, person_id)
    schools = tuple(
        SchoolStaff(one.place.name, len(one.rows), _sent_at(work, one.place.id)) for one in shares
    )
    return StaffPreview(
        upload_id=upload_id,
        people=sum(one.people for one in schools),
        schools=schools,
        foreign=foreign,
        own_only=only_own(rights(work, person_id)),
        oddities=tuple(_oddities(parsed.staff_warnings)),
    )


def store_staff(
    work: Work, parsed: ParsedFile, person_id: int, *, upload_id: int, sent_at: datetime
) -> tuple[int, ...]:
    """Put each school's part in the place of its list before; the ids of the schools."""
    shares, _foreign = _shares(work, parsed.staff, person_id)
    for share in shares:
        _replace(work, share.place.id)
        row = StaffList(scope_id=share.place.id, upload_id=upload_id, sent_at=sent_at)
        work.session.add(row)
        work.session.flush()
        work.session.add_all(_member(row.id, one) for one in share.rows)
    work.session.flush()
    return tuple(share.place.id for share in shares)


def _shares(
    work: Work, rows: Sequence[StaffRow], person_id: int
) -> tuple[tuple[_Share, ...], tuple[str, ...]]:
    """The people by school, and the names of schools that are not the sender's to load."""
    held = rights(work, person_id)
    named = Counter(row.school or "" for row in rows)
    found: dict[int, _Share] = {}
    foreign: list[str] = []
    for name in named:
        shared = portions(work, _as_exam(name, named[name]), held)
        mine = tuple(row for row in rows if (row.school or "") == name)
        for portion in shared.schools:
            before = found.get(portion.place.id)
            rows_before = () if before is None else before.rows
            found[portion.place.id] = _Share(portion.place, rows_before + mine)
        if not shared.schools:
            foreign.append(name)
    return tuple(found.values()), tuple(name for name in foreign if name)


def _as_exam(school: str, people: int) -> Exam:
    """A list is shared out by the rules of results: by login, by name, else the only own school."""
    schools = (School(school, school, None, None, people),) if school else ()
    return Exam("staff", None, None, None, None, None, None, schools=schools)


def _sent_at(work: Work, school_id: int) -> datetime | None:
    return work.session.scalars(
        select(StaffList.sent_at).where(
            StaffList.scope_id == school_id, StaffList.replaced_at.is_(None)
        )
    ).first()


def _replace(work: Work, school_id: int) -> None:
    present = work.session.scalars(
        select(StaffList).where(StaffList.scope_id == school_id, StaffList.replaced_at.is_(None))
    )
    for old in present.all():
        old.replaced_at = work.now
        # That there was a list is remembered, not who stood in it.
        work.session.execute(delete(StaffMember).where(StaffMember.list_id == old.id))


def _member(list_id: int, row: StaffRow) -> StaffMember:
    return StaffMember(
        list_id=list_id,
        post=row.post,
        subjects=[subject_of(name).key for name in row.subjects],
        category=row.category,
        category_until=row.category_until,
        applied_for=row.applied_for,
        experience=row.experience,
        last_course_on=row.last_course_on,
    )


def _oddities(warnings: Iterable[Oddity]) -> Iterator[StaffOddity]:
    counts: Counter[str] = Counter()
    cells: dict[str, str | None] = {}
    for warning in warnings:
        what = str(warning.params.get("field", warning.code))
        counts[what] += int(warning.params.get("count", 1))
        cells.setdefault(what, warning.cell)
    for what, count in counts.items():
        yield StaffOddity(what, count, cells[what])
