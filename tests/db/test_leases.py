from datetime import timedelta
from time import sleep

from db import leases
from db.units import Units

LONG = timedelta(minutes=10)
OVER = timedelta(milliseconds=-1)


def hold(units: Units, owner: str, term: timedelta = LONG) -> int | None:
    return units.run_now(lambda s: leases.hold(s, leases.LEADER, owner, term=term))


def test_a_lease_is_held_by_one_and_changes_hands_with_a_new_epoch(units: Units) -> None:
    assert hold(units, "a") == 1
    assert hold(units, "b") is None
    assert hold(units, "a", OVER) == 1
    assert hold(units, "b") == 2
    assert hold(units, "a") is None


def test_a_released_lease_is_free_at_once(units: Units) -> None:
    hold(units, "a")
    units.run_now(lambda s: leases.release(s, leases.LEADER, "a"))
    sleep(0.002)

    assert hold(units, "b") == 2


def test_nobody_releases_what_another_holds(units: Units) -> None:
    hold(units, "a")
    units.run_now(lambda s: leases.release(s, leases.LEADER, "b"))

    assert hold(units, "b") is None


def test_a_process_lives_as_long_as_it_says_so(units: Units) -> None:
    units.run_now(lambda s: leases.say_alive(s, "a", term=LONG))
    units.run_now(lambda s: leases.say_alive(s, "b", term=OVER))

    assert units.run_now(leases.living) == ("a",)


def test_the_lease_to_lead_is_no_sign_of_life(units: Units) -> None:
    hold(units, "a")

    assert units.run_now(leases.living) == ()
