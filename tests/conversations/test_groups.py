from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.groups import GroupChat
from db.models.people import Person, RoleAssignment
from services.groups import new_group_code
from services.people.reach import actor_of
from services.work import Work
from tests.cast import Cast
from tests.stage import Player, Stage

TITLE = "Математики школы"


async def brought_in(stage: Stage, by: Player, *members: Player, **more: object) -> int:
    """A group, and the bot in it."""
    chat_id = await stage.group(TITLE, by, *members, **more)
    await put(stage, chat_id, by, "member")
    return chat_id


async def put(stage: Stage, chat_id: int, by: Player, status: str) -> None:
    """Change the bot's standing in a group."""
    await stage.post("/sim/member", chat_id=chat_id, user_id="bot", by=by.id, status=status)
    await stage.quiet()


async def code_for(author: Player, number: str = "2") -> str:
    """A fresh code; the school's association is the second of the list."""
    await author.sends("/groups")
    await author.presses(number)
    await author.presses("Получить код")
    return (await author.reads()).split("/link@metodbot ")[1].split()[0]


async def link(stage: Stage, cast: Cast, chat_id: int, number: str = "2") -> None:
    """The whole way."""
    code = await code_for(cast.olga, number)
    await cast.marina.sends(f"/link@metodbot {code}", chat_id=chat_id)
    await cast.olga.presses("Подключить")


async def words_of_bot(player: Player, chat_id: int) -> list[str]:
    """What the bot has said in a group; that it came or went is not its word."""
    said = [one for one in await player.messages(chat_id) if one["from"]["is_bot"]]
    return [one["text"] for one in said if one.get("text")]


async def bot_is_in(stage: Stage, chat_id: int) -> bool:
    chats = await stage.get("/sim/chats")
    return any(one["id"] == chat_id and one["bot"] in ("member", "administrator") for one in chats)


async def status_of(stage: Stage, chat_id: int) -> str | None:
    def read(session: Session) -> str | None:
        return session.scalar(select(GroupChat.status).where(GroupChat.chat_id == chat_id))

    status: str | None = await stage.run(read)
    return status


async def test_a_strangers_group_gets_nothing_and_is_left_after_a_day(
    stage: Stage, cast: Cast
) -> None:
    chat_id = await brought_in(stage, cast.marina, cast.pavel)
    for words in ("/help@metodbot", "/menu@metodbot", "/start@metodbot", "/link@metodbot АБВ"):
        await cast.marina.sends(words, chat_id=chat_id)
    await stage.advance(hours=23)
    assert await bot_is_in(stage, chat_id)

    await stage.advance(hours=2)

    assert not await bot_is_in(stage, chat_id)
    assert await words_of_bot(cast.marina, chat_id) == []


async def test_code_in_the_group_word_of_the_methodologist_then_a_greeting(
    stage: Stage, cast: Cast
) -> None:
    chat_id = await brought_in(stage, cast.marina, cast.pavel)
    code = await code_for(cast.olga)

    await cast.marina.sends(f"/link@metodbot {code}", chat_id=chat_id)
    assert await words_of_bot(cast.marina, chat_id) == []
    asked = await cast.olga.reads()
    assert f"«{TITLE}»" in asked
    assert "ШМО учителей математики" in asked
    assert "Участников вместе со мной: 3" in asked

    await cast.olga.presses("Подключить")
    [greeting] = await words_of_bot(cast.marina, chat_id)
    assert "Чего не буду: читать вашу переписку" in greeting
    await stage.advance(days=2)
    assert await bot_is_in(stage, chat_id)
    await cast.marina.sends("/help@metodbot", chat_id=chat_id)
    assert "Здесь я работаю для группы" in (await words_of_bot(cast.marina, chat_id))[-1]


async def test_the_link_that_brings_the_bot_in_carries_the_code(stage: Stage, cast: Cast) -> None:
    chat_id = await brought_in(stage, cast.marina)
    code = await code_for(cast.olga)

    await cast.marina.sends(f"/start@metodbot g_{code}", chat_id=chat_id)

    assert f"«{TITLE}»" in await cast.olga.reads()


async def test_an_anonymous_administrator_may_show_the_code(stage: Stage, cast: Cast) -> None:
    chat_id = await brought_in(stage, cast.galina)
    code = await code_for(cast.olga)

    await cast.galina.sends(f"/link@metodbot {code}", chat_id=chat_id, sender_chat=chat_id)

    assert f"«{TITLE}»" in await cast.olga.reads()


async def test_a_declined_group_is_left_without_a_word(stage: Stage, cast: Cast) -> None:
    chat_id = await brought_in(stage, cast.marina)
    code = await code_for(cast.olga)
    await cast.marina.sends(f"/link@metodbot {code}", chat_id=chat_id)

    await cast.olga.presses("Отклонить")

    assert "я из неё вышел" in await cast.olga.reads()
    assert not await bot_is_in(stage, chat_id)
    assert await words_of_bot(cast.marina, chat_id) == []


async def test_a_code_works_once_and_for_a_day(stage: Stage, cast: Cast) -> None:
    first = await brought_in(stage, cast.marina)
    second = await brought_in(stage, cast.pavel)
    code = await code_for(cast.olga)
    await cast.marina.sends(f"/link@metodbot {code}", chat_id=first)
    await cast.pavel.sends(f"/link@metodbot {code}", chat_id=second)
    assert await status_of(stage, first) == "asked"
    assert await status_of(stage, second) == "stranger"

    late = await code_for(cast.olga)
    await stage.advance(hours=23)
    third = await brought_in(stage, cast.anna)
    await stage.advance(hours=2)
    await cast.anna.sends(f"/link@metodbot {late}", chat_id=third)
    assert await status_of(stage, third) == "stranger"


