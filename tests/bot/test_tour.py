"""The tour of the demo is a promise: it must come to its end."""

from __future__ import annotations

from pathlib import Path

from bot.demo.house import DemoHouse
from bot.demo.tour import Tour


async def test_the_tour_plays_the_whole_loop(tmp_path: Path) -> None:
    house = DemoHouse(tmp_path / "demo")
    await house.open(0)
    said: list[str] = []
    try:
        finished = await Tour(house.players, said.append, house.texts(), pause=0).play()
    finally:
        await house.close()

    assert finished, said[-1]
