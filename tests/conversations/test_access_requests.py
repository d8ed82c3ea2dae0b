from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.access import AccessRequest
from db.models.people import Person
from db.models.scopes import ScopeLevel
from services.access import Role
from services.scopes import add_scope
from tests.cast import Cast, register
from tests.stage import Player, Stage

SCHOOL = "МБОУ «Енкаевская ООШ»"


async def asks(stage: Stage, name: str = "Ирина") -> Player:
    """A stranger has chosen the school and is asked for a name."""
    stranger = await stage.person(name)
    await stranger.starts()
    await stranger.presses("Попросить доступ")
    await stranger.presses(SCHOOL)
    return stranger


def requests(session: Session) -> list[tuple[str, str]]:
    return [(row.status, row.name) for row in session.scalars(select(AccessRequest))]


async def test_a_stranger_asks_the_methodologist_accepts_and_consent_follows(
    stage: Stage, cast: Cast
) -> None:
    stranger = await asks(stage)
    await stranger.sends("Ирина Петровна Сомова")
    assert f"Просьба у методиста: {SCHOOL}" in await stranger.reads()

    assert "Ирина Петровна Сомова просит доступ" in await cast.olga.reads()
    await cast.olga.presses("Принять")
    assert "доступ открыт" in await cast.olga.reads()

    assert "открыл вам доступ" in await stranger.reads()
    await stranger.presses("Продолжить")
    await stranger.presses("Даю согласие")
    assert "Как к вам обращаться" in await stranger.reads()
    assert await stage.run(requests) == [("used", "")]


async def test_the_name_of_the_messenger_is_offered(stage: Stage, cast: Cast) -> None:
    stranger = await asks(stage)

    await stranger.presses("Ирина")

    assert "Ирина просит доступ" in await cast.olga.reads()


async def test_with_many_municipalities_the_stranger_chooses_first(
    stage: Stage, cast: Cast
) -> None:
    def grow(session: Session) -> None:
        for number in range(14):
            place = add_scope(
                session,
                ScopeLevel.MUNICIPALITY,
                f"Очень длинное название района {number:02}",
                parent=cast.district.region,
            )
            add_scope(session, ScopeLevel.SCHOOL, f"Школа {number}", parent=place)

    await stage.run(grow)
    stranger = await stage.person("Ирина")
    await stranger.starts()
    await stranger.presses("Попросить доступ")
    assert "Какой район?" in await stranger.reads()
    await stranger.presses("Дальше ›")
    last = [label for label in await stranger.buttons() if label.isdecimal()][-1]

    await stranger.presses(last)

    assert "Школа 13" in await stranger.buttons()


async def test_a_declined_stranger_learns_whom_to_call_and_leaves_no_name(
    stage: Stage, cast: Cast
) -> None:
    stranger = await asks(stage)
    await stranger.sends("Ирина Петровна")

    await cast.olga.presses("Отклонить")

    assert "не открыл доступ" in await stranger.reads()
    assert "8 (49139) 5-10-00" in await stranger.reads()
    assert await stage.run(requests) == [("declined", "")]


async def test_who_was_declined_cannot_press_again_the_same_week(stage: Stage, cast: Cast) -> None:
    stranger = await asks(stage)
    await stranger.sends("Ирина Петровна")
    await cast.olga.presses("Отклонить")

    await stranger.presses("В начало")
    await stranger.presses("Попросить доступ")
    await stranger.presses(SCHOOL)

    assert "через неделю" in await stranger.reads()


async def test_asking_again_and_again_does_not_pile_up(stage: Stage, cast: Cast) -> None:
    stranger = await asks(stage)
    await stranger.sends("Ирина Петровна")
    before = len(await cast.olga.messages())

    for _ in range(3):
        await stranger.starts()
        await stranger.presses("Моя просьба")

    assert "Просьба у методиста" in await stranger.reads()
    assert len(await cast.olga.messages()) == before


async def test_taking_back_and_asking_again_is_limited_to_three_a_day(
    stage: Stage, cast: Cast
) -> None:
    stranger = await stage.person("Ирина")
    await stranger.starts()
    for _ in range(3):
        await stranger.presses("Попросить доступ")
        await stranger.presses(SCHOOL)
        await stranger.presses("Ирина")
        await stranger.presses("Забрать просьбу")
    await stranger.presses("Попросить доступ")

    await stranger.presses(SCHOOL)

    assert "за сутки" in await stranger.reads()


