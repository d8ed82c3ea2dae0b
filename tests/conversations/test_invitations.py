from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.access import Invitation
from db.models.scopes import ScopeLevel
from services.codes import hash_of
from services.scopes import add_scope
from tests.cast import Cast
from tests.stage import Player, Stage

CLOSED = "войти не получилось"


async def link_from(author: Player, *labels: str) -> str:
    """The payload of a fresh invitation."""
    await author.sends("/invite")
    for label in labels:
        await author.presses(label)
    return (await author.reads()).split("start=")[1].split()[0]


async def enters(newcomer: Player, payload: str) -> None:
    await newcomer.starts(payload)
    await newcomer.presses("Да, это моя школа")
    await newcomer.presses("Даю согласие")


SINGLE = ("Учитель", "МБОУ СОШ № 106", "На одного человека")
MANY = ("Учитель", "МБОУ СОШ № 106", "На 30 человек, для всех")


async def test_only_the_hash_of_a_code_is_kept(stage: Stage, cast: Cast) -> None:
    payload = await link_from(cast.olga, *SINGLE)

    def rows(session: Session) -> list[str]:
        return list(session.scalars(select(Invitation.code_hash)))

    assert await stage.run(rows) == [hash_of(payload.removeprefix("i_"))]
    assert len(payload) <= 64


async def test_the_link_can_be_copied_and_passed_on(cast: Cast) -> None:
    payload = await link_from(cast.olga, *SINGLE)

    keys = [key for row in (await cast.olga.last())["keyboard"] for key in row]

    shared = next(key["url"] for key in keys if key["text"] == "Переслать")
    assert payload in shared
    assert f"https://t.me/metodbot?start={payload}" in await cast.olga.reads()


async def test_a_single_invitation_lets_one_in_and_the_second_out(stage: Stage, cast: Cast) -> None:
    payload = await link_from(cast.olga, *SINGLE)
    first, second = await stage.person("Ирина"), await stage.person("Раиса")

    await enters(first, payload)
    assert "Как к вам обращаться" in await first.reads()

    await second.starts(payload)
    assert CLOSED in await second.reads()


async def test_of_two_who_stand_at_the_same_door_only_one_comes_in(
    stage: Stage, cast: Cast
) -> None:
    payload = await link_from(cast.olga, *SINGLE)
    first, second = await stage.person("Ирина"), await stage.person("Раиса")
    for one in (first, second):
        await one.starts(payload)
        await one.presses("Да, это моя школа")

    await first.presses("Даю согласие")
    await second.presses("Даю согласие")

    assert "Как к вам обращаться" in await first.reads()
    assert CLOSED in await second.reads()


async def test_wrong_expired_used_and_locked_look_alike(stage: Stage, cast: Cast) -> None:
    used, expiring = await link_from(cast.olga, *SINGLE), await link_from(cast.olga, *MANY)
    await enters(await stage.person("Ирина"), used)
    stranger = await stage.person("Раиса")
    seen = set()
    for payload in ("i_" + "A" * 22, used):
        await stranger.starts(payload)
        seen.add(await stranger.reads())
    await stage.advance(days=15)
    for payload in (expiring, "i_" + "B" * 22, "i_" + "C" * 22):
        await stranger.starts(payload)
        seen.add(await stranger.reads())

    assert len(seen) == 1
    assert CLOSED in seen.pop()


async def test_after_five_wrong_codes_even_the_right_one_does_not_open(
    stage: Stage, cast: Cast
) -> None:
    right = await link_from(cast.olga, *MANY)
    guesser, honest = await stage.person("Раиса"), await stage.person("Ирина")
    for letter in "ABCDE":
        await guesser.starts("i_" + letter * 22)

    await guesser.starts(right)
    assert CLOSED in await guesser.reads()

    await honest.starts(right)
    assert "Вы учитель" in await honest.reads()

    await stage.advance(minutes=61)
    await guesser.starts(right)
    assert "Вы учитель" in await guesser.reads()


async def test_four_wrong_codes_and_then_the_right_one_open(stage: Stage, cast: Cast) -> None:
    right = await link_from(cast.olga, *MANY)
    clumsy = await stage.person("Раиса")
    for letter in "ABCD":
        await clumsy.starts("i_" + letter * 22)

    await clumsy.starts(right)

    assert "Вы учитель" in await clumsy.reads()


