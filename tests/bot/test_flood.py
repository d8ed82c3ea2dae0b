"""One person writes faster than anybody can: the others do not notice."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from bot.intake import lanes as lanes_module
from bot.intake.lanes import FLOOD, Lanes, NotYourTurn
from db.inbox import Arrival
from db.models.intake import Inbox, InboxStatus
from tests.cast import Cast
from tests.stage import Stage

NOW = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)


def text(number: int, lane: int = 7, words: str = "ещё") -> Arrival:
    payload = json.dumps({"message": {"text": words}}, separators=(",", ":"))
    return Arrival(number, lane, payload, NOW)


async def nothing(*_: object) -> None:
    return None


async def test_a_flood_is_turned_away_but_a_command_in_it_is_heard() -> None:
    away: list[int] = []
    done: list[int] = []

    async def handle(one: Arrival) -> None:
        done.append(one.update_id)

    async def turn_away(flood: Sequence[Arrival]) -> None:
        away.extend(one.update_id for one in flood)

    lanes = Lanes(handle, note_failure=nothing, bury=nothing, turn_away=turn_away)
    lanes.offer([text(number) for number in range(FLOOD + 50)])
    lanes.offer([text(1000, words="/help")])
    await asyncio.sleep(0.02)

    assert away == list(range(FLOOD, FLOOD + 50))
    assert lanes.holds(text(1000)) or 1000 in done
    await lanes.stop(within=0.0)


async def test_a_crowd_in_a_group_is_no_flood() -> None:
    away: list[object] = []

    async def turn_away(flood: object) -> None:
        away.append(flood)

    lanes = Lanes(nothing, note_failure=nothing, bury=nothing, turn_away=turn_away)
    lanes.offer([text(number, lane=-100) for number in range(FLOOD + 50)])
    await lanes.stop(within=0.1)

    assert away == []


async def test_a_chat_that_never_rests_is_slowed_down_and_others_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lanes_module, "BURST", 5)
    done: list[int] = []

    async def handle(one: Arrival) -> None:
        done.append(one.lane)

    lanes = Lanes(handle, note_failure=nothing, bury=nothing, turn_away=nothing)
    lanes.offer([text(number) for number in range(50)])
    lanes.offer([text(100 + number, lane=100 + number) for number in range(50)])
    await asyncio.sleep(0.1)

    assert done.count(7) <= 7
    assert len(set(done)) == 51
    await lanes.stop(within=0.0)


async def test_what_came_before_in_another_process_is_waited_for() -> None:
    tries: list[int] = []

    async def handle(one: Arrival) -> None:
        tries.append(one.update_id)
        if len(tries) < 3:
            raise NotYourTurn

    lanes = Lanes(handle, note_failure=nothing, bury=nothing, turn_away=nothing)
    lanes.offer([text(1), text(2)])
    async with asyncio.timeout(5):
        while lanes.waiting:
            await asyncio.sleep(0.01)

    assert tries == [1, 1, 1, 2]


async def test_the_person_is_asked_once_to_write_less(stage: Stage, cast: Cast) -> None:
    flood = FLOOD + 60
    await asyncio.gather(
        *(
            stage.post("/sim/message", user_id=cast.marina.id, text=f"слово {number}")
            for number in range(flood)
        )
    )
    async with asyncio.timeout(60):
        while not any(
            "больше сотни" in (one.get("text") or "") for one in await cast.marina.messages()
        ):
            await asyncio.sleep(0.05)
    await stage.post("/sim/message", user_id=cast.olga.id, text="/menu")
    async with asyncio.timeout(5):
        while not await cast.olga.messages():
            await asyncio.sleep(0.02)

    told = [
        one for one in await cast.marina.messages() if "больше сотни" in (one.get("text") or "")
    ]
    dead = await stage.run(
        lambda s: s.scalar(
            select(func.count()).select_from(Inbox).where(Inbox.status == InboxStatus.DEAD)
        )
    )
    assert len(told) == 1
    assert dead == 0


async def test_what_a_dead_process_left_goes_before_what_waits_for_it() -> None:
    done: list[int] = []

    async def handle(one: Arrival) -> None:
        if one.update_id > 1 and 1 not in done:
            raise NotYourTurn
        done.append(one.update_id)

    lanes = Lanes(handle, note_failure=nothing, bury=nothing, turn_away=nothing)
    lanes.offer([text(2), text(3)])
    await asyncio.sleep(0.02)
    assert done == []

    lanes.offer([text(1)])
    async with asyncio.timeout(5):
        while lanes.waiting:
            await asyncio.sleep(0.01)

    assert done == [1, 2, 3]
