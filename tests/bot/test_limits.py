import itertools

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.limits import BULK_PER_SECOND, Limits


def send_as_fast_as_allowed(limits: Limits, chat_id: int, count: int) -> list[float]:
    now, times = 0.0, []
    for _ in range(count):
        now += limits.wait(chat_id, now)
        limits.count(chat_id, now)
        times.append(now)
    return times


def most_within(times: list[float], window: float) -> int:
    return max(sum(start <= one < start + window for one in times) for start in times)


@given(st.integers(1, 60))
def test_a_group_never_gets_more_than_twenty_a_minute(count: int) -> None:
    times = send_as_fast_as_allowed(Limits(), -100, count)

    assert most_within(times, 60.0) <= 20


def test_a_person_gets_a_short_burst_and_then_one_a_second() -> None:
    times = send_as_fast_as_allowed(Limits(), 7, 27)

    assert times[:21] == [0.0] * 21
    assert [b - a for a, b in itertools.pairwise(times[21:])] == [1.0] * 5


def test_people_do_not_wait_for_each_other() -> None:
    limits = Limits()
    send_as_fast_as_allowed(limits, 7, 30)

    assert limits.wait(8, 0.0) == 0.0


def test_bulk_takes_only_what_replies_left() -> None:
    limits = Limits()
    for person in range(1, 21):
        limits.count(person, 0.0)

    assert limits.bulk_room(0.5) == BULK_PER_SECOND - 20
    assert limits.bulk_room(1.5) == BULK_PER_SECOND


def test_after_a_429_the_chat_waits_and_bulk_stands_back() -> None:
    limits = Limits()
    limits.pause(7, until=5.0)

    assert limits.wait(7, 1.0) == 4.0
    assert limits.wait(8, 1.0) == 0.0
    assert limits.bulk_room(1.0) == 0
    assert limits.bulk_room(6.0) == BULK_PER_SECOND
