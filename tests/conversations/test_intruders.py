"""Buttons that were seen in another's chat: the same data opens nothing and changes nothing."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.base import Base
from handlers.ui.buttons import ButtonCodec
from tests.cast import Cast
from tests.stage import Player, Stage

OF_DELIVERY = frozenset({"inbox", "outbox", "rate"})


def everything(session: Session) -> dict[str, Any]:
    """All rows but those of the way of messages."""
    return {
        table.name: sorted(map(repr, session.execute(select(table)).all()))
        for table in Base.metadata.sorted_tables
        if table.name not in OF_DELIVERY
    }


async def buttons_of(player: Player) -> list[str]:
    """The data of every button this person has on the screen."""
    return [
        key["data"]
        for message in await player.messages()
        for row in message.get("keyboard") or ()
        for key in row
        if "data" in key
    ]


async def presses_data(player: Player, data: str) -> dict[str, Any] | None:
    messages = [one for one in await player.messages() if one.get("keyboard")]
    result = await player.stage.post(
        "/sim/press?wait=5", user_id=player.id, message_id=messages[-1]["message_id"], data=data
    )
    await player.stage.quiet()
    answer: dict[str, Any] | None = result.get("answer")
    return answer


async def test_buttons_copied_from_another_chat_change_nothing(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/ask")
    for words in ("Тема по предмету", "Задачи на проценты", "6", "Слова"):
        await cast.marina.sends(words)
    await cast.marina.presses("Отправить")
    await cast.olga.presses("Взять")
    seen = [*await buttons_of(cast.marina), *await buttons_of(cast.olga)]
    before = await stage.run(everything)

    for data in seen:
        answer = await presses_data(cast.pavel, data)
        assert answer is not None
        assert "не действует" in answer["text"]

    assert len(seen) > 5
    assert await stage.run(everything) == before


async def test_a_signed_button_in_the_wrong_hands_works_on_nothing_of_others(
    stage: Stage, cast: Cast
) -> None:
    await cast.marina.sends("/ask")
    for words in ("Тема по предмету", "Задачи на проценты", "6", "Слова"):
        await cast.marina.sends(words)
    await cast.marina.presses("Отправить")
    codec = ButtonCodec(stage.bot._settings.button_secret())
    seen = [codec.unpack(one, chat_id=cast.olga.id) for one in await buttons_of(cast.olga)]
    before = (await stage.run(everything))["difficulty"]

    for button in seen:
        await presses_data(cast.pavel, codec.pack(button, chat_id=cast.pavel.id))

    assert len(seen) > 2
    assert (await stage.run(everything))["difficulty"] == before
    assert "Слова" not in " ".join((one.get("text") or "") for one in await cast.pavel.messages())
