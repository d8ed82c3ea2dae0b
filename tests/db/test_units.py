import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlalchemy import Engine, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.models.jobs import Lease
from db.units import Units
from services.clock import SystemClock


class Refusal(Exception):
    """What a unit of work raises in these tests."""


def add(session: Session, name: str, epoch: int = 0) -> None:
    session.execute(
        insert(Lease).values(name=name, owner="test", until=SystemClock().now(), epoch=epoch)
    )


def count(session: Session) -> int:
    return session.execute(select(func.count()).select_from(Lease)).scalar_one()


def test_a_unit_is_committed_before_its_caller_goes_on(units: Units) -> None:
    units.run_now(lambda session: add(session, "one"))

    assert units.run_now(count) == 1


def test_a_failing_unit_leaves_nothing_and_harms_nobody_beside_it(units: Units) -> None:
    def refuse(session: Session) -> None:
        add(session, "half")
        raise Refusal

    with ThreadPoolExecutor(12) as pool:
        good = [pool.submit(units.run_now, lambda s, n=n: add(s, f"good{n}")) for n in range(8)]
        bad = [pool.submit(units.run_now, refuse) for _ in range(4)]
        for one in good:
            one.result()
        for one in bad:
            with pytest.raises(Refusal):
                one.result()

    assert units.run_now(count) == 8


def test_a_failed_flush_that_is_swallowed_takes_nothing_of_others_with_it(units: Units) -> None:
    def stumble(session: Session) -> None:
        session.add(Lease(name="same", owner="test", until=SystemClock().now(), epoch=0))
        with suppress(IntegrityError):
            session.flush()

    units.run_now(lambda session: add(session, "same"))
    with ThreadPoolExecutor(12) as pool:
        good = [pool.submit(units.run_now, lambda s, n=n: add(s, f"good{n}")) for n in range(8)]
        for one in [pool.submit(units.run_now, stumble) for _ in range(4)]:
            one.exception()
        for one in good:
            one.result()

    assert units.run_now(count) == 9


def test_two_units_that_claim_one_key_fail_one_by_one(units: Units) -> None:
    with ThreadPoolExecutor(6) as pool:
        tries = [pool.submit(units.run_now, lambda s: add(s, "same")) for _ in range(6)]
        failures = sum(one.exception() is not None for one in tries)

    assert failures == 5
    assert units.run_now(count) == 1


def test_no_increment_is_lost_among_many_units(units: Units) -> None:
    units.run_now(lambda session: add(session, "counter"))

    def increase(session: Session) -> None:
        session.execute(update(Lease).where(Lease.name == "counter").values(epoch=Lease.epoch + 1))

    with ThreadPoolExecutor(16) as pool:
        for one in [pool.submit(units.run_now, increase) for _ in range(200)]:
            one.result()

    assert units.run_now(lambda s: s.get_one(Lease, "counter").epoch) == 200


async def test_units_can_be_awaited(units: Units) -> None:
    await units.run(lambda session: add(session, "awaited"))

    assert await units.run(count) == 1


async def test_a_caller_that_goes_away_harms_nobody(units: Units) -> None:
    impatient = [asyncio.create_task(units.run(lambda session: time.sleep(0.02))) for _ in range(5)]
    await asyncio.sleep(0.01)
    for one in impatient:
        one.cancel()
    await asyncio.gather(*impatient, return_exceptions=True)

    await units.run(lambda session: add(session, "after"))
    assert await units.run(count) == 1


async def test_nobody_waits_for_units_that_are_closed(engine: Engine) -> None:
    closed = Units(engine)
    closed.close()

    with pytest.raises(RuntimeError, match="closed"):
        await closed.run(count)
