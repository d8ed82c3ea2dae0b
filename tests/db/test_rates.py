import threading

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from db import rates
from db.rates import Pace
from db.units import Units
from db.wall import wall

PACE = Pace(interval=100, burst=3)
KEY = "chat:-7"


def take(units: Units, now: int, count: int = 1, pace: Pace = PACE) -> int:
    return units.run_now(lambda s: rates.take(s, KEY, pace, now, count))


def room(units: Units, now: int, within: int, pace: Pace = PACE) -> int:
    return units.run_now(lambda s: rates.room(s, KEY, pace, now, within=within))


def test_a_burst_goes_at_once_and_then_one_an_interval(units: Units) -> None:
    assert [take(units, 10_000) for _ in range(5)] == [0, 0, 0, 100, 200]
    assert take(units, 10_500) == 0


def test_several_are_reserved_at_once(units: Units) -> None:
    assert take(units, 10_000, 5) == 0
    assert take(units, 10_000) == 300


def test_room_tells_how_many_may_begin_soon(units: Units) -> None:
    assert room(units, 10_000, 1) == 3
    assert room(units, 10_000, 250) == 5
    take(units, 10_000, 5)
    assert room(units, 10_000, 250) == 0
    assert room(units, 10_000, 350) == 1


def test_a_pause_holds_all_back_until_it_ends(units: Units) -> None:
    units.run_now(lambda s: rates.pause(s, KEY, PACE, 13_000))

    assert room(units, 10_000, 2_000) == 0
    assert take(units, 10_000) == 3_000


def test_replies_that_did_not_ask_hold_bulk_back_only_so_far(units: Units) -> None:
    pace = Pace(interval=34)
    units.run_now(lambda s: rates.spend(s, KEY, pace, 10_000, 500, at_most=1_000))
    units.run_now(lambda s: rates.spend(s, KEY, pace, 10_000, 500, at_most=1_000))

    assert take(units, 10_000, pace=pace) <= 2_000


def test_two_processes_share_one_limit(engine: Engine) -> None:
    units = [Units(engine, process=name) for name in "ab"]
    waits: list[int] = []

    def work(one: Units) -> None:
        waits.extend(take(one, 10_000, pace=Pace(interval=10)) for _ in range(40))

    threads = [threading.Thread(target=work, args=(one,)) for one in units]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(waits) == [10 * number for number in range(80)]
    for one in units:
        one.close()


def test_a_row_that_holds_nobody_back_is_forgotten(units: Units) -> None:
    take(units, 10_000)
    units.run_now(lambda s: rates.purge(s, 10_050))
    assert take(units, 10_050, 3) == 0

    units.run_now(lambda s: rates.purge(s, 20_000))
    assert room(units, 20_000, 1) == 3


def test_the_wall_is_the_same_for_all_and_goes_forward(units: Units) -> None:
    first, second = units.run_now(wall), units.run_now(wall)

    assert 0 <= second - first < 60_000


@given(st.integers(1, 5), st.integers(1, 200), st.lists(st.integers(0, 150), max_size=30))
def test_room_promises_just_what_take_gives(burst: int, within: int, pauses: list[int]) -> None:
    # The arithmetic alone: the same as the rows do, on a number.
    pace, tat, now = Pace(interval=40, burst=burst), 0, 10_000
    for pause in pauses:
        tat = max(tat, now) + pace.interval
        now += pause
    first = max(now, tat - pace.ahead)
    starts, reached = 0, tat
    while max(now, reached - pace.ahead) < now + within:
        reached = max(reached, now) + pace.interval
        starts += 1
    promised = (
        0
        if first >= now + within
        else pace.burst + (now + within - 1 - max(now, tat)) // pace.interval
    )

    assert promised == starts
