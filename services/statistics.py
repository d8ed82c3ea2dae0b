"""Statistics of the help desk: counts, time to answer, satisfaction; nothing small is shown.

Those who answer the cases have them all before their eyes: for them a count hides only when it
is small itself. For others it also hides where a small one could be got from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import select

from db.models.assistance import Difficulty, Feedback
from db.models.scopes import ScopeLevel
from services import disclosure
from services.access import RULES, Action, holdings, may
from services.analysis.intervals import wilson
from services.difficulties.cases import OPEN
from services.difficulties.labels import groups
from services.disclosure import SMALLEST, Cell, Shown, cell
from services.errors import Forbidden
from services.feedback import AT_ONCE, GOOD, ON_LESSON
from services.scopes import Place, place, within
from services.work import Work
from services.working_time import Calendar, calendar_of

MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Share:
    """A share in percents with its 95 % interval and the number of answers."""

    percent: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Period:
    """Figures of one period, as they may be published; None where there are too few."""

    reported: Cell
    answered: Cell
    waiting: Cell
    late: Cell
    hours: float | None
    """Median working hours from report to first answer."""
    satisfied: Share | None
    worked: Share | None
    groups: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """A place's figures for the last month and the school year."""

    place: str
    since: datetime
    """When the school year began."""
    month: Period
    year: Period


def statistics(work: Work) -> Statistics:
    """The figures of everything the actor may see; raise Forbidden for others."""
    held = [one for one in holdings(work) if one.role in RULES[Action.SEE_STATISTICS]]
    if not held:
        raise Forbidden(action=Action.SEE_STATISTICS.value)
    # The widest place holds all the others a person may see, if they lie in one another.
    widest = place(work.session, min(held, key=lambda one: len(one.path)).scope_id)
    homes = within(work.session, widest.path, ScopeLevel.MUNICIPALITY)
    times = calendar_of(widest.details)
    began = times.school_year_began(work.now)
    rows = _rows(work, homes, min(began, work.now - MONTH))
    month, year = periods(
        rows,
        _marks(work, rows),
        times,
        now=work.now,
        began=began,
        guarded=not may(work, Action.WORK_AT_HELP_DESK, widest.path),
    )
    return Statistics(widest.name, began, month, year)


def periods(
    rows: Sequence[Difficulty],
    marks: Marks,
    times: Calendar,
    *,
    now: datetime,
    began: datetime,
    guarded: bool = True,
) -> tuple[Period, Period]:
    """The last month and the school year; `guarded`: neither gives away what the other hides."""
    of_year = [row for row in rows if row.reported_at >= began]
    of_month = [row for row in rows if row.reported_at >= now - MONTH]
    if not guarded:
        return _own_period(of_month, marks, times, now), _own_period(of_year, marks, times, now)
    year = _period(of_year, marks, times, now)
    month = _period(of_month, marks, times, now, by_group_of=of_year)
    if not disclosure.apart(month.reported, year.reported):
        # The month is nearly the whole year: one of the two tells it all.
        return _untold(month), _quiet(year)
    if not all(
        disclosure.apart(*pair)
        for pair in ((month.answered, year.answered), (month.waiting, year.waiting))
    ):
        month = replace(month, answered=UNTOLD, waiting=UNTOLD)
    month = replace(month, late=disclosure.within(month.late, year.late))
    return _quiet(month), _quiet(year)


UNTOLD = Cell(Shown.HIDDEN)


def _untold(period: Period) -> Period:
    groups = tuple((group, UNTOLD) for group, _ in period.groups)
    return _quiet(
        replace(
            period, reported=UNTOLD, answered=UNTOLD, waiting=UNTOLD, late=UNTOLD, groups=groups
        )
    )


def _quiet(period: Period) -> Period:
    """Nothing that would narrow a hidden count: a share stands beside its number of answers."""
    if period.answered != UNTOLD:
        return period
    return replace(period, satisfied=None, worked=None, hours=None)


def _own_period(rows: Sequence[Difficulty], marks: Marks, times: Calendar, now: datetime) -> Period:
    """The figures for those whose own inbox it is: each count stands alone."""
    answered = sum(row.answered_at is not None for row in rows)
    counts = _by_group(rows)
    return replace(
        _period(rows, marks, times, now),
        answered=cell(answered),
        waiting=cell(len(rows) - answered),
        late=cell(len(_late(rows, now))),
        groups=tuple((group, cell(counts[group])) for group in groups()),
    )


def _rows(work: Work, homes: Sequence[Place], since: datetime) -> list[Difficulty]:
    return list(
        work.session.scalars(
            select(Difficulty).where(
                Difficulty.municipality_id.in_([home.id for home in homes]),
                Difficulty.reported_at >= since,
                Difficulty.status != "withdrawn",
            )
        )
    )


Marks = dict[int, list[Feedback]]


def _marks(work: Work, rows: Sequence[Difficulty]) -> Marks:
    found: Marks = {row.id: [] for row in rows}
    asked = select(Feedback).where(Feedback.difficulty_id.in_(found)).order_by(Feedback.id)
    for mark in work.session.scalars(asked):
        found[mark.difficulty_id].append(mark)
    return found


def _period(
    rows: Sequence[Difficulty],
    marks: Marks,
    times: Calendar,
    now: datetime,
    by_group_of: Sequence[Difficulty] | None = None,
) -> Period:
    answered = [row for row in rows if row.answered_at is not None]
    told, waiting = disclosure.halves(len(answered), len(rows) - len(answered))
    given = [mark for row in rows for mark in marks[row.id]]
    scores = [mark.score for mark in given if mark.stage == AT_ONCE and mark.score is not None]
    outcomes = [
        mark.outcome for mark in given if mark.stage == ON_LESSON and mark.outcome != "not_yet"
    ]
    return Period(
        reported=cell(len(rows)),
        answered=told,
        waiting=waiting,
        late=disclosure.within(cell(len(_late(rows, now))), waiting),
        hours=_hours(answered, times),
        satisfied=_share(sum(score >= GOOD for score in scores), len(scores)),
        worked=_share(outcomes.count("yes"), len(outcomes)),
        groups=_groups(rows, by_group_of),
    )


def _late(rows: Sequence[Difficulty], now: datetime) -> list[Difficulty]:
    return [row for row in rows if row.status in OPEN and row.due_at < now]


def _hours(answered: Sequence[Difficulty], times: Calendar) -> float | None:
    if len(answered) < SMALLEST:
        return None
    return median(
        times.working_time(row.reported_at, row.answered_at) / timedelta(hours=1)
        for row in answered
        if row.answered_at is not None
    )


def _share(good: int, n: int) -> Share | None:
    if n < SMALLEST:
        return None
    percent = 100 * good / n
    low, high = wilson(percent, n)
    return Share(percent, low, high, n)


def _groups(
    rows: Sequence[Difficulty], longer: Sequence[Difficulty] | None
) -> tuple[tuple[str, Cell], ...]:
    """Cases by group; sensitive ones are counted in the totals alone."""
    published = disclosure.parts(_by_group(rows), None if longer is None else _by_group(longer))
    return tuple((group, published[group]) for group in groups())


def _by_group(rows: Sequence[Difficulty]) -> dict[str, int]:
    counts = dict.fromkeys((*groups(), SENSITIVE), 0)
    for row in rows:
        group = SENSITIVE if row.sensitive or row.group not in counts else row.group
        counts[group] += 1
    return counts


SENSITIVE = ""
"""The part of the whole that no group tells."""
