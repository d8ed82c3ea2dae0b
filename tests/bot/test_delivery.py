"""What becomes of a letter when Telegram is slow, rude, away, or loses its answers."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import delete, select

from db.models.delivery import Outbox, OutboxLane, OutboxStatus, Rate
from db.models.people import Person
from db.outbox import put
from handlers.refusals import Apology
from handlers.ui.screens import Screen
from tests.cast import Cast
from tests.stage import Player, Stage


async def owe(stage: Stage, player: Player, **values: Any) -> int:
    """Put a letter into the outbox as a unit of work would, due now."""
    now = stage.bot.clock.now()
    row = {
        "chat_id": player.id,
        "lane": OutboxLane.REPLY,
        "kind": Apology().name,
        "payload": {},
        "language": "ru",
        "status": OutboxStatus.PENDING,
        "attempts": 0,
        "next_at": now,
        "created_at": now,
        **values,
    }
    letter = await stage.run(lambda session: put(session, row))
    stage.bot.sender.wake()
    return int(letter)


async def settled(stage: Stage, letter: int) -> Outbox:
    await stage.due()
    row: Outbox = await stage.run(lambda session: session.get_one(Outbox, letter))
    return row


async def count(stage: Stage, player: Player) -> int:
    """How many messages of the bot this person has that are apologies."""
    return sum("Не получилось обработать" in (m.get("text") or "") for m in await player.messages())


async def test_a_letter_is_sent_and_its_message_remembered(stage: Stage, cast: Cast) -> None:
    letter = await settled(stage, await owe(stage, cast.marina))

    assert letter.status == OutboxStatus.SENT
    assert letter.message_id == (await cast.marina.last())["message_id"]


async def test_a_reply_whose_answer_was_lost_is_repeated(stage: Stage, cast: Cast) -> None:
    await stage.post("/sim/fault", method="sendMessage", lose_response=True)

    letter = await settled(stage, await owe(stage, cast.marina))

    # Telegram has no idempotency: a duplicate is the price of not losing a dialogue.
    assert letter.status == OutboxStatus.SENT
    assert await count(stage, cast.marina) == 2


async def test_a_broadcast_whose_answer_was_lost_is_held_not_repeated(
    stage: Stage, cast: Cast
) -> None:
    await stage.post("/sim/fault", method="sendMessage", lose_response=True)

    letter = await settled(stage, await owe(stage, cast.marina, lane=OutboxLane.BROADCAST))

    assert letter.status == OutboxStatus.UNKNOWN
    assert await count(stage, cast.marina) == 1


async def test_a_broadcast_that_never_reached_telegram_is_repeated(
    stage: Stage, cast: Cast
) -> None:
    await stage.post("/sim/fault", method="sendMessage", code=429, retry_after=1)
    number = await owe(stage, cast.marina, lane=OutboxLane.BROADCAST)

    async with asyncio.timeout(8):
        while (letter := await settled(stage, number)).status != OutboxStatus.SENT:
            await asyncio.sleep(0.1)

    assert letter.message_id is not None
    assert await count(stage, cast.marina) == 1


async def test_a_broadcast_that_waits_for_its_turn_outlives_a_stop(
    stage: Stage, cast: Cast
) -> None:
    await stage.post("/sim/fault", method="sendMessage", code=429, retry_after=1000)
    refused = await owe(stage, cast.marina, lane=OutboxLane.BROADCAST)
    await settled(stage, refused)
    behind = await owe(stage, cast.marina, lane=OutboxLane.BROADCAST)
    await stage.bot.stop()

    await stage.start_bot()
    await stage.post("/sim/clock", advance_s=1000)
    await stage.run(lambda session: session.execute(delete(Rate)))

    for number in (refused, behind):
        async with asyncio.timeout(8):
            while (await settled(stage, number)).status != OutboxStatus.SENT:
                await asyncio.sleep(0.1)
    assert await count(stage, cast.marina) == 2


@pytest.mark.parametrize("code", [500, 502])
async def test_a_reply_survives_an_ailing_telegram(stage: Stage, cast: Cast, code: int) -> None:
    await stage.post("/sim/fault", method="sendMessage", code=code, description="Bad", times=2)

    letter = await settled(stage, await owe(stage, cast.marina))

    assert letter.status == OutboxStatus.SENT
    assert await count(stage, cast.marina) == 1


async def test_who_blocked_the_bot_is_left_alone_until_they_write(stage: Stage, cast: Cast) -> None:
    await stage.post("/sim/member", user_id=cast.marina.id, blocked=True)
    await stage.quiet()
    letter = await settled(stage, await owe(stage, cast.marina))

    assert letter.status == OutboxStatus.FAILED
    assert (await person(stage, cast.marina)).blocked_at is not None

    await stage.post("/sim/member", user_id=cast.marina.id, blocked=False)
    await cast.marina.sends("/menu")
    assert (await person(stage, cast.marina)).blocked_at is None


async def test_an_expired_letter_is_not_sent_late(stage: Stage, cast: Cast) -> None:
    now = stage.bot.clock.now()

    letter = await settled(stage, await owe(stage, cast.marina, expires_at=now))

    assert letter.status == OutboxStatus.EXPIRED
    assert await count(stage, cast.marina) == 0


async def test_a_screen_of_an_older_version_becomes_an_honest_word(
    stage: Stage, cast: Cast
) -> None:
    await owe(stage, cast.marina, kind="ScreenLongGone", payload={"x": 1})
    await stage.due()

    assert "до обновления" in await cast.marina.reads()


async def test_an_edit_of_a_vanished_message_is_sent_anew(stage: Stage, cast: Cast) -> None:
    letter = await settled(stage, await owe(stage, cast.marina, replaces=987654))

    assert letter.status == OutboxStatus.SENT
    assert letter.message_id != 987654
    assert await count(stage, cast.marina) == 1


async def test_order_within_a_chat_survives_a_failure(stage: Stage, cast: Cast) -> None:
    await stage.post("/sim/fault", method="sendMessage", code=500, description="Bad", times=1)
    letters = [await owe(stage, cast.marina) for _ in range(3)]
    await stage.due()

    rows = await stage.run(
        lambda s: s.execute(
            select(Outbox.id, Outbox.message_id)
            .where(Outbox.id.in_(letters))
            .order_by(Outbox.message_id)
        ).all()
    )
    assert [row.id for row in rows] == letters


async def person(stage: Stage, player: Player) -> Person:
    found: Person = await stage.run(
        lambda session: session.scalars(select(Person).where(Person.account == player.id)).one()
    )
    return found


async def test_a_code_does_not_stay_readable_once_it_is_delivered(stage: Stage, cast: Cast) -> None:
    fields = {"code": "i_secret-code"}
    kind = next(kind for kind, screen in Screen.registry.items() if screen.secret)
    letter = await settled(stage, await owe(stage, cast.marina, kind=kind, payload=fields))

    assert letter.status == OutboxStatus.SENT
    assert letter.payload == {}
