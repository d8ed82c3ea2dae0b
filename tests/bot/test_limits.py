import itertools
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery import limits
from bot.delivery.limits import BULK, GROUP, PrivateLimits
from db import outbox
from db.models.delivery import OutboxLane, OutboxStatus
from db.rates import Pace
from db.units import Units

NOW = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)


def most_within(times: list[float], window: float) -> int:
    return max(sum(start <= one < start + window for one in times) for start in times)


def as_fast_as_allowed(pace: Pace, gaps: list[int]) -> list[float]:
    """When messages go if each asks `gap` milliseconds after the last: the rule of db.rates."""
    tat = now = 0
    times = []
    for gap in gaps:
        now += gap
        start = max(now, tat - pace.ahead)
        tat = max(tat, now) + pace.interval
        times.append(float(start))
    return times


@given(st.lists(st.integers(0, 20_000), min_size=1, max_size=80))
def test_a_group_never_gets_more_than_twenty_a_minute(gaps: list[int]) -> None:
    assert most_within(as_fast_as_allowed(GROUP, gaps), 60_000) <= 20


@given(st.lists(st.integers(0, 100), min_size=1, max_size=200))
def test_bulk_never_goes_faster_than_thirty_a_second(gaps: list[int]) -> None:
    assert most_within(as_fast_as_allowed(BULK, gaps), 1_000) <= 30


def test_a_person_gets_a_short_burst_and_then_one_a_second() -> None:
    private, now, times = PrivateLimits(), 0.0, []
    for _ in range(27):
        now += private.wait(7, now)
        private.count(7, now)
        times.append(now)

    assert times[:21] == [0.0] * 21
    assert [b - a for a, b in itertools.pairwise(times[21:])] == [1.0] * 5
    assert private.wait(8, 0.0) == 0.0


def test_after_a_429_the_person_waits() -> None:
    private = PrivateLimits()
    private.pause(7, until=5.0)

    assert private.wait(7, 1.0) == 4.0
    assert private.wait(8, 1.0) == 0.0


def owe(units: Units, count: int, lane: OutboxLane = OutboxLane.BROADCAST) -> None:
    row: dict[str, Any] = {
        "chat_id": 7,
        "lane": lane,
        "kind": "Hello",
        "payload": {},
        "language": "ru",
        "status": OutboxStatus.PENDING,
        "attempts": 0,
        "next_at": NOW,
        "created_at": NOW,
    }
    for _ in range(count):
        units.run_now(lambda s: outbox.put(s, dict(row)))


def claim(units: Units, replies: int = 0) -> list[int]:
    letters, _wait = units.run_now(
        lambda s: limits.claim(s, NOW, replies=replies, skip=(), within=0.5)
    )
    return [one.lane for one in letters]


def test_bulk_is_claimed_as_much_as_half_a_second_takes(units: Units) -> None:
    owe(units, 40)

    assert len(claim(units)) == 15


def test_bulk_takes_only_what_replies_left(units: Units) -> None:
    owe(units, 40)

    assert len(claim(units, replies=10)) in (4, 5, 6)


def test_late_replies_go_even_where_bulk_has_no_room(units: Units) -> None:
    owe(units, 2)
    owe(units, 3, OutboxLane.REPLY)
    units.run_now(lambda s: limits.hold_back(s, 7, 30.0))

    assert claim(units) == [OutboxLane.REPLY] * 3


def test_a_429_in_a_group_is_known_to_every_process(units: Units) -> None:
    units.run_now(lambda s: limits.hold_back(s, -7, 30.0))

    assert 29.0 < units.run_now(lambda s: limits.reserve_in_group(s, -7)) <= 30.0
    assert units.run_now(lambda s: limits.reserve_in_group(s, -8)) == 0.0
