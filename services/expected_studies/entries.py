"""The calendar as it stands: each expected study with its schools and what they have sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from db.models.expected_studies import ExpectedSchool, ExpectedStudy
from db.models.scopes import Scope, ScopeLevel
from services.errors import NotFound
from services.expected_studies.sending import Sent, sent_by
from services.people.contacts import home_of, short_name
from services.scopes import Place, place
from services.studies import Title
from services.work import Work
from services.working_time import SCHOOL_YEAR_BEGINS, calendar_of, school_year


@dataclass(frozen=True, slots=True)
class Line:
    """One school of an expected study."""

    place: Place
    sent_at: datetime | None
    excused: bool
    reminders: int

    @property
    def name(self) -> str:
        """What the school is called in a list."""
        return short_name(self.place)

    @property
    def waited_for(self) -> bool:
        """Whether its results are still to come."""
        return self.sent_at is None and not self.excused


@dataclass(frozen=True, slots=True)
class Entry:
    """One expected study with those of its schools that were asked for, by name."""

    id: int
    title: Title
    due_on: date
    orderer: Place
    lines: tuple[Line, ...]

    @property
    def waiting(self) -> tuple[Line, ...]:
        """The schools whose results are still to come."""
        return tuple(line for line in self.lines if line.waited_for)

    @property
    def sent(self) -> tuple[Line, ...]:
        """The schools that have sent theirs."""
        return tuple(line for line in self.lines if line.sent_at is not None)

    @property
    def excused(self) -> tuple[Line, ...]:
        """The schools where it was not held."""
        return tuple(line for line in self.lines if line.sent_at is None and line.excused)

    @property
    def of_school(self) -> bool:
        """Whether a school ordered it for itself."""
        return self.orderer.level is ScopeLevel.SCHOOL


def entries(
    work: Work, path: str, *, ids: Sequence[int] | None = None, since: date | None = None
) -> tuple[Entry, ...]:
    """What is expected of the schools under a path, the earliest day first.

    `ids` picks some; otherwise those due since the school year of today, or `since`, began.
    """
    asked = (
        select(ExpectedStudy, ExpectedSchool)
        .join(ExpectedSchool, ExpectedSchool.expected_id == ExpectedStudy.id)
        .join(Scope, Scope.id == ExpectedSchool.scope_id)
        .where(Scope.path.startswith(path), ExpectedStudy.cancelled_at.is_(None))
        .order_by(ExpectedStudy.due_on, ExpectedStudy.id, Scope.name, Scope.id)
    )
    if ids is not None:
        asked = asked.where(ExpectedStudy.id.in_(list(ids)))
    else:
        asked = asked.where(ExpectedStudy.due_on >= (since or _began(work)).isoformat())
    rows = [(study, school) for study, school in work.session.execute(asked)]
    sent = sent_by(work, {school.scope_id for _, school in rows})
    return tuple(_grouped(work, rows, sent))


def entry(work: Work, expected_id: int, path: str = "/") -> Entry:
    """One expected study with its schools under a path; raise NotFound."""
    found = entries(work, path, ids=(expected_id,))
    if not found:
        raise NotFound
    return found[0]


def row_of(work: Work, expected_id: int) -> ExpectedStudy:
    """The row of an expected study, cancelled or not; raise NotFound."""
    row = work.session.get(ExpectedStudy, expected_id)
    if row is None:
        raise NotFound
    return row


def title_of(row: ExpectedStudy) -> Title:
    """What an expected study is called."""
    return Title(row.exam, row.year, row.subject, row.grade, row.occasion)


def local_day(work: Work, where: Place) -> date:
    """The day it is in a place."""
    times = calendar_of(home_of(work.session, where).details)
    return work.now.astimezone(times.zone).date()


def _grouped(
    work: Work, rows: Iterable[tuple[ExpectedStudy, ExpectedSchool]], sent: Sent
) -> Iterable[Entry]:
    lines: dict[int, list[Line]] = {}
    studies: dict[int, ExpectedStudy] = {}
    for study, school in rows:
        studies[study.id] = study
        due_on = date.fromisoformat(study.due_on)
        at = sent.at(school.scope_id, title_of(study), due_on)
        where = place(work.session, school.scope_id)
        line = Line(where, at, school.excused_at is not None, school.reminders)
        lines.setdefault(study.id, []).append(line)
    for expected_id, study in studies.items():
        yield Entry(
            expected_id,
            title_of(study),
            date.fromisoformat(study.due_on),
            place(work.session, study.scope_id),
            tuple(lines[expected_id]),
        )


def _began(work: Work) -> date:
    return date(school_year(work.now.date()), SCHOOL_YEAR_BEGINS, 1)
