"""A teacher says what is hard, gets a number, reads the answer, adds a word."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.assistance import Difficulty, DifficultyEntry
from services.access import Role
from tests.cast import Cast, register
from tests.conversations.albums import sends_of_album
from tests.stage import Player, Stage

MONDAY = "2026-10-05T08:00:00+00:00"


@pytest.fixture(autouse=True)
async def monday(stage: Stage) -> None:
    await stage.post("/sim/clock", now=MONDAY)


async def report(player: Player, words: str = "Где целое — угадывают") -> None:
    """The whole way of a mathematics teacher, to the check screen."""
    await player.sends("/ask")
    await player.presses("Тема по предмету")
    await player.presses("Задачи на проценты")
    await player.presses("6")
    await player.sends(words)


async def rows(stage: Stage) -> list[Difficulty]:
    def look(session: Session) -> list[Difficulty]:
        return list(session.scalars(select(Difficulty).order_by(Difficulty.id)))

    found: list[Difficulty] = await stage.run(look)
    return found


async def test_a_difficulty_is_reported_in_a_minute(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/ask")
    assert "С чем помочь?" in await marina.reads()
    assert (await marina.buttons())[0] == "Тема по предмету"
    await marina.presses("Тема по предмету")
    assert "Математика. Что даётся трудно?" in await marina.reads()
    await marina.presses("Задачи на проценты")
    await marina.presses("6")
    assert "Отправить без пояснения" in await marina.buttons()
    await marina.sends("Где целое — угадывают")

    check = await marina.reads()
    assert "Математика, 6 класс, задачи на проценты" in check
    assert "«Где целое — угадывают»" in check
    assert "Кто увидит: методист района. Школа не увидит." in check
    await marina.presses("Отправить")

    assert await marina.reads() == (
        "Принято, обращение № 1. Ответит методист Ольга Ивановна до четверга, 8 октября. "
        "Черновик хранить не нужно, всё записано."
    )
    assert await marina.buttons() == ["Добавить ещё слово", "Мои обращения"]


async def test_the_methodologist_knows_at_once_and_the_school_does_not(
    stage: Stage, cast: Cast
) -> None:
    before = {one.name: len(await one.messages()) for one in (cast.anna, cast.galina)}
    await report(cast.marina)
    await cast.marina.presses("Отправить")

    card = await cast.olga.reads()
    assert "Новое обращение" in card
    assert "Марина Сергеевна, МБОУ СОШ № 106" in card
    assert "Взять" in await cast.olga.buttons()
    after = {one.name: len(await one.messages()) for one in (cast.anna, cast.galina)}
    assert after == before


async def test_sending_twice_makes_one_case(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    message = await cast.marina.last()
    press = {
        "user_id": cast.marina.id,
        "data": message["keyboard"][0][0]["data"],
        "message_id": message["message_id"],
    }
    await stage.post("/sim/press", **press)
    await stage.post("/sim/press", **press)
    await stage.quiet()

    assert len(await rows(stage)) == 1
    assert (await cast.marina.reads()).startswith("Принято, обращение № 1")


async def test_a_report_survives_a_restart_at_every_step(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/ask")
    for label in ("Тема по предмету", "Задачи на проценты", "6", "Отправить без пояснения"):
        await stage.bot.stop()
        await stage.start_bot()
        await marina.presses(label)
    await stage.bot.stop()
    await stage.start_bot()
    await marina.presses("Отправить")

    assert (await marina.reads()).startswith("Принято, обращение № 1")
    assert len(await rows(stage)) == 1


async def test_words_at_the_first_question_are_the_explanation(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/ask")
    await cast.marina.sends("Дети путают части и целое")

    assert "«Дети путают части и целое»" in await cast.marina.reads()
    await cast.marina.presses("Отправить")
    assert "Дети путают" in await cast.olga.reads()


async def test_a_voice_at_the_first_question_is_the_explanation(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/ask")
    await cast.marina.sends_file("voice.ogg", b"OggS", kind="voice")
    assert "Вложения: 1 файл" in await cast.marina.reads()
    await cast.marina.presses("Отправить")

    await cast.olga.presses("Открыть целиком")
    assert (await cast.olga.last()).get("voice")


async def test_photos_of_an_album_reach_the_methodologist_together(
    stage: Stage, cast: Cast
) -> None:
    marina = cast.marina
    await marina.sends("/ask")
    await marina.presses("Тема по предмету")
    await marina.presses("Задачи на проценты")
    await marina.presses("6")
    await sends_of_album(stage, marina, "a1", "one.png")
    await sends_of_album(stage, marina, "a1", "two.png")
    assert "Вложения: 2 файла" in await marina.reads()
    await marina.presses("Отправить")

    await cast.olga.presses("Открыть целиком")
    calls = (await stage.get("/sim/calls?method=sendMediaGroup"))["calls"]
    assert len(calls) == 1
    assert calls[0]["status"] == 200


async def test_going_back_and_fixing_change_what_is_sent(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await report(marina)
    await marina.presses("Исправить")
    assert "Что исправить?" in await marina.reads()
    await marina.presses("4")
    await marina.sends("Совсем другое")
    assert "«Совсем другое»" in await marina.reads()
    await marina.presses("Удалить")
    assert "Удалено" in await marina.reads()
    assert await rows(stage) == []


async def test_a_lone_physics_teacher_is_warned_and_may_hide_the_subject(
    stage: Stage, cast: Cast
) -> None:
    pavel = cast.pavel
    await pavel.sends("/ask")
    await pavel.presses("Тема по предмету")
    await pavel.presses("Законы Ньютона")
    await pavel.presses("7")
    await pavel.sends("Не видят, где какая сила")
    await pavel.presses("Без моего имени")
    assert "по предмету «Физика» в районе 1 учитель" in await pavel.reads()
    await pavel.presses("Скрыть предмет")

    check = await pavel.reads()
    assert "Физика" not in check
    assert "Ньютон" not in check
    assert "без вашего имени и школы" in check
    await pavel.presses("Отправить")
    card = await cast.olga.reads()
    for told in ("Павел", "Андреевич", "Енкаев", "Физика", "Ньютон"):
        assert told not in card
    assert "без имени" in card
    (row,) = await rows(stage)
    assert (row.school_id, row.subject) == (None, None)


async def test_among_many_colleagues_nobody_is_warned(stage: Stage, cast: Cast) -> None:
    def more(session: Session) -> None:
        for number in range(5):
            register(
                session,
                9000 + number,
                f"Учитель {number}",
                Role.TEACHER,
                cast.district.small_school,
                stage.bot.clock.now(),
                subjects=("math",),
            )

    await stage.run(more)
    await report(cast.marina)
    await cast.marina.presses("Без моего имени")
    assert "без вашего имени и школы" in await cast.marina.reads()
    await cast.marina.presses("С моим именем")
    assert "без вашего имени" not in await cast.marina.reads()


async def test_an_unnamed_case_is_answered_and_names_nobody_anywhere(
    stage: Stage, cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    marina, olga = cast.marina, cast.olga
    await report(marina)
    await marina.presses("Без моего имени")
    await marina.presses("Оставить как есть")
    await marina.presses("Отправить")
    await olga.presses("Взять")
    await olga.sends("/inbox")
    await olga.presses("№ 1 · Задачи на проценты")
    await olga.presses("Ответить")
    await olga.sends("Полоска помогает")
    await olga.presses("Отправить")
    await olga.sends("/stats")

    seen = await stage.transcript(olga.id)
    logged = capsys.readouterr()
    for told in ("Марина", "Сергеевна", "106", str(marina.id)):
        assert told not in seen
        assert told not in logged.out + logged.err
    assert "Полоска помогает" in await stage.transcript(marina.id)


async def test_burn_out_is_seen_by_the_methodologist_only(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/ask")
    await marina.presses("Ученики и мотивация")
    await marina.sends("Тяжело, нет сил")
    assert "Школа этого не увидит" in await marina.reads()
    await marina.presses("Дальше")
    await marina.presses("Отправить без пояснения")
    assert "только методист района" in await marina.reads()
    await marina.presses("Отправить")

    assert "видит только методист" in await cast.olga.reads()
    await cast.olga.presses("Взять")
    await cast.olga.presses("Передать")
    assert "Передать некому" in await cast.olga.reads()


async def test_my_cases_show_where_each_stands(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await report(marina)
    await marina.presses("Отправить")
    await marina.presses("Мои обращения")
    assert "№ 1: ждёт ответа до четверга, 8 октября" in await marina.reads()
    await marina.presses("№ 1 · Задачи на проценты")
    assert "Открыть ответ" not in await marina.buttons()
    await marina.presses("Вопрос решился")
    await marina.presses("Да, снять")
    assert "снято вами" in await marina.reads()
    assert "снято: вопрос решился" in await cast.olga.reads()


async def test_a_word_added_reaches_the_methodologist(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await report(marina)
    await marina.presses("Отправить")
    await marina.presses("Добавить ещё слово")
    await marina.sends("Это про 6 «Б»")
    assert "Добавлено к № 1" in await marina.reads()
    assert "Дополнение к № 1" in await cast.olga.reads()
    assert "«Это про 6 «Б»»" in await cast.olga.reads()


async def test_an_album_added_is_one_addition(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await report(marina)
    await marina.presses("Отправить")
    await marina.presses("Добавить ещё слово")
    await sends_of_album(stage, marina, "b1", "one.png")
    await sends_of_album(stage, marina, "b1", "two.png")

    def look(session: Session) -> list[int]:
        return [len(one.attachments) for one in session.scalars(select(DifficultyEntry))]

    assert await stage.run(look) == [2]


async def test_somebody_elses_case_does_not_exist(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await cast.marina.presses("Отправить")
    await cast.pavel.sends("/cases")
    assert "Обращений пока нет" in await cast.pavel.reads()


async def test_ten_thousand_characters_are_refused_and_the_form_goes_on(
    stage: Stage, cast: Cast
) -> None:
    marina = cast.marina
    await marina.sends("/ask")
    await marina.presses("Как построить урок")
    await marina.presses("Поурочное планирование")
    for length in (4096, 4096, 1808):
        await marina.sends("ж" * length)
    assert "слишком длинно" in await marina.reads()
    await marina.sends("/cases")
    assert "Обращений пока нет" in await marina.reads()


async def test_controls_and_directions_are_cleaned_away(stage: Stage, cast: Cast) -> None:
    await report(cast.marina, "до\u202eпосле\x00<b>не жирно</b> & всё")
    assert "«допосле<b>не жирно</b> & всё»" in await cast.marina.reads()


async def test_a_stranger_reports_nothing(stage: Stage, cast: Cast) -> None:
    stranger = await stage.person("Кто-то")
    await stranger.sends("/ask")
    assert "Попросить доступ" in await stranger.buttons()
    assert await rows(stage) == []


async def test_an_old_button_of_a_case_lands_on_its_present_card(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await report(marina)
    await marina.presses("Отправить")
    old = await marina.last()
    await cast.olga.presses("Ответить")
    await cast.olga.sends("Вот ответ")
    await cast.olga.presses("Отправить")
    await stage.bot.stop()
    await stage.start_bot()
    await stage.advance(days=40)

    await marina.presses("Мои обращения", message_id=old["message_id"])
    messages = {one["message_id"]: one for one in await marina.messages()}
    assert "№ 1: ответ есть" in messages[old["message_id"]]["text"]


async def test_a_case_that_is_gone_gets_a_sentence(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await cast.marina.presses("Отправить")

    def remove(session: Session) -> None:
        session.delete(session.get(Difficulty, 1))

    await stage.run(remove)
    await cast.olga.presses("Взять")
    assert "Этого уже нет" in await cast.olga.reads()
    await cast.marina.presses("Добавить ещё слово")
    assert "Этого уже нет" in await cast.marina.reads()


async def test_a_topic_of_ones_own_may_be_written_at_once(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/ask")
    await marina.presses("Тема по предмету")
    await marina.sends("Как объяснить, от чего берём проценты")
    assert "В каком классе?" in await marina.reads()
    await marina.sends("6")
    await marina.sends("Угадывают целое")

    assert "как объяснить, от чего берём проценты" in await marina.reads()
    await marina.presses("Отправить")
    (row,) = await rows(stage)
    assert (row.item, row.title) == ("other", "Как объяснить, от чего берём проценты")


async def test_keys_of_the_check_may_be_typed(stage: Stage, cast: Cast) -> None:
    await cast.pavel.sends("/ask")
    await cast.pavel.sends("Не видят, где какая сила")
    await cast.pavel.sends("без моего имени")
    assert "Скрыть предмет" in await cast.pavel.buttons()
    await cast.pavel.presses("Оставить как есть")
    await cast.pavel.sends("Отправить.")

    assert "Принято, обращение" in await cast.pavel.reads()
    (row,) = await rows(stage)
    assert (row.text, row.anonymous) == ("Не видят, где какая сила", True)


async def test_the_way_out_may_be_typed_where_it_has_no_key(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/ask")
    assert "Отмена" not in await cast.marina.buttons()
    await cast.marina.sends("отмена")

    assert "ничего не записано" in await cast.marina.reads()


async def test_cases_of_nobody_are_not_a_strangers(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/ask")
    await cast.marina.sends("Угадывают целое")
    await cast.marina.presses("Отправить")
    await cast.marina.presses("Мои обращения")
    opened = (await cast.marina.last())["keyboard"][-1][0]["data"]
    await cast.marina.sends("/forget")
    await cast.marina.presses("Забыть")

    stranger = await stage.person("Ирина")
    for command in ("/cases", "5"):
        await stranger.sends(command)
        assert "Попросить доступ" in await stranger.buttons()
    await cast.marina.sends("/cases")
    assert "№ 1" not in await cast.marina.reads()
    await stage.post("/sim/press", user_id=cast.marina.id, data=opened)
    await stage.quiet()
    assert "№ 1" not in await cast.marina.reads()
