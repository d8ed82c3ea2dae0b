from __future__ import annotations

import asyncio

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models.people import Person
from services.access import Role, holdings
from services.district import load_district
from services.people.reach import actor_of
from services.standing import appoint_owner
from services.work import Work
from tests.cast import Cast, build_district
from tests.stage import Player, Stage


def count_people(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Person)) or 0


async def commands_of(stage: Stage, player: Player) -> list[str]:
    calls = (await stage.get("/sim/calls?method=setMyCommands"))["calls"]
    own = [
        one["params"]["commands"]
        for one in calls
        if (one["params"].get("scope") or {}).get("chat_id") == player.id
    ]
    return [command["command"] for command in own[-1]] if own else []


async def test_a_stranger_is_told_what_this_is_and_how_to_come_in(stage: Stage) -> None:
    await stage.run(build_district)
    stranger = await stage.person("Ирина")

    await stranger.starts()

    assert "методической службы: Кадомский район" in await stranger.reads()
    assert await stranger.buttons() == [
        "Есть приглашение",
        "Попросить доступ",
        "Помощь по телефону",
        "Что вы обо мне узнаете?",
    ]
    assert await stage.run(count_people) == 0


async def test_a_stranger_learns_whom_to_call_without_telling_anything(stage: Stage) -> None:
    await stage.run(build_district)
    stranger = await stage.person("Ирина")
    await stranger.starts()

    await stranger.presses("Помощь по телефону")

    assert "Ольга Ивановна Белова" in await stranger.reads()
    assert "8 (49139) 5-10-00" in await stranger.reads()


async def test_a_stranger_is_told_what_would_be_kept_and_comes_back(stage: Stage) -> None:
    await stage.run(build_district)
    stranger = await stage.person("Ирина")
    await stranger.starts()

    await stranger.presses("Что вы обо мне узнаете?")
    assert "номер вашей учётной записи" in await stranger.reads()

    await stranger.presses("‹ Назад")
    assert "Попросить доступ" in await stranger.buttons()


async def test_words_of_a_stranger_are_answered_kindly(stage: Stage) -> None:
    stranger = await stage.person("Ирина")
    await stranger.starts()

    await stranger.sends("Здравствуйте, помогите с процентами")

    assert "Пока мы не знакомы" in await stranger.reads()


async def test_the_menu_follows_the_role(cast: Cast) -> None:
    await cast.olga.sends("/menu")
    found = [*await cast.olga.buttons()]
    while "Ещё ›" in await cast.olga.buttons():
        await cast.olga.presses("Ещё ›")
        found += await cast.olga.buttons()
    assert {"Обращения учителей", "Пригласить", "Подключить группу"} <= set(found)

    await cast.marina.sends("/menu")
    assert "Пригласить" not in await cast.marina.buttons()
    assert "Мой профиль" in await cast.marina.buttons()


async def test_words_that_nobody_takes_get_a_kind_answer_with_the_menu(cast: Cast) -> None:
    await cast.anna.sends("бла-бла")

    assert "Ничего не потеряно" in await cast.anna.reads()
    assert "Нужна помощь" in await cast.anna.buttons()


async def test_everybody_sees_the_commands_of_their_roles(stage: Stage, cast: Cast) -> None:
    assert "invite" in await commands_of(stage, cast.olga)
    assert "invite" not in await commands_of(stage, cast.marina)
    assert "mydata" in await commands_of(stage, cast.marina)


async def test_commands_are_described_for_strangers_and_groups_in_both_languages(
    stage: Stage,
) -> None:
    everywhere = {
        (scope, language)
        for scope in ("all_private_chats", "all_group_chats")
        for language in ("", "en")
    }
    told: set[tuple[str, str]] = set()
    for _ in range(200):
        calls = (await stage.get("/sim/calls?method=setMyCommands"))["calls"]
        told = {
            (one["params"]["scope"]["type"], one["params"].get("language_code", ""))
            for one in calls
        }
        if told == everywhere:
            break
        await asyncio.sleep(0.02)

    assert told == everywhere


async def test_help_says_what_the_role_can_and_names_a_human(cast: Cast) -> None:
    await cast.olga.sends("/help")

    assert "8 (49139) 5-10-00" in await cast.olga.reads()
    await cast.olga.presses("Дальше ›")
    assert "Пригласить человека" in await cast.olga.reads()
    assert "8 (49139) 5-10-00" in await cast.olga.reads()

    await cast.marina.sends("/help")
    assert "Пригласить человека" not in await cast.marina.reads()


async def test_help_is_searched_by_a_word_in_any_form(cast: Cast) -> None:
    await cast.olga.sends("/help группами")

    assert "Подключить группу объединения" in await cast.olga.reads()
    assert "Что о вас хранится" not in await cast.olga.reads()

    await cast.olga.sends("/help <b>кубики</b>")
    assert "подсказки нет" in await cast.olga.reads()


async def test_a_blocked_bot_is_noted_and_a_return_is_too(stage: Stage, cast: Cast) -> None:
    def blocked(session: Session) -> bool:
        row = session.scalars(select(Person).where(Person.account == cast.marina.id)).one()
        return row.blocked_at is not None

    await stage.post("/sim/member", user_id=cast.marina.id, blocked=True)
    await stage.quiet()
    assert await stage.run(blocked)

    await cast.marina.starts()
    assert not await stage.run(blocked)
    assert "Мой профиль" in await cast.marina.buttons()


async def test_the_owner_of_the_settings_owns_every_region_also_a_later_one(
    stage: Stage,
) -> None:
    owner = await stage.person("Вера")
    now = stage.bot.clock.now()
    await stage.run(lambda session: appoint_owner(session, owner.id, now))
    await owner.starts()
    assert "Район ещё не загружен" in await owner.reads()

    table = {"region": {"name": "Рязанская область", "municipalities": [{"name": "Кадом"}]}}
    for _ in range(2):
        await stage.run(lambda session: load_district(Work(session, now), table))
    await owner.starts()
    assert "Как к вам обращаться?" in await owner.reads()
    await owner.sends("Вера Ильинична")

    def held(session: Session) -> list[tuple[Role, str]]:
        actor = actor_of(session, owner.id, name="", language="ru")
        return [(one.role, one.scope_name) for one in holdings(Work(session, now, actor))]

    assert await stage.run(held) == [(Role.OWNER, "Рязанская область")]
    assert "Пригласить" in await owner.buttons()


async def test_a_teacher_finds_their_cases_in_help(cast: Cast) -> None:
    await cast.marina.sends("/help обращения")

    assert "/cases" in await cast.marina.reads()
