"""kill -9 in the middle of two hundred dialogues: nothing is lost, nothing is done twice."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

from sqlalchemy import Engine

from db.units import Units
from sandbox import Sandbox
from tests.crowd import (
    FIRST_ACCOUNT,
    Process,
    check,
    confirmations,
    settle_teachers,
    until_quiet,
    write_all,
)

TEACHERS = 200
KILLS = 10


async def kill_often(process: Process, chance: random.Random) -> None:
    for _ in range(KILLS):
        process.start()
        await asyncio.sleep(1.2 + chance.random() * 1.5)
        process.kill()
    process.start()


async def test_ten_kills_amid_two_hundred_dialogues_lose_and_double_nothing(
    database_url: str, engine: Engine, units: Units, tmp_path: Path
) -> None:
    await units.run(lambda session: settle_teachers(session, TEACHERS))
    sandbox = Sandbox()
    url = await sandbox.start()
    process = Process(url, tmp_path, database_url)
    try:
        writing = asyncio.create_task(write_all(url, TEACHERS))
        await kill_often(process, random.Random(20_261_121))
        expected = await writing
        await until_quiet(sandbox, units, expected)
        await units.run(lambda session: check(session, TEACHERS, expected))
        told = [await confirmations(url, FIRST_ACCOUNT + n) for n in range(TEACHERS)]
        assert min(told) >= 1
        # Telegram took it, the process died before it was written down: unavoidable, and rare.
        assert sum(told) - TEACHERS <= 2 * KILLS
        assert process.stop() < 10
    finally:
        process.end()
        await sandbox.stop()
