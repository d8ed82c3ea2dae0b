"""Whatever is reported, the published figures give no small group away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.models.assistance import Difficulty, Feedback
from services.difficulties.labels import groups
from services.disclosure import SMALLEST, Cell, Shown
from services.statistics import Period, periods
from services.working_time import calendar_of

NOW = datetime(2026, 10, 20, 9, tzinfo=UTC)
BEGAN = datetime(2026, 9, 1, tzinfo=UTC)
TIMES = calendar_of({})


@st.composite
def cases(draw: st.DrawFn) -> list[Difficulty]:
    """Cases of several groups, older and newer, answered or not, a few of them sensitive."""
    rows: list[Difficulty] = []
    for group in draw(st.lists(st.sampled_from(groups()), max_size=4, unique=True)):
        for days in (3, 40, 70):
            for answered in (True, False):
                for _ in range(draw(st.integers(min_value=0, max_value=9))):
                    rows.append(case(len(rows), group, days, answered=answered))
    for row in rows[: draw(st.integers(min_value=0, max_value=6))]:
        row.sensitive = True
    return rows


def case(number: int, group: str, days: int, *, answered: bool) -> Difficulty:
    reported = NOW - timedelta(days=days)
    return Difficulty(
        id=number,
        group=group,
        status="answered" if answered else "taken",
        reported_at=reported,
        due_at=reported + timedelta(days=3),
        answered_at=reported + timedelta(hours=3) if answered else None,
        sensitive=False,
    )


def counts_of(period: Period) -> list[Cell]:
    return [period.reported, period.answered, period.waiting, period.late] + [
        cell for _, cell in period.groups
    ]


def small(count: int) -> bool:
    return 0 < count < SMALLEST


@given(cases())
def test_nothing_small_is_told_or_left_over(rows: list[Difficulty]) -> None:
    month, year = periods(rows, {row.id: [] for row in rows}, TIMES, now=NOW, began=BEGAN)
    for period in (month, year):
        exact = [cell.count for cell in counts_of(period) if cell.exact]
        assert all(count >= SMALLEST for count in exact)
        if period.reported.exact:
            grouped = sum(cell.count for _, cell in period.groups if cell.exact)
            assert not small(period.reported.count - grouped)
            for part in (period.answered, period.waiting):
                assert not (part.exact and small(period.reported.count - part.count))
    for inner, outer in zip(counts_of(month), counts_of(year), strict=True):
        if inner.exact and outer.exact:
            assert not small(abs(outer.count - inner.count))


@given(cases())
def test_no_share_narrows_a_count_that_is_hidden(rows: list[Difficulty]) -> None:
    marks = {
        row.id: [Feedback(difficulty_id=row.id, stage="at_once", round=0, score=5)]
        if row.answered_at
        else []
        for row in rows
    }
    for period in periods(rows, marks, TIMES, now=NOW, began=BEGAN):
        if period.answered.how is Shown.HIDDEN:
            assert (period.satisfied, period.worked, period.hours) == (None, None, None)


def test_a_share_is_told_where_the_count_is() -> None:
    rows = [case(number, groups()[0], 3, answered=True) for number in range(12)]
    marks = {
        row.id: [Feedback(difficulty_id=row.id, stage="at_once", round=0, score=5)] for row in rows
    }
    month, _year = periods(rows, marks, TIMES, now=NOW, began=BEGAN, guarded=False)

    assert month.satisfied is not None
    assert month.satisfied.n == 12


@given(cases())
def test_what_is_told_is_true(rows: list[Difficulty]) -> None:
    month, _ = periods(rows, {row.id: [] for row in rows}, TIMES, now=NOW, began=BEGAN)
    newer = [row for row in rows if row.reported_at >= NOW - timedelta(days=30)]
    if month.reported.exact:
        assert month.reported.count == len(newer)
    for group, cell in month.groups:
        if cell.exact:
            assert cell.count == sum(row.group == group and not row.sensitive for row in newer)
