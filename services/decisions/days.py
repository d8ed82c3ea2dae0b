"""Days of a decision: by when something is done, when a meeting is, when people are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from db.models.scopes import ScopeLevel
from services.scopes import above
from services.work import Work
from services.working_time import DAY, Calendar, calendar_of

LESSONS_END = time(15, 10)
TOO_SOON = timedelta(days=14)
"""A term nearer than this leaves no time to do anything in: the next one is meant."""
WEEK = timedelta(days=7)
LONGEST_SEARCH = 400
"""Days after which the search for a vacation gives up."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The days offered for «until when»: the ends of the month and of the quarter."""

    month: date
    quarter: date


def calendar_at(work: Work, path: str) -> Calendar:
    """The calendar of the municipality a place lies in."""
    municipality = above(work.session, path, ScopeLevel.MUNICIPALITY)
    return calendar_of({} if municipality is None else municipality.details)


def today_at(work: Work, path: str) -> date:
    """The day it is in a place."""
    return day_at(work, path, work.now)


def day_at(work: Work, path: str, moment: datetime) -> date:
    """The day a moment falls on in a place."""
    return moment.astimezone(calendar_at(work, path).zone).date()


def terms(calendar: Calendar, today: date) -> Terms:
    """The next ends of a month and of a quarter that leave some time."""
    return Terms(_month_end(calendar, today), _quarter_end(calendar, today))


def working_day(calendar: Calendar, day: date) -> date:
    """The day itself, or the first working day after it."""
    while not calendar.works(day):
        day += DAY
    return day


def in_weeks(calendar: Calendar, today: date, weeks: int) -> date:
    """The same day of the week so many weeks later, moved off a holiday."""
    return working_day(calendar, today + weeks * WEEK)


def after_lessons(calendar: Calendar, day: date) -> datetime:
    """When people of a school have a minute: after lessons of a working day."""
    return datetime.combine(working_day(calendar, day), LESSONS_END, tzinfo=calendar.zone)


def eve(calendar: Calendar, day: date) -> datetime:
    """After lessons on the last working day before another."""
    before = day - DAY
    while not calendar.works(before):
        before -= DAY
    return datetime.combine(before, LESSONS_END, tzinfo=calendar.zone)


def _month_end(calendar: Calendar, today: date) -> date:
    end = _last_of_month(calendar, today)
    if end - today < TOO_SOON:
        end = _last_of_month(calendar, (today.replace(day=28) + 4 * DAY).replace(day=1))
    return end


def _last_of_month(calendar: Calendar, day: date) -> date:
    last = (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY
    while not calendar.works(last):
        last -= DAY
    return last


def _quarter_end(calendar: Calendar, today: date) -> date:
    """The last school day before the vacation that comes next."""
    taught = None
    for ahead in range(LONGEST_SEARCH):
        day = today + TOO_SOON + ahead * DAY
        if calendar.teaches(day):
            taught = day
        elif taught is not None and any(one.covers(day, None) for one in calendar.vacations):
            return taught
    # A table without vacations: nobody knows where its quarters end.
    return _month_end(calendar, today)
