"""Votes become minutes: the head presses a few keys, everybody hears what concerns them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.assistance import Difficulty
from db.models.decisions import Decision, DecisionItem
from db.models.people import Person, RoleAssignment
from services.access import Role
from tests.cast import Cast, register
from tests.conversations.test_results import linked, loads
from tests.services.results.files import MATH
from tests.stage import Player, Stage

THURSDAY_NOON = datetime(2027, 10, 7, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_october(stage: Stage) -> None:
    """A quarter with no holiday near: the days below are counted from here."""
    stage.sandbox.clock.set(THURSDAY_NOON)


@pytest.fixture
async def head(stage: Stage, cast: Cast) -> Player:
    """Vera leads the school's mathematicians."""
    player = await stage.person("Вера")
    now = stage.bot.clock.now()
    await stage.run(
        lambda session: register(
            session,
            player.id,
            "Вера Павловна",
            Role.ASSOCIATION_HEAD,
            cast.district.math,
            now,
            subjects=("math",),
        )
    )
    await player.starts()
    return player


@pytest.fixture
async def group(stage: Stage, cast: Cast, head: Player) -> int:
    """The linked group with a summary in it, and votes on two of its three findings."""
    chat_id = await linked(stage, cast.district.math, cast.marina, cast.anna, head)
    await loads(cast.anna, MATH)
    await cast.marina.presses("1 В план", chat_id=chat_id)
    await cast.anna.presses("1 В план", chat_id=chat_id)
    await cast.marina.presses("3 Не наше", chat_id=chat_id)
    return chat_id


async def gathered(stage: Stage, head: Player) -> None:
    await stage.advance(days=6)
    assert "Обсуждение собрано" in await head.reads()


async def decisions(stage: Stage) -> list[Decision]:
    found: list[Decision] = await stage.run(
        lambda session: list(session.scalars(select(Decision).order_by(Decision.id)))
    )
    return found


async def items(stage: Stage) -> list[DecisionItem]:
    found: list[DecisionItem] = await stage.run(
        lambda session: list(session.scalars(select(DecisionItem).order_by(DecisionItem.id)))
    )
    return found


async def said(player: Player) -> str:
    """Everything the bot has written to somebody that still stands."""
    messages = [one for one in await player.messages() if one["from"]["is_bot"]]
    return "\n".join(str(one.get("text") or one.get("caption") or "") for one in messages)


async def documents(player: Player) -> list[str]:
    return [one["document"]["name"] for one in await player.messages() if "document" in one]


async def records(head: Player) -> None:
    """From the votes to the record with everything as suggested."""
    for label in ("Записать решение", "Дальше", "Дальше", "Дальше", "Записать решение"):
        await head.presses(label)