@pytest.mark.parametrize("shape", ["{code}", "i_{code}", "https://t.me/metodbot?start=i_{code}"])
async def test_a_code_may_be_sent_as_words(stage: Stage, cast: Cast, shape: str) -> None:
    payload = await link_from(cast.olga, *MANY)
    newcomer = await stage.person("Ирина")
    await newcomer.starts()
    await newcomer.presses("Есть приглашение")

    await newcomer.sends(shape.format(code=payload.removeprefix("i_")))

    assert "Вы учитель: МБОУ СОШ № 106?" in await newcomer.reads()


async def test_who_is_from_another_school_is_shown_the_way_there(stage: Stage, cast: Cast) -> None:
    payload = await link_from(cast.olga, *MANY)
    newcomer = await stage.person("Ирина")
    await newcomer.starts(payload)

    await newcomer.presses("Другая школа")

    assert "Ничего не сохранено" in await newcomer.reads()
    assert "Попросить доступ" in await newcomer.buttons()


async def test_who_is_here_gets_one_more_role_with_one_press(stage: Stage, cast: Cast) -> None:
    payload = await link_from(cast.olga, "Завуч", "МБОУ «Енкаевская ООШ»", "На одного человека")

    await cast.marina.starts(payload)
    assert "ещё в одной роли: завуч" in await cast.marina.reads()
    await cast.marina.presses("Добавить роль")

    assert "Роль добавлена" in await cast.marina.reads()
    assert "Сменить роль" in await cast.marina.buttons()


async def test_an_invitation_to_where_one_is_already_is_not_used_up(
    stage: Stage, cast: Cast
) -> None:
    payload = await link_from(cast.olga, *SINGLE)

    await cast.marina.starts(payload)
    assert "Вы уже здесь" in await cast.marina.reads()

    newcomer = await stage.person("Ирина")
    await newcomer.starts(payload)
    assert "Вы учитель" in await newcomer.reads()


async def test_nobody_uses_their_own_invitation(cast: Cast) -> None:
    payload = await link_from(cast.olga, *SINGLE)

    await cast.olga.starts(payload)

    assert "сделано вами" in await cast.olga.reads()


async def test_a_closed_invitation_opens_nothing(stage: Stage, cast: Cast) -> None:
    payload = await link_from(cast.olga, *MANY)
    await cast.olga.presses("Открытые приглашения")
    assert "ещё 30" in await cast.olga.reads()

    await cast.olga.presses("1")
    await cast.olga.presses("Закрыть приглашение")
    assert "Открытых приглашений нет" in await cast.olga.reads()

    newcomer = await stage.person("Ирина")
    await newcomer.starts(payload)
    assert CLOSED in await newcomer.reads()


async def test_an_administrator_invites_into_the_own_school_only(cast: Cast) -> None:
    await cast.anna.sends("/invite")
    assert await cast.anna.buttons() == ["Учитель", "Рук. объединения", "В начало"]

    await cast.anna.presses("Учитель")
    assert "МБОУ СОШ № 106" in await cast.anna.reads()
    assert "На одного человека" in await cast.anna.buttons()


async def test_a_teacher_may_not_invite(cast: Cast) -> None:
    await cast.marina.sends("/invite")

    assert "недоступно" in await cast.marina.reads()


async def test_whoever_is_here_needs_no_invitation_that_is_over(stage: Stage, cast: Cast) -> None:
    payload = await link_from(cast.olga, *SINGLE)
    newcomer = await stage.person("Ирина")
    await enters(newcomer, payload)
    await newcomer.sends("Ирина Петровна")
    await newcomer.sends("Физика")
    await newcomer.sends("7")

    await newcomer.starts(payload)

    assert "вам оно не нужно" in await newcomer.reads()
    assert "Нужна помощь" in await newcomer.buttons()


async def test_before_consent_the_own_methodologist_is_named(stage: Stage, cast: Cast) -> None:
    payload = await link_from(cast.olga, *SINGLE)
    await stage.run(another_municipality)
    newcomer = await stage.person("Ирина")
    await newcomer.starts(payload)
    await newcomer.presses("Что вы обо мне узнаете?")

    assert "Ольга Ивановна Белова" in await newcomer.reads()


def another_municipality(session: Session) -> None:
    add_scope(session, ScopeLevel.MUNICIPALITY, "город Сасово", login="reg62_m031")
