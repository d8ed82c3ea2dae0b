from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from db import jobs
from db.units import Units
from services.work import Work

NOW = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)
LEASE = timedelta(minutes=10)


def leave(units: Units, *, key: str | None = None, due: datetime = NOW) -> None:
    units.run_now(lambda s: Work(s, NOW).later("parse", {"file": 1}, due_at=due, key=key))


def claim(units: Units, at: datetime = NOW) -> list[int]:
    return [one.id for one in taken(units, at)]


def taken(units: Units, at: datetime = NOW) -> list[jobs.Errand]:
    return units.run_now(lambda s: jobs.claim(s, at, limit=10, lease=LEASE, kinds=("parse",)))


def test_a_job_is_taken_once_until_its_lease_ends(units: Units) -> None:
    leave(units)

    (job,) = claim(units)

    assert claim(units) == []
    assert claim(units, NOW + timedelta(minutes=11)) == [job]


def test_a_job_is_not_taken_before_it_is_due(units: Units) -> None:
    leave(units, due=NOW + timedelta(days=14))

    assert claim(units) == []
    assert len(claim(units, NOW + timedelta(days=14))) == 1


def test_a_second_job_with_the_same_key_moves_the_first(units: Units) -> None:
    leave(units, key="ask:12", due=NOW)
    leave(units, key="ask:12", due=NOW + timedelta(days=1))

    assert claim(units) == []
    assert len(claim(units, NOW + timedelta(days=1))) == 1


def test_a_job_that_is_no_longer_wanted_is_not_done(units: Units) -> None:
    leave(units, key="ask:12")

    units.run_now(lambda s: Work(s, NOW).never_mind("ask:12"))

    assert claim(units) == []


def test_an_effect_is_applied_once(units: Units) -> None:
    leave(units)
    (job,) = taken(units)

    assert units.run_now(lambda s: jobs.finish(s, job))
    assert not units.run_now(lambda s: jobs.finish(s, job))


def test_a_job_left_anew_while_it_runs_is_done_for_the_later_word(units: Units) -> None:
    leave(units, key="class:12")
    (first,) = taken(units)
    later = NOW + timedelta(seconds=1)
    units.run_now(lambda s: Work(s, later).later("parse", {"file": 2}, key="class:12"))
    (second,) = taken(units, later)

    assert not units.run_now(lambda s: jobs.finish(s, first))
    assert not units.run_now(lambda s: jobs.fail(s, first, error="E", retry_at=None))
    assert second.params == {"file": 2}
    assert units.run_now(lambda s: jobs.finish(s, second))


def test_jobs_held_by_a_dead_process_are_free_again_after_the_restart(units: Units) -> None:
    leave(units)
    (job,) = claim(units)

    assert units.run_now(jobs.give_back) == 1
    assert claim(units) == [job]


def test_jobs_of_a_living_process_stay_in_its_hands(engine: Engine) -> None:
    ours, theirs = Units(engine, process="a"), Units(engine, process="b")
    leave(ours)
    (job,) = claim(theirs)

    assert ours.run_now(lambda s: jobs.give_back(s, ("a", "b"))) == 0
    assert ours.run_now(lambda s: jobs.give_back(s, ("a",))) == 1
    assert claim(ours) == [job]
    ours.close()
    theirs.close()