async def test_five_presses_turn_votes_into_minutes(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    assert await head.buttons() == [
        "Записать решение",
        "Подождать до заседания",
        "Открыть таблицу",
        "В начало",
    ]

    await head.presses("Записать решение")
    assert "Решение, 1 из 3" in await head.reads()
    assert "Голоса: в план 2, не наше 0, помощь 0." in await head.reads()
    assert (await head.buttons())[:3] == ["В план ✓", "Не наше", "Помощь"]
    await head.presses("Дальше")
    await head.presses("Дальше")
    assert (await head.buttons())[:3] == ["В план", "Не наше ✓", "Помощь"]
    await head.presses("Дальше")
    assert "Решение № 1" in await head.reads()
    assert "3. Находить часть числа и число по его части: не наше" in await head.reads()
    await head.presses("Записать решение")

    assert "Короткий пост ушёл в группу «Математики 106»." in await said(head)
    post = await cast.marina.reads(group)
    assert post.startswith("Решение № 1 от ")
    assert "1. Решать текстовые задачи на проценты: в план, до " in post
    assert "все учителя предмета" in post
    assert "Находить часть числа" not in post
    (row,) = await decisions(stage)
    assert (row.status, row.number) == ("recorded", 1)


async def test_the_papers_come_to_whoever_recorded(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    await records(head)

    await stage.due()

    assert len(await documents(head)) == 2
    assert "Черновик протокола № 1 готов" in await said(head)
    assert await head.buttons() == ["Исправить решение", "Готово"]
    answer = await head.presses("Готово")
    assert answer is not None
    assert "Всё записанное — в разделе" in answer["text"]
    assert await head.buttons() == []


async def test_every_answer_is_changed_by_a_press_or_in_words(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    await head.presses("Записать решение")

    await head.presses("Что делаем")
    assert "1. " in await head.reads()
    await head.presses("2")
    await head.presses("Что делаем")
    await head.sends("Одна задача на схему-полоску в начале урока")
    assert "Что делаем: Одна задача на схему-полоску" in await head.reads()
    await head.presses("Кто")
    await head.presses("Руководитель ШМО")
    assert "Кто: руководитель ШМО" in await head.reads()
    await head.presses("Кто")
    await head.sends("Марина Сергеевна")
    await head.presses("Срок")
    await head.sends("15 декабря")

    assert "Кто: Марина Сергеевна" in await head.reads()
    assert "Срок: до 15 декабря" in await head.reads()
    await head.presses("Кто")
    await head.presses("Не указывать")
    await head.presses("Срок")
    await head.presses("Без срока")
    await head.presses("Не наше")
    first = (await items(stage))[0]
    assert (first.choice, first.owner, first.due_on) == ("not_ours", None, None)
    assert first.measure == "Одна задача на схему-полоску в начале урока"


async def test_a_day_that_is_none_is_asked_for_again(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    await head.presses("Записать решение")
    await head.presses("Срок")

    await head.sends("когда-нибудь")
    assert "Это не похоже на дату" in await head.reads()
    await head.sends("1 мая 2020")
    assert "Нужен день впереди" in await head.reads()
    await head.presses("Отмена")

    assert "Решение, 1 из 3" in await head.reads()
    await head.sends("просто слова")
    assert "Решение, 1 из 3" not in await head.reads()


async def test_going_back_and_putting_aside_lose_nothing(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    await head.presses("Записать решение")
    await head.presses("Помощь")
    await head.presses("Дальше")
    await head.presses("‹ Назад")
    assert (await head.buttons())[2] == "Помощь ✓"

    await head.presses("Отложить")
    await head.presses("Все решения")
    assert "Черновик: ВПР-2026, математика, 6 кл." in await head.reads()
    await head.presses("1")

    assert "1. Решать текстовые задачи на проценты: нужна помощь" in await head.reads()
    await head.presses("Изменить 1")
    assert (await head.buttons())[2] == "Помощь ✓"


async def test_a_draft_survives_a_crash(stage: Stage, cast: Cast, head: Player, group: int) -> None:
    await gathered(stage, head)
    await head.presses("Записать решение")
    await head.presses("Не наше")
    await head.presses("Дальше")
    await head.presses("Что делаем")

    await stage.bot.stop()
    await stage.start_bot()
    await head.sends("Пять минут в начале урока")
    await head.presses("Дальше")

    assert "Решение, 3 из 3" in await head.reads()
    first, second, _ = await items(stage)
    assert (first.choice, second.measure) == ("not_ours", "Пять минут в начале урока")


async def test_a_press_repeated_or_late_lands_on_what_stands(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    for label in ("Записать решение", "Дальше", "Дальше"):
        await head.presses(label)
    message = await head.last()
    late = message["keyboard"][0][0]["data"]
    await head.presses("Дальше")
    record = (await head.last())["keyboard"][0][0]["data"]
    await head.presses("Записать решение")

    for data in (record, late):
        await stage.post("/sim/press", user_id=head.id, message_id=message["message_id"], data=data)
        await stage.quiet()

    assert len(await decisions(stage)) == 1
    assert "Решение № 1 от " in await said(head)
    assert "Отметить сделанное" in str(await head.messages())


async def test_only_whoever_leads_is_asked_and_may_decide(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    data = (await head.last())["keyboard"][0][0]["data"]

    assert "Обсуждение собрано" not in await said(cast.anna)
    await cast.anna.sends("/menu")
    await cast.anna.presses("Решения объединений")
    assert "Решений пока нет." in await cast.anna.reads()
    await stage.post("/sim/press", user_id=cast.anna.id, data=data)
    await stage.quiet()
    assert await decisions(stage) == []

    def resign(session: Session) -> None:
        person = session.scalars(select(Person).where(Person.account == head.id)).one()
        role = session.scalars(
            select(RoleAssignment).where(RoleAssignment.person_id == person.id)
        ).one()
        role.role, role.scope_id = Role.TEACHER, cast.district.school.id

    await stage.run(resign)
    await head.presses("Записать решение")
    assert "Решение, 1 из 3" not in await head.reads()
    assert await decisions(stage) == []


async def test_the_head_may_decide_from_the_table_before_all_have_voted(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    for player, may in ((head, True), (cast.anna, False), (cast.marina, False)):
        await player.sends("/menu")
        await player.presses("Результаты и сводки")
        await player.presses((await player.buttons())[0])
        assert ("Записать решение" in await player.buttons()) is may

    await records(head)

    assert [one.status for one in await decisions(stage)] == ["recorded"]
    await stage.advance(days=6)
    assert "Обсуждение собрано" not in await said(head)


async def test_the_meeting_is_waited_for_and_brought_up_once(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    await head.presses("Подождать до заседания")
    assert "Когда заседание?" in await head.reads()
    await head.presses("Напишу дату")
    await head.presses("Отмена")
    await head.presses("Через неделю, 20 октября")
    assert "Напомню накануне, один раз." in await head.reads()

    await stage.advance(days=6, hours=5)

    brought_up = [one for one in await head.messages() if "ещё не записано" in str(one.get("text"))]
    assert len(brought_up) == 1
    await records(head)
    (row,) = await decisions(stage)
    assert row.status == "recorded"


async def test_the_day_of_the_meeting_may_be_written(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    await head.presses("Подождать до заседания")

    await head.sends("завтра")

    assert "Заседание " in await head.reads()
    assert (await decisions(stage))[0].held_on


async def test_help_becomes_a_case_that_is_answered_to_the_head(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    await head.presses("Записать решение")
    await head.presses("Помощь")
    for label in ("Дальше", "Дальше", "Дальше", "Записать решение"):
        await head.presses(label)

    assert "Методист получит обращение № 1 от имени объединения" in await said(head)
    assert (
        "ШМО учителей математики, МБОУ СОШ № 106, просит помощи: "
        "Решать текстовые задачи на проценты" in await cast.olga.reads()
    )
    assert "Просим помощи методиста: Решать текстовые" in await cast.marina.reads(group)
    await cast.olga.presses("Открыть карточку")
    assert "Спрашивает: ШМО учителей математики, МБОУ СОШ № 106" in await cast.olga.reads()
    await cast.olga.presses("Ответить")
    await cast.olga.sends("Приеду в четверг, разберём вместе")
    await cast.olga.presses("Отправить")

    assert "Приеду в четверг, разберём вместе" in await said(head)

    def case(session: Session) -> Any:
        return session.execute(select(Difficulty.channel, Difficulty.status)).one()

    assert tuple(await stage.run(case)) == ("association", "answered")


async def test_a_correction_keeps_its_number_and_changes_the_post(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    await records(head)
    posts = len(await cast.marina.messages(group))
    await head.sends("/menu")
    await head.presses("Решения объединений")
    await head.presses("1")
    await head.presses("Исправить решение")
    assert "Исправленное решение № 1" in await head.reads()

    await head.presses("Изменить 2")
    await head.presses("Не наше")
    await head.presses("Дальше")
    await head.presses("Дальше")
    await head.presses("Записать решение")

    old, new = await decisions(stage)
    assert (old.status, old.followed_by, new.number) == ("replaced", new.id, 1)
    assert "Пост в группе «Математики 106» исправлен." in await said(head)
    messages = await cast.marina.messages(group)
    assert len(messages) == posts
    assert ", исправленное" in messages[-1]["text"]
    assert "Выполнять вычисления" not in messages[-1]["text"]


async def test_a_word_and_the_day_of_the_meeting_go_into_the_minutes(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    for label in ("Записать решение", "Дальше", "Дальше", "Дальше", "Дописать"):
        await head.presses(label)
    await head.sends("Пригласить соседей на урок")
    assert "Ещё: Пригласить соседей на урок" in await head.reads()
    await head.presses("Дата заседания")
    await head.sends("завтра")
    await head.presses("Дописать")
    await head.presses("Убрать")

    (row,) = await decisions(stage)
    assert (row.note, bool(row.held_on)) == (None, True)


async def test_a_draft_is_deleted_after_asking(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    for label in ("Записать решение", "Дальше", "Дальше", "Дальше", "Удалить"):
        await head.presses(label)
    await head.presses("Оставить")
    assert len(await decisions(stage)) == 1

    await head.presses("Удалить")
    await head.presses("Удалить")

    assert await decisions(stage) == []
    assert "Черновик удалён." in await head.reads()


async def test_on_the_day_the_head_is_asked_once_what_is_done(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    await records(head)
    assert {one.due_on for one in await items(stage)} == {"2027-12-29"}

    await stage.advance(days=77, hours=5)

    asked = [one for one in await head.messages() if "Сделано?" in str(one.get("text"))]
    assert len(asked) == 1
    assert await head.buttons() == ["Да", "Частично", "Перенести"]
    await head.presses("Да")
    assert "Выполнять вычисления" in await head.reads()
    await head.presses("Перенести")
    await head.sends("завтра")
    assert "новый срок стоит в решении" in await head.reads()
    await head.presses("Открыть решение")
    assert ". Сделано\n" in await head.reads()
    assert ". Перенесено на 30 декабря\n" in await head.reads()
    await stage.advance(days=30)
    asked = [one for one in await head.messages() if "Сделано?" in str(one.get("text"))]
    assert asked == []


async def test_the_head_may_say_at_any_time_what_is_done(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await gathered(stage, head)
    await records(head)
    recorded = await _recorded_message(head)
    await head.presses("Все решения", message_id=recorded)
    await head.presses("1", message_id=recorded)
    await head.presses("Отметить сделанное", message_id=recorded)
    assert "Ещё областей: 1" in await said(head)
    await head.presses("Да", message_id=recorded)
    await head.presses("Частично", message_id=recorded)

    assert "Записано: сделано частично." in await said(head)
    await stage.advance(days=90)
    assert "Сделано?" not in await said(head)


async def _recorded_message(head: Player) -> int:
    found = [one for one in await head.messages() if "записано" in str(one.get("text"))]
    return int(found[-1]["message_id"])


async def test_without_a_head_the_administrator_decides(stage: Stage, cast: Cast) -> None:
    chat_id = await linked(stage, cast.district.math, cast.marina, cast.anna)
    await loads(cast.anna, MATH)
    await cast.marina.presses("1 В план", chat_id=chat_id)

    await stage.advance(days=6)

    assert "Обсуждение собрано" in await cast.anna.reads()
    await records(cast.anna)
    assert [one.status for one in await decisions(stage)] == ["recorded"]


async def test_an_old_button_of_decisions_opens_the_list(
    stage: Stage, cast: Cast, head: Player, group: int
) -> None:
    await head.sends("/menu")
    await head.presses("Решения объединений")

    assert "Решений пока нет." in await head.reads()
