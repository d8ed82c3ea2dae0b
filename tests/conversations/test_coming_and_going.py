from __future__ import annotations

from tests.cast import enter
from tests.conversations.test_groups import bot_is_in, brought_in, link, status_of
from tests.conversations.test_invitations import CLOSED, SINGLE, enters, link_from
from tests.stage import Stage


async def test_somebody_comes_by_invitation_and_goes_without_a_trace(
    stage_on_both: Stage,
) -> None:
    stage = stage_on_both
    cast = await enter(stage)
    payload = await link_from(cast.olga, *SINGLE)
    newcomer, late = await stage.person("Ирина"), await stage.person("Раиса")

    await enters(newcomer, payload)
    await newcomer.sends("Ирина Петровна")
    await newcomer.sends("Физика")
    await newcomer.presses("7")
    await newcomer.presses("Готово")
    assert "Готово, Ирина Петровна." in await newcomer.reads()
    await late.starts(payload)
    assert CLOSED in await late.reads()

    await newcomer.sends("/mydata")
    assert "О вас хранится" in await newcomer.reads()
    await newcomer.sends("/forget")
    await newcomer.presses("Забыть")
    assert "Сделано" in await newcomer.reads()


async def test_a_request_and_a_group_live_on_both_databases(stage_on_both: Stage) -> None:
    stage = stage_on_both
    cast = await enter(stage)
    stranger = await stage.person("Ирина")
    await stranger.starts()
    for label in ("Попросить доступ", "МБОУ СОШ № 106", "Ирина"):
        await stranger.presses(label)
    await cast.olga.presses("Принять")
    await stranger.presses("Продолжить")
    await stranger.presses("Даю согласие")
    assert "Как к вам обращаться" in await stranger.reads()

    linked, unknown = await brought_in(stage, cast.marina), await brought_in(stage, cast.pavel)
    await link(stage, cast, linked)
    await stage.advance(hours=25)
    assert await status_of(stage, linked) == "linked"
    assert not await bot_is_in(stage, unknown)


async def test_after_a_restart_everybody_goes_on_where_they_were(stage_on_both: Stage) -> None:
    stage = stage_on_both
    cast = await enter(stage)
    payload = await link_from(cast.olga, *SINGLE)
    newcomer = await stage.person("Ирина")
    await newcomer.starts(payload)
    await newcomer.presses("Да, это моя школа")

    await stage.bot.stop()
    await stage.start_bot()
    await newcomer.presses("Даю согласие")

    assert "Как к вам обращаться" in await newcomer.reads()
