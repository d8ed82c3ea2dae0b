"""Updates in: accepted once, in order within a chat, kept through failures."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime

import pytest
from telegram import Bot, Update
from telegram.ext import TypeHandler

from bot.intake.application import routing
from bot.intake.envelope import arrival, arrivals_in, lane_of
from bot.intake.lanes import Lanes
from bot.intake.poller import Poller
from db.inbox import Arrival
from services.clock import SystemClock

NOW = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)


class Refusal(Exception):
    """What a handler raises in these tests."""


async def nothing(_arrival: Arrival, _error: Exception) -> None:
    """Note nothing."""


def updates(lane: int, *ids: int) -> list[Arrival]:
    return [Arrival(one, lane, "{}", NOW) for one in ids]


async def until_empty(lanes: Lanes) -> None:
    async with asyncio.timeout(5):
        while lanes.waiting:
            await asyncio.sleep(0.005)


async def test_what_a_handler_raises_reaches_the_caller() -> None:
    bot = Bot("123456:stage-token-of-the-tests-000000000")
    application = routing(bot)

    async def refuse(_update: object, _context: object) -> None:
        raise Refusal

    application.add_handler(TypeHandler(Update, refuse))
    application._initialized = True

    with pytest.raises(Refusal):
        await application.process_update(Update(1))


async def test_updates_of_one_chat_keep_their_order_while_chats_overtake_each_other() -> None:
    done: list[int] = []

    async def handle(one: Arrival) -> None:
        await asyncio.sleep(0.02 if one.lane == 1 else 0)
        done.append(one.update_id)

    lanes = Lanes(handle, note_failure=nothing, bury=nothing, turn_away=nothing)
    lanes.offer([*updates(1, 1, 2, 3), *updates(2, 4, 5)])
    await until_empty(lanes)

    assert [one for one in done if one <= 3] == [1, 2, 3]
    assert done.index(5) < done.index(3)


async def test_a_failing_update_is_tried_again_and_holds_only_its_own_chat() -> None:
    tries: list[int] = []

    async def handle(one: Arrival) -> None:
        tries.append(one.update_id)
        if one.update_id == 1 and tries.count(1) < 3:
            raise Refusal

    lanes = Lanes(handle, note_failure=nothing, bury=nothing, turn_away=nothing, pauses=(0.01,))
    lanes.offer([*updates(1, 1, 2), *updates(2, 3)])
    await until_empty(lanes)

    assert tries.count(1) == 3
    assert tries.index(3) < tries.index(2)
    assert tries[-1] == 2


async def test_after_the_last_attempt_an_update_is_buried_and_the_chat_goes_on() -> None:
    buried: list[int] = []

    async def handle(one: Arrival) -> None:
        if one.update_id == 1:
            raise Refusal

    async def bury(one: Arrival, error: Exception) -> None:
        assert isinstance(error, Refusal)
        buried.append(one.update_id)

    lanes = Lanes(
        handle, note_failure=nothing, bury=bury, turn_away=nothing, attempts=3, pauses=(0.01,)
    )
    lanes.offer(updates(1, 1, 2))
    await until_empty(lanes)

    assert buried == [1]


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        ({"update_id": 1, "message": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        (
            {
                "update_id": 1,
                "callback_query": {"from": {"id": 7}, "message": {"chat": {"id": -5}}},
            },
            -5,
        ),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        ({"update_id": 1, "poll_answer": {"user": {"id": 7}, "poll_id": "1"}}, 7),
        ({"update_id": 1, "something_new": {"strange": True}}, 0),
    ],
)
def test_an_update_belongs_to_its_chat_or_its_person(update: dict[str, object], lane: int) -> None:
    assert lane_of(update) == lane


def test_a_nul_in_a_text_does_not_reach_the_database() -> None:
    kept = arrival({"update_id": 1, "message": {"text": "a\x00b"}}, NOW)

    assert "\\u0000" not in kept.payload


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b\0\0c", "abc"),
        ("\\u0000", "\\u0000"),
        ('\\u0000","from":{"id":1}', '\\u0000","from":{"id":1}'),
        ("\\\\u0000\0", "\\\\u0000"),
        ("\\\0", "\\"),
        ("half \ud83d of one", "half ? of one"),
    ],
)
def test_a_row_holds_what_was_typed_and_no_character_a_database_refuses(
    typed: str, kept: str
) -> None:
    update = {"update_id": 5, "message": {"chat": {"id": 7}, "text": typed}}
    row = arrival(update, NOW)
    row.payload.encode()
    assert json.loads(row.payload) == {
        "update_id": 5,
        "message": {"chat": {"id": 7}, "text": kept},
    }


def test_what_is_no_update_is_left_out_and_the_rest_is_kept() -> None:
    good = {"update_id": 6, "message": {"chat": {"id": 7}}}
    strange = {"update_id": 7, "message": {"chat": 5}}
    rows = arrivals_in([None, 5, "words", {}, {"update_id": "x"}, good, strange], NOW)
    assert [(one.update_id, one.lane) for one in rows] == [(6, 7), (7, 0)]


@pytest.mark.parametrize("answer", [5, "words", None, {"x": 1}, [1, 2], [{"message": {}}]])
async def test_the_poller_outlives_answers_that_hold_no_updates(answer: object) -> None:
    asked = asyncio.Event()
    kept: list[int] = []

    class Strange:
        """An API that answers nonsense once and one update after it."""

        def __init__(self) -> None:
            self.answers = [answer, [{"update_id": 3, "message": {"chat": {"id": 7}}}]]

        async def call(self, *_: object, **__: object) -> object:
            if self.answers:
                return self.answers.pop(0)
            asked.set()
            return await asyncio.Event().wait()

    class Rows:
        """A database that keeps everything."""

        async def run(self, _unit: object) -> list[Arrival]:
            return updates(7, 3)

    async def handle(one: Arrival) -> None:
        kept.append(one.update_id)

    lanes = Lanes(handle, note_failure=nothing, bury=nothing, turn_away=nothing)
    poller = Poller(Strange(), Rows(), lanes, SystemClock())  # type: ignore[arg-type]
    task = asyncio.create_task(poller.run())
    async with asyncio.timeout(5):
        await asked.wait()
        await until_empty(lanes)
    task.cancel()
    assert kept == [3]
