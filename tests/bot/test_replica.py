"""Who leads, as one process sees it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot import replica
from bot.replica import Replica


class Hanging:
    """A database that takes a question and never answers."""

    async def run(self, _unit: Any) -> None:
        await asyncio.Event().wait()


class Duties:
    """Whether the duties of the one who leads are being done."""

    def __init__(self) -> None:
        self.going = True

    def begin(self) -> None:
        self.going = True

    def end(self) -> None:
        self.going = False


async def test_whoever_leads_stops_when_the_database_hangs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(replica, "PATIENCE", 0.01)
    monkeypatch.setattr(replica, "BEAT", 0.01)
    duties = Duties()
    units: Any = Hanging()
    led: Any = duties
    ours = Replica(units, "a", led, alone=False)
    ours.leading = True

    running = asyncio.create_task(ours.run())
    async with asyncio.timeout(5):
        while duties.going:
            await asyncio.sleep(0.01)
    running.cancel()

    assert not ours.leading
