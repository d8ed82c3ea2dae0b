"""The days of the calendar: when a school is reminded, which due days are offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from services.working_time import Calendar

DAY = timedelta(days=1)
LESSONS_END, EVENING = time(15, 10), time(19)
REMIND_BEFORE = 2
"""Working days before the due day."""
OFFERED_WEEKS = (1, 2, 3, 4, 8)
OFFERED = 6


def before_day(times: Calendar, due_on: date) -> date:
    """The working day on which a school hears that the due day comes."""
    day, left = due_on, REMIND_BEFORE
    while left > 0:
        day -= DAY
        left -= times.works(day)
    return day


def after_day(times: Calendar, due_on: date) -> date:
    """The working day on which a school hears that the due day has gone by."""
    return next_working_day(times, due_on)


def next_working_day(times: Calendar, day: date) -> date:
    """The first working day after a day."""
    day += DAY
    while not times.works(day):
        day += DAY
    return day


def after_lessons(times: Calendar, day: date) -> datetime:
    """When lessons are over on a day."""
    return datetime.combine(day, LESSONS_END, tzinfo=times.zone)


def end_of_work(times: Calendar, day: date) -> datetime:
    """When the methodological service closes on a day."""
    return datetime.combine(day, times.closes, tzinfo=times.zone)


def allowed_at(times: Calendar, moment: datetime) -> datetime:
    """The moment itself when schools may be written to, else the next when they may."""
    local = moment.astimezone(times.zone)
    if times.works(local.date()):
        if local.time() < LESSONS_END:
            return after_lessons(times, local.date())
        if local.time() < EVENING:
            return moment
    return after_lessons(times, next_working_day(times, local.date()))


def due_days(times: Calendar, today: date, used: Iterable[date] = ()) -> tuple[date, ...]:
    """Working days to offer as due days: those used before first, then some weeks from today."""
    offered = dict.fromkeys(day for day in used if day >= today)
    for day in _ahead(today):
        offered.setdefault(day if times.works(day) else next_working_day(times, day))
    return tuple(sorted(list(offered)[:OFFERED]))


def _ahead(today: date) -> Iterator[date]:
    for weeks in OFFERED_WEEKS:
        yield today + weeks * 7 * DAY
