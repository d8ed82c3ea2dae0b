from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.people import Person, RoleAssignment
from services.access import Role
from services.standing import appoint_owner
from tests.cast import Cast
from tests.conversations.test_entry import commands_of
from tests.stage import Player, Stage


async def with_two_roles(stage: Stage, cast: Cast) -> None:
    """Olga also teaches at the small school."""

    def add(session: Session) -> None:
        person = session.scalars(select(Person).where(Person.account == cast.olga.id)).one()
        session.add(
            RoleAssignment(
                person_id=person.id,
                role=Role.TEACHER,
                scope_id=cast.district.small_school.id,
                granted_at=stage.bot.clock.now(),
            )
        )

    await stage.run(add)


async def test_the_worn_role_decides_the_menu(stage: Stage, cast: Cast) -> None:
    await with_two_roles(stage, cast)
    await cast.olga.sends("/menu")
    assert "Вы сейчас: методист, Кадомский муниципальный район" in await cast.olga.reads()
    await cast.olga.presses("Сменить роль")
    assert "права остаются от всех ролей" in await cast.olga.reads()

    await cast.olga.presses("2")

    assert "Вы сейчас: учитель, МБОУ «Енкаевская ООШ»" in await cast.olga.reads()
    assert "Пригласить" not in await cast.olga.buttons()


async def test_rights_come_from_all_roles_whatever_is_worn(stage: Stage, cast: Cast) -> None:
    await with_two_roles(stage, cast)
    await cast.olga.sends("/profile")
    await cast.olga.presses("Сменить роль")
    await cast.olga.presses("2")

    await cast.olga.sends("/invite")

    assert "Кого пригласить?" in await cast.olga.reads()
    assert "invite" in await commands_of(stage, cast.olga)


async def test_a_role_of_another_person_cannot_be_worn(stage: Stage, cast: Cast) -> None:
    await with_two_roles(stage, cast)
    await cast.olga.sends("/profile")
    await cast.olga.presses("Сменить роль")
    data = (await cast.olga.last())["keyboard"][0][0]["data"]

    answer = await stage.post("/sim/press?wait=5", user_id=cast.marina.id, data=data)
    await stage.quiet()

    assert "не действует" in answer["answer"]["text"]
    await cast.marina.sends("/menu")
    assert "Пригласить" not in await cast.marina.buttons()


async def test_a_person_without_a_role_is_shown_the_ways_in(stage: Stage, cast: Cast) -> None:
    def take_away(session: Session) -> None:
        person = session.scalars(select(Person).where(Person.account == cast.marina.id)).one()
        for row in session.scalars(
            select(RoleAssignment).where(RoleAssignment.person_id == person.id)
        ):
            session.delete(row)

    await stage.run(take_away)

    await cast.marina.sends("/menu")

    assert "Сейчас у вас здесь нет роли" in await cast.marina.reads()
    assert "Попросить доступ" in await cast.marina.buttons()


async def test_everything_is_read_in_english_after_one_press(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/profile")

    await cast.marina.presses("In English")

    assert "Your profile" in await cast.marina.reads()
    calls = (await stage.get("/sim/calls?method=setMyCommands"))["calls"]
    words = [one["description"] for one in calls[-1]["params"]["commands"]]
    assert "My profile" in words


async def test_the_profile_is_changed_by_the_same_short_form(cast: Cast) -> None:
    await cast.marina.sends("/profile")
    assert "математика" in (await cast.marina.reads()).lower()

    await cast.marina.presses("Исправить")
    await cast.marina.sends("Марина Сергеевна Зуева")
    await cast.marina.sends("Физика")
    await cast.marina.presses("8")
    await cast.marina.presses("Готово")

    await cast.marina.sends("/profile")
    assert "Марина Сергеевна Зуева" in await cast.marina.reads()
    assert "Классы: 8" in await cast.marina.reads()


async def picks(player: Player, label: str) -> None:
    """Press a choice, by its number where the choices are a numbered list."""
    for line in (await player.reads()).splitlines():
        number, _, words = line.partition(". ")
        if words == label:
            label = number
    await player.presses(label)


async def with_an_owner(stage: Stage) -> Player:
    """Vera owns the region by the settings."""
    owner = await stage.person("Вера")
    now = stage.bot.clock.now()
    await stage.run(lambda session: appoint_owner(session, owner.id, now))
    await owner.starts()
    await owner.sends("Вера Ильинична")
    return owner


async def test_an_owner_takes_a_role_away_and_the_person_hears_of_it(
    stage: Stage, cast: Cast
) -> None:
    owner = await with_an_owner(stage)
    await owner.sends("/people")
    await picks(owner, "МБОУ СОШ № 106")
    await picks(owner, "Марина Сергеевна: учитель")
    assert "Марина Сергеевна: учитель" in await owner.reads()

    await owner.presses("Убрать роль")

    assert "Марина" not in await owner.reads()
    assert "Ваша роль снята: учитель, МБОУ СОШ № 106" in await cast.marina.reads()
    await cast.marina.sends("/menu")
    assert "Попросить доступ" in await cast.marina.buttons()


async def test_the_last_owner_cannot_be_taken_away_in_the_chat(stage: Stage, cast: Cast) -> None:
    owner = await with_an_owner(stage)
    await owner.sends("/people")
    await picks(owner, "Рязанская область")
    await picks(owner, "Вера Ильинична: владелец")

    await owner.presses("Убрать роль")

    assert "единственный владелец" in await owner.reads()


async def test_others_manage_nobody(cast: Cast) -> None:
    await cast.olga.sends("/people")

    assert "недоступно" in await cast.olga.reads()
