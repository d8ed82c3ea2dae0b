from __future__ import annotations

from typing import Any

import pytest

from handlers import menu, profile
from handlers.ui.buttons import ButtonCodec
from handlers.welcome import WhatIsKept
from tests.cast import Cast
from tests.conversations.test_groups import brought_in, link
from tests.stage import Player, Stage


def old(monkeypatch: pytest.MonkeyPatch, button: type[Any]) -> None:
    """An update has changed the meaning of this button since."""
    monkeypatch.setattr(button, "version", 2)


async def presses_data(stage: Stage, player: Player, data: str, **more: int) -> dict[str, Any]:
    answer = await stage.post("/sim/press?wait=5", user_id=player.id, data=data, **more)
    await stage.quiet()
    return answer["answer"] or {}


async def test_an_old_button_lands_on_the_present_screen_of_its_section(
    stage: Stage, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    await cast.marina.sends("/menu")
    data = next(
        key["data"]
        for row in (await cast.marina.last())["keyboard"]
        for key in row
        if key["text"] == "Мой профиль"
    )
    old(monkeypatch, profile.OpenProfile)
    await stage.bot.stop()
    await stage.start_bot()

    answer = await presses_data(stage, cast.marina, data)

    assert answer["text"] == "Этот экран устарел. Открываю нынешний."
    assert "Ваш профиль" in await cast.marina.reads()


async def test_a_button_of_no_section_lands_on_the_menu(
    stage: Stage, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    await cast.marina.sends("/profile")
    data = (await cast.marina.last())["keyboard"][-1][0]["data"]
    old(monkeypatch, menu.OpenMenu)
    await stage.bot.stop()
    await stage.start_bot()

    await presses_data(stage, cast.marina, data)

    assert "Этот экран устарел. Открываю нынешний: меню." in await cast.marina.reads()
    assert "Мой профиль" in await cast.marina.buttons()


async def test_in_a_group_an_old_button_gets_a_small_window(stage: Stage, cast: Cast) -> None:
    chat_id = await brought_in(stage, cast.marina)
    await link(stage, cast, chat_id)
    codec = ButtonCodec((stage.directory / "secret").read_bytes().strip())
    gone = codec.pack(menu.OpenMenu(), chat_id=chat_id)
    body = "2" + gone[1:].rpartition(":")[0]
    data = f"{body}:{codec._mac(body, chat_id)}"
    message = (await cast.marina.last(chat_id))["message_id"]

    answer = await presses_data(stage, cast.marina, data, chat_id=chat_id, message_id=message)

    assert "устарел" in answer["text"]
    assert answer["alert"]


async def test_a_forged_button_does_nothing_and_says_so(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/menu")

    answer = await presses_data(stage, cast.marina, "1forget:1:AAAAAAAA")

    assert "не действует" in answer["text"]
    await cast.marina.sends("/mydata")
    assert "О вас хранится" in await cast.marina.reads()


async def test_a_button_of_another_persons_chat_does_nothing(stage: Stage, cast: Cast) -> None:
    await cast.olga.sends("/menu")
    data = (await cast.olga.last())["keyboard"][0][0]["data"]
    await cast.marina.sends("/menu")

    answer = await presses_data(stage, cast.marina, data)

    assert "не действует" in answer["text"]


async def test_a_stranger_with_an_old_button_lands_on_the_welcome(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = await stage.person("Ирина")
    await stranger.starts()
    data = (await stranger.last())["keyboard"][-1][0]["data"]
    old(monkeypatch, WhatIsKept)
    await stage.bot.stop()
    await stage.start_bot()

    await presses_data(stage, stranger, data)

    assert "Этот экран устарел" in await stranger.reads()
    assert "Попросить доступ" in await stranger.buttons()
