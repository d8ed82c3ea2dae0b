"""Working days and hours of the methodological service, school weeks between vacations."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from holidays import HolidayBase

DEFAULTS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
DEFAULT_ZONE = ZoneInfo(DEFAULTS["timezone"])
DAY = timedelta(days=1)
NIGHT_BEGINS, NIGHT_ENDS = time(21), time(8)
DAYS_OF_SCHOOL_WEEK = 5
SCHOOL_YEAR_BEGINS = 9
"""The month."""
LONGEST_BREAK = 200
"""Days after which the search for a school day gives up: a table that is all vacations."""


@dataclass(frozen=True, slots=True)
class Vacation:
    """A school vacation, every year from one (month, day) to another, both inclusive."""

    first: tuple[int, int]
    last: tuple[int, int]
    grades: frozenset[int] = frozenset()
    """Whose vacation it is; empty: everybody's."""

    def covers(self, day: date, grade: int | None) -> bool:
        """Whether the day lies in this vacation for pupils of the grade."""
        if self.grades and grade not in self.grades:
            return False
        at = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= at <= self.last
        return at >= self.first or at <= self.last


@dataclass(frozen=True, slots=True)
class Calendar:
    """When people of a place work and when its schools teach."""

    zone: tzinfo
    country: str
    opens: time
    closes: time
    vacations: tuple[Vacation, ...]
    answer_days: int

    def works(self, day: date) -> bool:
        """Whether it is a working day, by weekends, public holidays and days moved by decree."""
        return bool(_public_days(self.country).is_working_day(day))

    def teaches(self, day: date, grade: int | None = None) -> bool:
        """Whether schools teach on that day: Monday to Friday, no holiday, no vacation."""
        if day.weekday() >= DAYS_OF_SCHOOL_WEEK or not self.works(day):
            return False
        return not any(one.covers(day, grade) for one in self.vacations)

    def after_working_days(self, moment: datetime, days: int) -> datetime:
        """The end of work on the `days`-th working day after the day of `moment`."""
        day = self._local(moment).date()
        while days > 0:
            day += DAY
            days -= self.works(day)
        return self._at(day, self.closes)

    def working_time(self, start: datetime, end: datetime) -> timedelta:
        """How much working time lies between two moments; zero if they are the wrong way round."""
        first, last = self._local(start), self._local(end)
        total = timedelta()
        day = first.date()
        while day <= last.date():
            if self.works(day):
                opened = max(first, self._at(day, self.opens))
                closed = min(last, self._at(day, self.closes))
                total += max(closed - opened, timedelta())
            day += DAY
        return total

    def after_school_weeks(
        self, moment: datetime, weeks: int, *, at: time, grade: int | None = None
    ) -> datetime:
        """`at` o'clock on the day by which schools will have taught `weeks` full weeks more."""
        day = self._local(moment).date()
        left, idle = weeks * DAYS_OF_SCHOOL_WEEK, 0
        while left > 0 and idle < LONGEST_BREAK:
            day += DAY
            taught = self.teaches(day, grade)
            left -= taught
            idle = 0 if taught else idle + 1
        return self._at(day, at)

    def next_school_day(self, moment: datetime, *, at: time, grade: int | None = None) -> datetime:
        """`at` o'clock on the next day on which schools teach."""
        day = self._local(moment).date() + DAY
        for _ in range(LONGEST_BREAK):
            if self.teaches(day, grade):
                break
            day += DAY
        return self._at(day, at)

    def day_before(self, moment: datetime) -> datetime:
        """The beginning of work on the last working day before the day of `moment`."""
        day = self._local(moment).date() - DAY
        while not self.works(day):
            day -= DAY
        return self._at(day, self.opens)

    def school_year_began(self, moment: datetime) -> datetime:
        """The first of September the school year of `moment` began on."""
        began = school_year(self._local(moment).date())
        return datetime(began, SCHOOL_YEAR_BEGINS, 1, tzinfo=self.zone)

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, tzinfo=self.zone)


def school_year(day: date) -> int:
    """The calendar year in which the school year of a day began."""
    return day.year if day.month >= SCHOOL_YEAR_BEGINS else day.year - 1


def calendar_of(details: Mapping[str, Any]) -> Calendar:
    """The calendar of a place: the defaults, overridden by what its details say."""
    own = {**DEFAULTS, **{key: value for key, value in details.items() if key in DEFAULTS}}
    return Calendar(
        ZoneInfo(own["timezone"]),
        own["country"],
        _hour(own["opens"]),
        _hour(own["closes"]),
        tuple(_vacation(one) for one in own["vacations"]),
        int(own["answer_days"]),
    )


def not_at_night(moment: datetime, zone: tzinfo) -> datetime:
    """The moment itself by day, otherwise the next morning."""
    local = moment.astimezone(zone)
    if NIGHT_ENDS <= local.time() < NIGHT_BEGINS:
        return moment
    day = local.date() + DAY if local.time() >= NIGHT_BEGINS else local.date()
    return datetime.combine(day, NIGHT_ENDS, tzinfo=zone)


def _hour(value: time | str) -> time:
    return value if isinstance(value, time) else time.fromisoformat(value)


def _vacation(raw: Mapping[str, Any]) -> Vacation:
    return Vacation(
        _month_day(raw["first"]), _month_day(raw["last"]), frozenset(raw.get("grades", ()))
    )


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


@cache
def _public_days(country: str) -> HolidayBase:
    from holidays import country_holidays

    return country_holidays(country)