async def test_a_request_taken_back_vanishes_from_the_methodologists_chat(
    stage: Stage, cast: Cast
) -> None:
    stranger = await asks(stage)
    await stranger.sends("Ирина Петровна")

    await stranger.presses("Забрать просьбу")

    assert "больше не ждёт ответа" in await cast.olga.reads()
    assert "Ирина" not in await cast.olga.reads()


@pytest.mark.parametrize(
    ("sent", "answer"),
    [("И" * 4000, "длиннее 100 знаков"), ("12345", "ни одной буквы"), ("…", "ни одной буквы")],
)
async def test_a_bad_name_gets_a_clear_sentence_and_may_be_written_again(
    stage: Stage, cast: Cast, sent: str, answer: str
) -> None:
    stranger = await asks(stage)

    await stranger.sends(sent)
    assert answer in await stranger.reads()

    await stranger.sends("Ирина Петровна")
    assert "Просьба у методиста" in await stranger.reads()


async def test_a_sticker_is_no_name(stage: Stage, cast: Cast) -> None:
    stranger = await asks(stage)

    await stranger.sends("", sticker="👍")

    assert "Имя нужно словами" in await stranger.reads()


async def test_hidden_signs_of_a_name_do_not_reach_the_methodologist(
    stage: Stage, cast: Cast
) -> None:
    stranger = await asks(stage)

    await stranger.sends("Ирина\u202e <b>Петровна\u0000</b>")

    assert "Ирина <b>Петровна</b> просит доступ" in await cast.olga.reads()


async def test_the_second_methodologist_finds_it_decided(stage: Stage, cast: Cast) -> None:
    second = await stage.person("Инна")
    now = stage.bot.clock.now()
    await stage.run(
        lambda session: register(
            session,
            second.id,
            "Инна Юрьевна",
            Role.METHODOLOGIST,
            cast.district.municipality,
            now,
        )
    )
    await second.starts()
    stranger = await asks(stage)
    await stranger.sends("Ирина Петровна")
    old = (await second.last())["keyboard"][0][1]["data"]

    await cast.olga.presses("Принять")
    assert "Решение: Ольга Ивановна" in await second.reads()

    await stage.post("/sim/press", user_id=second.id, data=old)
    await stage.quiet()
    assert "Этого уже нет" in await second.reads()
    assert await stage.run(requests) == [("accepted", "Ирина Петровна")]


async def test_an_unanswered_request_is_deleted_with_its_name(stage: Stage, cast: Cast) -> None:
    stranger = await asks(stage)
    await stranger.sends("Ирина Петровна")

    await stage.advance(days=15)

    assert "не ответили" in await stranger.reads()
    assert await stage.run(requests) == []


async def test_another_persons_accepted_request_does_not_open(stage: Stage, cast: Cast) -> None:
    stranger = await asks(stage)
    await stranger.sends("Ирина Петровна")
    await cast.olga.presses("Принять")
    data = (await stranger.last())["keyboard"][0][0]["data"]
    thief = await stage.person("Раиса")
    await thief.starts()

    answer = await stage.post("/sim/press?wait=5", user_id=thief.id, data=data)
    await stage.quiet()

    assert "не действует" in answer["answer"]["text"]

    def names(session: Session) -> list[int | None]:
        return list(session.scalars(select(Person.account)))

    assert thief.id not in await stage.run(names)


async def test_an_acceptance_for_somebody_who_blocked_the_bot_harms_nobody(
    stage: Stage, cast: Cast
) -> None:
    stranger = await asks(stage)
    await stranger.sends("Ирина Петровна")
    await stage.post("/sim/member", user_id=stranger.id, blocked=True)
    await stage.quiet()

    await cast.olga.presses("Принять")

    assert "доступ открыт" in await cast.olga.reads()


async def test_whoever_waits_is_told_so_whatever_they_write(stage: Stage, cast: Cast) -> None:
    stranger = await asks(stage)
    await stranger.sends("Ирина Петровна Сомова")

    for words in ("ну как там?", "/start"):
        await stranger.sends(words)
        assert f"просьба о доступе у методиста: {SCHOOL}" in await stranger.reads()

    await stranger.presses("Моя просьба")
    await stranger.presses("Забрать просьбу")
    assert "Попросить доступ" in await stranger.buttons()
