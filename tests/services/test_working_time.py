"""Working days and hours, school weeks: examples of a calendar, and rules for all moments."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.working_time import DEFAULT_ZONE, calendar_of, not_at_night

CALENDAR = calendar_of({})
FIRST = datetime(2024, 1, 1, tzinfo=UTC)
MOMENTS = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=1500)).map(
    lambda since: FIRST + since
)
SHORT = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=20))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=DEFAULT_ZONE)


@pytest.mark.parametrize(
    ("reported", "due"),
    [
        ("2026-10-05T10:00", "2026-10-08T18:00"),
        ("2026-10-08T23:50", "2026-10-13T18:00"),
        ("2026-10-10T12:00", "2026-10-14T18:00"),
        ("2026-11-03T09:00", "2026-11-09T18:00"),
        ("2026-12-30T09:00", "2027-01-13T18:00"),
    ],
)
def test_three_working_days_skip_weekends_and_holidays(reported: str, due: str) -> None:
    assert CALENDAR.after_working_days(at(reported), 3) == at(due)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-10-05T10:00", "2026-10-05T12:30", 2.5),
        ("2026-10-05T17:00", "2026-10-06T10:00", 2),
        ("2026-10-09T17:00", "2026-10-12T10:00", 2),
        ("2026-10-10T10:00", "2026-10-11T15:00", 0),
        ("2026-10-05T06:00", "2026-10-05T22:00", 9),
        ("2026-10-06T10:00", "2026-10-05T10:00", 0),
        ("2026-11-03T17:00", "2026-11-05T10:00", 2),
    ],
)
def test_working_time_counts_only_hours_of_work(start: str, end: str, hours: float) -> None:
    assert CALENDAR.working_time(at(start), at(end)) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("closed", "asked"),
    [
        ("2026-10-08T11:00", "2026-10-22T15:10"),
        ("2026-10-05T11:00", "2026-10-19T15:10"),
        ("2026-05-20T11:00", "2026-09-08T15:10"),
    ],
)
def test_two_school_weeks_skip_vacations(closed: str, asked: str) -> None:
    assert CALENDAR.after_school_weeks(at(closed), 2, at=time(15, 10)) == at(asked)


def test_the_first_grade_rests_in_february() -> None:
    day = date(2027, 2, 17)
    assert CALENDAR.teaches(day, grade=2)
    assert not CALENDAR.teaches(day, grade=1)


def test_a_saturday_made_a_working_day_is_one() -> None:
    assert CALENDAR.works(date(2025, 11, 1))
    assert not CALENDAR.works(date(2026, 10, 31))


def test_a_place_may_have_hours_of_its_own() -> None:
    own = calendar_of({"opens": "08:00", "closes": "12:00", "answer_days": 5, "phone": "1"})
    assert own.answer_days == 5
    assert own.working_time(at("2026-10-05T00:00"), at("2026-10-06T00:00")) == timedelta(hours=4)


def test_a_table_that_is_all_vacation_does_not_search_for_ever() -> None:
    own = calendar_of({"vacations": [{"name": "all", "first": "01-01", "last": "12-31"}]})
    assert own.after_school_weeks(at("2026-10-05T00:00"), 2, at=time(15, 10)) > at(
        "2026-10-05T00:00"
    )


@given(MOMENTS, st.integers(min_value=1, max_value=15))
def test_a_due_moment_is_the_end_of_a_working_day_later_on(moment: datetime, days: int) -> None:
    due = CALENDAR.after_working_days(moment, days)
    assert due > moment
    assert CALENDAR.works(due.date())
    assert due.time() == CALENDAR.closes
    assert CALENDAR.after_working_days(moment, days + 1) > due


@given(MOMENTS, SHORT, SHORT)
def test_working_time_adds_up(start: datetime, first: timedelta, second: timedelta) -> None:
    middle, end = start + first, start + first + second
    whole = CALENDAR.working_time(start, end)
    assert whole == CALENDAR.working_time(start, middle) + CALENDAR.working_time(middle, end)
    assert timedelta() <= whole <= end - start


@given(MOMENTS, st.integers(min_value=1, max_value=3), st.sampled_from([None, 1, 6]))
def test_the_lesson_question_comes_on_a_school_day(
    moment: datetime, weeks: int, grade: int | None
) -> None:
    asked = CALENDAR.after_school_weeks(moment, weeks, at=time(15, 10), grade=grade)
    assert CALENDAR.teaches(asked.date(), grade)
    assert asked - moment > timedelta(days=7 * weeks - 3)
    assert asked.time() == time(15, 10)


@given(MOMENTS)
def test_the_reminder_comes_on_the_working_day_before(moment: datetime) -> None:
    before = CALENDAR.day_before(moment)
    assert before < moment
    assert CALENDAR.works(before.date())
    assert before.date() < moment.astimezone(DEFAULT_ZONE).date()


@given(MOMENTS)
def test_nothing_is_sent_at_night(moment: datetime) -> None:
    kept = not_at_night(moment, DEFAULT_ZONE)
    assert kept >= moment
    assert time(8) <= kept.astimezone(DEFAULT_ZONE).time() < time(21)
    assert kept - moment <= timedelta(hours=11)