async def test_a_new_code_ends_the_one_before(stage: Stage, cast: Cast) -> None:
    chat_id = await brought_in(stage, cast.marina)
    old = await code_for(cast.olga)
    await code_for(cast.olga)

    await cast.marina.sends(f"/link@metodbot {old}", chat_id=chat_id)

    assert await status_of(stage, chat_id) == "stranger"


async def test_a_second_group_takes_the_place_of_the_first(stage: Stage, cast: Cast) -> None:
    first = await brought_in(stage, cast.marina)
    await link(stage, cast, first)
    second = await brought_in(stage, cast.pavel, cast.marina)
    code = await code_for_linked(stage, cast)

    await cast.marina.sends(f"/link@metodbot {code}", chat_id=second)
    assert "она будет отключена" in await cast.olga.reads()
    await cast.olga.presses("Подключить")

    assert not await bot_is_in(stage, first)
    assert "отключена от методической службы" in (await words_of_bot(cast.marina, first))[-1]
    assert await status_of(stage, second) == "linked"


async def code_for_linked(stage: Stage, cast: Cast) -> str:
    """A code for an association that has a group: made before the screen said so."""
    now = stage.bot.clock.now()

    def make(session: Session) -> str:
        actor = actor_of(session, cast.olga.id, name="", language="ru")
        return new_group_code(Work(session, now, actor), cast.district.math.id)[0]

    return str(await stage.run(make))


async def test_unlinking_says_goodbye_and_leaves(stage: Stage, cast: Cast) -> None:
    chat_id = await brought_in(stage, cast.marina)
    await link(stage, cast, chat_id)

    await cast.olga.presses("Отключить группу")
    assert "Я попрощаюсь и выйду" in await cast.olga.reads()
    await cast.olga.presses("Отключить группу")

    assert "Группа не подключена" in await cast.olga.reads()
    assert not await bot_is_in(stage, chat_id)


async def test_the_methodologist_hears_when_a_linked_group_puts_the_bot_out(
    stage: Stage, cast: Cast
) -> None:
    chat_id = await brought_in(stage, cast.marina)
    await link(stage, cast, chat_id)

    await put(stage, chat_id, cast.marina, "kicked")

    assert "Меня убрали из группы" in await cast.olga.reads()
    assert await status_of(stage, chat_id) == "left"


async def test_a_group_that_comes_back_is_a_stranger_again(stage: Stage, cast: Cast) -> None:
    chat_id = await brought_in(stage, cast.marina)
    await link(stage, cast, chat_id)
    await put(stage, chat_id, cast.marina, "left")

    await put(stage, chat_id, cast.marina, "member")
    before = await words_of_bot(cast.marina, chat_id)
    await cast.marina.sends("/help@metodbot", chat_id=chat_id)

    assert await words_of_bot(cast.marina, chat_id) == before
    assert await status_of(stage, chat_id) == "stranger"


async def test_becoming_an_administrator_changes_nothing(stage: Stage, cast: Cast) -> None:
    chat_id = await brought_in(stage, cast.marina)
    await link(stage, cast, chat_id)

    await put(stage, chat_id, cast.marina, "administrator")

    assert await status_of(stage, chat_id) == "linked"


async def test_a_linked_group_stays_linked_when_it_becomes_a_supergroup(
    stage: Stage, cast: Cast
) -> None:
    chat_id = await brought_in(stage, cast.marina, type="group")
    await link(stage, cast, chat_id)

    moved = await stage.post("/sim/migrate", chat_id=chat_id)
    await stage.quiet()

    assert await status_of(stage, moved["new_chat_id"]) == "linked"
    assert await status_of(stage, chat_id) is None


async def test_a_strangers_group_is_left_also_after_it_became_a_supergroup(
    stage: Stage, cast: Cast
) -> None:
    chat_id = await brought_in(stage, cast.marina, type="group")
    moved = (await stage.post("/sim/migrate", chat_id=chat_id))["new_chat_id"]
    await stage.quiet()

    await stage.advance(hours=25)

    assert not await bot_is_in(stage, moved)


async def test_who_lost_the_right_meanwhile_cannot_confirm(stage: Stage, cast: Cast) -> None:
    chat_id = await brought_in(stage, cast.marina)
    code = await code_for(cast.olga)
    await cast.marina.sends(f"/link@metodbot {code}", chat_id=chat_id)

    def take_away(session: Session) -> None:
        person = session.scalars(select(Person).where(Person.account == cast.olga.id)).one()
        for row in session.scalars(
            select(RoleAssignment).where(RoleAssignment.person_id == person.id)
        ):
            session.delete(row)

    await stage.run(take_away)
    await cast.olga.presses("Подключить")

    assert "недоступно" in await cast.olga.reads()
    assert await status_of(stage, chat_id) == "asked"


async def test_a_teacher_sees_no_groups_to_link(cast: Cast) -> None:
    await cast.marina.sends("/groups")

    assert "недоступно" in await cast.marina.reads()


async def test_a_code_in_a_group_that_is_taken_is_told_to_its_author_and_stays_good(
    stage: Stage, cast: Cast
) -> None:
    taken = await brought_in(stage, cast.marina)
    await link(stage, cast, taken)
    code = await code_for(cast.olga, "1")

    await cast.marina.sends(f"/link@metodbot {code}", chat_id=taken)
    assert "уже подключена: ШМО учителей математики" in await cast.olga.reads()

    free = await brought_in(stage, cast.pavel)
    await cast.pavel.sends(f"/link@metodbot {code}", chat_id=free)
    assert "РМО учителей математики" in await cast.olga.reads()
    assert await status_of(stage, free) == "asked"
