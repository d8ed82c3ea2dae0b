"""Statistics of the help desk: counts, time to answer, satisfaction; nothing small is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import select

from db.models.assistance import Difficulty, Feedback
from db.models.scopes import ScopeLevel
from services import disclosure
from services.access import RULES, Action, holdings
from services.analysis.intervals import wilson
from services.difficulties.cases import OPEN
from services.difficulties.labels import groups
from services.disclosure import SMALLEST, Cell, cell
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
    marks = _marks(work, rows)
    year = [row for row in rows if row.reported_at >= began]
    month = [row for row in rows if row.reported_at >= work.now - MONTH]
    of_year = _period(work, year, marks, times)
    of_month = _period(work, month, marks, times)
    return Statistics(widest.name, began, _without_differences(of_month, of_year), of_year)


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
    for mark in work.session.scalars(select(Feedback).order_by(Feedback.id)):
        if mark.difficulty_id in found:
            found[mark.difficulty_id].append(mark)
    return found


def _period(work: Work, rows: Sequence[Difficulty], marks: Marks, times: Calendar) -> Period:
    answered = [row for row in rows if row.answered_at is not None]
    told, waiting = disclosure.halves(len(answered), len(rows) - len(answered))
    given = [mark for row in rows for mark in marks[row.id]]
    scores = [mark.score for mark in given if mark.stage == AT_ONCE and mark.score is not None]
    outcomes = [
        mark.outcome for mark in given if mark.stage == ON_LESSON and mark.outcome != "not_yet"
    ]
    late = [row for row in rows if row.status in OPEN and row.due_at < work.now]
    return Period(
        reported=cell(len(rows)),
        answered=told,
        waiting=waiting,
        late=cell(len(late)),
        hours=_hours(answered, times),
        satisfied=_share(sum(score >= GOOD for score in scores), len(scores)),
        worked=_share(outcomes.count("yes"), len(outcomes)),
        groups=_groups(rows),
    )


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


def _groups(rows: Sequence[Difficulty]) -> tuple[tuple[str, Cell], ...]:
    """Cases by group; sensitive ones are counted in the totals alone."""
    counts = dict.fromkeys(groups(), 0)
    for row in rows:
        if not row.sensitive and row.group in counts:
            counts[row.group] += 1
    sensitive = sum(row.sensitive for row in rows)
    published = disclosure.parts({**counts, "": sensitive})
    return tuple((group, published[group]) for group in counts)


def _without_differences(month: Period, year: Period) -> Period:
    """A month within the year: small rests between the two are not given away."""
    longer = dict(year.groups)
    return replace(
        month,
        reported=disclosure.within(month.reported, year.reported),
        answered=disclosure.within(month.answered, year.answered),
        waiting=disclosure.within(month.waiting, year.waiting),
        late=disclosure.within(month.late, year.late),
        groups=tuple(
            (group, disclosure.within(count, longer[group])) for group, count in month.groups
        ),
    )
