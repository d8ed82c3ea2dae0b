from datetime import UTC, datetime, timedelta

from db import inbox
from db.inbox import Arrival
from db.units import Units

NOW = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)


def arrivals(*ids: int) -> list[Arrival]:
    return [Arrival(one, 7, f'{{"update_id":{one}}}', NOW) for one in ids]


def test_an_update_given_twice_is_kept_once(units: Units) -> None:
    first = units.run_now(lambda s: inbox.store(s, arrivals(1, 2)))
    again = units.run_now(lambda s: inbox.store(s, arrivals(1, 2, 3)))

    assert [one.update_id for one in first] == [1, 2]
    assert [one.update_id for one in again] == [3]


def test_what_is_not_finished_is_found_again_in_order(units: Units) -> None:
    units.run_now(lambda s: inbox.store(s, arrivals(5, 3, 4)))
    units.run_now(lambda s: inbox.finish(s, 4))

    waiting = units.run_now(lambda s: inbox.waiting(s, after=-1, limit=10))

    assert [one.update_id for one in waiting] == [3, 5]
    assert units.run_now(inbox.count_waiting) == 2


def test_an_update_is_finished_once(units: Units) -> None:
    units.run_now(lambda s: inbox.store(s, arrivals(1)))

    assert units.run_now(lambda s: inbox.finish(s, 1))
    assert not units.run_now(lambda s: inbox.finish(s, 1))


def test_a_dead_letter_is_not_tried_again(units: Units) -> None:
    units.run_now(lambda s: inbox.store(s, arrivals(1, 2)))
    units.run_now(lambda s: inbox.fail(s, 1, error="KeyError", dead=True))
    units.run_now(lambda s: inbox.fail(s, 2, error="KeyError", dead=False))

    waiting = units.run_now(lambda s: inbox.waiting(s, after=-1, limit=10))

    assert [(one.update_id, one.attempts) for one in waiting] == [(2, 1)]


def test_handled_updates_are_forgotten_after_a_week(units: Units) -> None:
    units.run_now(lambda s: inbox.store(s, arrivals(1, 2)))
    units.run_now(lambda s: inbox.finish(s, 1))

    assert units.run_now(lambda s: inbox.purge(s, NOW + timedelta(days=6))) == 0
    assert units.run_now(lambda s: inbox.purge(s, NOW + timedelta(days=8))) == 1
    assert units.run_now(inbox.count_waiting) == 1
