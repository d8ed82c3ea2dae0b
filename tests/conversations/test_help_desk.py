"""The desk: taking, answering, giving away, closing, promised days, the fallback chain."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.assistance import Difficulty
from db.models.people import Person
from services.access import Role
from tests.cast import Cast, register
from tests.conversations.albums import picture, sends_of_album
from tests.stage import Player, Stage

MONDAY = "2026-10-05T08:00:00+00:00"


@pytest.fixture(autouse=True)
async def monday(stage: Stage) -> None:
    await stage.post("/sim/clock", now=MONDAY)


async def report(player: Player, words: str = "Где целое — угадывают") -> None:
    await player.sends("/ask")
    await player.sends(words)
    await player.presses("Отправить")


async def second_methodologist(stage: Stage, cast: Cast) -> Player:
    irina = await stage.person("Ирина")
    place, now = cast.district.municipality, stage.bot.clock.now()
    await stage.run(
        lambda session: register(session, irina.id, "Ирина Львовна", Role.METHODOLOGIST, place, now)
    )
    await irina.starts()
    return irina


async def case(stage: Stage, number: int = 1) -> Difficulty:
    def look(session: Session) -> Difficulty:
        return session.scalars(select(Difficulty).where(Difficulty.id == number)).one()

    found: Difficulty = await stage.run(look)
    return found


async def test_whoever_is_second_sees_who_was_first(stage: Stage, cast: Cast) -> None:
    irina = await second_methodologist(stage, cast)
    await report(cast.marina)
    assert "Новое обращение" in await irina.reads()
    old = await irina.last()
    data = old["keyboard"][0][0]["data"]

    await cast.olga.presses("Взять")
    assert "у вас" in await cast.olga.reads()
    # The card of the other has changed in place; a press that was on its way is answered.
    assert "отвечает Ольга Ивановна" in await irina.reads()
    assert len([one for one in await irina.messages() if "№ 1" in str(one.get("text"))]) == 1
    answer = await stage.post(
        "/sim/press?wait=5", user_id=irina.id, data=data, message_id=old["message_id"]
    )
    await stage.quiet()
    assert "Уже взято: Ольга Ивановна" in answer["answer"]["text"]
    assert (await case(stage)).assignee_id is not None


async def test_an_answer_reaches_the_teacher_with_the_question_after_it(
    stage: Stage, cast: Cast
) -> None:
    await report(cast.marina)
    await cast.olga.presses("Ответить")
    assert "Ответ на № 1" in await cast.olga.reads()
    await cast.olga.sends("Рисуйте полоску <i>целого</i>")
    assert "«Рисуйте полоску <i>целого</i>»" in await cast.olga.reads()
    await cast.olga.presses("Отправить")
    assert "Ответ на № 1 отправлен" in await cast.olga.reads()

    words = [one.get("text", "") for one in (await cast.marina.messages())[-2:]]
    assert words[0].startswith("Ответ на № 1, Ольга Ивановна")
    assert "Рисуйте полоску <i>целого</i>" in words[0]
    assert words[1].startswith("Ответ на № 1 выше, отвечает Ольга Ивановна")
    assert await cast.marina.buttons() == ["1", "2", "3", "4", "5", "Спрошу ещё"]


async def test_files_and_voices_of_an_answer_arrive(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await cast.olga.presses("Ответить")
    await cast.olga.sends_file("voice.ogg", b"OggS", kind="voice")
    await cast.olga.sends_file("Полоска.pdf", b"%PDF-1.4", kind="document")
    await cast.olga.sends("и два слова")
    assert "2 файла" in await cast.olga.reads()
    await cast.olga.presses("Отправить")

    arrived = (await cast.marina.messages())[-4:]
    assert "и два слова" in arrived[0]["text"]
    assert arrived[1].get("voice")
    assert arrived[2]["document"]["name"] == "Полоска.pdf"
    assert "к месту" in arrived[3]["text"]


@pytest.mark.parametrize(
    ("kind", "name", "content"),
    [("audio", "lesson.mp3", b"ID3"), ("video", "lesson.mp4", b"ftyp"), ("photo", "a.png", b"")],
)
async def test_one_file_of_an_answer_comes_with_its_words(
    stage: Stage, cast: Cast, kind: str, name: str, content: bytes
) -> None:
    await report(cast.marina)
    await cast.olga.presses("Ответить")
    await cast.olga.sends_file(name, content or picture(), kind=kind, caption="Смотрите")
    await cast.olga.presses("Отправить")

    arrived = (await cast.marina.messages())[-2]
    assert arrived.get(kind)
    assert "Смотрите" in arrived["caption"]


async def test_an_album_is_one_answer(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await cast.olga.presses("Ответить")
    await sends_of_album(stage, cast.olga, "c1", "one.png")
    await sends_of_album(stage, cast.olga, "c1", "two.png")
    await cast.olga.presses("Отправить")

    calls = (await stage.get("/sim/calls?method=sendMediaGroup"))["calls"]
    assert [one["status"] for one in calls] == [200]
    assert (await case(stage)).round == 1


async def test_sending_an_answer_twice_sends_it_once(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await cast.olga.presses("Ответить")
    await cast.olga.sends("ответ")
    message = await cast.olga.last()
    press = {
        "user_id": cast.olga.id,
        "data": message["keyboard"][0][0]["data"],
        "message_id": message["message_id"],
    }
    await stage.post("/sim/press", **press)
    await stage.post("/sim/press", **press)
    await stage.quiet()

    assert (await case(stage)).round == 1
    assert "отправлен" in await cast.olga.reads()


async def test_an_answer_half_written_survives_a_restart(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await cast.olga.presses("Ответить")
    await cast.olga.sends("начало ответа")
    await stage.bot.stop()
    await stage.start_bot()
    await cast.olga.presses("Отправить")

    assert "начало ответа" in await stage.transcript(cast.marina.id)


async def test_two_answers_begun_do_not_mix(stage: Stage, cast: Cast) -> None:
    await report(cast.marina, "первый вопрос")
    await report(cast.pavel, "второй вопрос")
    await cast.olga.sends("/inbox")
    await cast.olga.presses("№ 1 · первый вопрос")
    await cast.olga.presses("Ответить")
    await cast.olga.sends("ответ первому")
    await cast.olga.sends("/inbox")
    await cast.olga.presses("№ 2 · второй вопрос")
    await cast.olga.presses("Ответить")
    await cast.olga.sends("ответ второму")
    await cast.olga.presses("Отправить")

    assert "ответ второму" in await stage.transcript(cast.pavel.id)
    assert "ответ" not in (await cast.marina.reads()).replace("Ответит", "")


async def test_the_inbox_lists_what_waits(stage: Stage, cast: Cast) -> None:
    await cast.olga.sends("/inbox")
    assert "нет" in await cast.olga.reads()
    for number in range(4):
        await report(cast.marina, f"вопрос {number}")
    await cast.olga.presses("Взять")
    await cast.olga.sends("/inbox")

    text = await cast.olga.reads()
    assert text.startswith("Новых 3, у вас 1, с прошедшим сроком 0")
    assert "№ 4: у вас" in text.splitlines()[1]
    await cast.olga.presses("Дальше ›")
    assert "№ 3" in await cast.olga.reads()


async def test_a_teacher_has_no_inbox(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await cast.marina.sends("/inbox")
    assert "недоступно" in await cast.marina.reads()
    await cast.galina.sends("/inbox")
    assert "Обращений, которые ждут ответа, нет" in await cast.galina.reads()


async def test_a_case_is_given_to_the_head_of_the_subject(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await cast.olga.presses("Взять")
    await cast.olga.presses("Передать")
    assert await cast.olga.buttons() == ["Галина Петровна, РМО", "‹ Назад"]
    await cast.olga.presses("Галина Петровна, РМО")

    assert "Обращение передано вам" in await cast.galina.reads()
    assert "Ответит руководитель РМО Галина Петровна" in await cast.marina.reads()
    await cast.galina.presses("Ответить")
    await cast.galina.sends("ответ руководителя")
    await cast.galina.presses("Отправить")
    assert "ответ руководителя" in await stage.transcript(cast.marina.id)


async def test_closing_without_an_answer_is_asked_twice_and_told(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await cast.olga.presses("Взять")
    await cast.olga.presses("Закрыть")
    assert "ещё не было" in await cast.olga.reads()
    await cast.olga.presses("Закрыть без ответа")

    assert "закрыто" in await cast.olga.reads()
    assert "Методист закрыл обращение" in await cast.marina.reads()
    await cast.marina.presses("Спрошу ещё")
    await cast.marina.sends("вопрос остался")
    assert "Вопрос по № 1 передан" in await cast.marina.reads()
    assert (await case(stage)).status == "taken"


async def test_the_day_before_the_methodologist_is_reminded_once(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await stage.advance(days=1, hours=20)
    assert "Завтра обещан ответ" not in await cast.olga.reads()
    await stage.advance(hours=3)
    assert "Завтра обещан ответ" in await cast.olga.reads()
    count = len(await cast.olga.messages())
    await stage.advance(hours=5)
    assert len(await cast.olga.messages()) == count


async def test_past_its_day_the_next_of_the_chain_may_take_it(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await cast.olga.presses("Взять")
    await stage.advance(days=3, hours=8)

    assert "Обещанный день прошёл" in await cast.olga.reads()
    assert "Обещанный день прошёл" in await cast.galina.reads()
    assert "это наша задержка. Подключается Галина Петровна" in await cast.marina.reads()
    await cast.galina.sends("/inbox")
    await cast.galina.presses("№ 1 · Где целое — угадывают")
    await cast.galina.presses("Взять")
    assert "у вас" in await cast.galina.reads()
    count = len(await cast.marina.messages())
    await stage.advance(days=20)
    assert len(await cast.marina.messages()) == count


async def test_an_answered_case_is_not_overdue(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await cast.olga.presses("Ответить")
    await cast.olga.sends("ответ")
    await cast.olga.presses("Отправить")
    await stage.advance(days=5)

    assert "Обещанный день прошёл" not in await stage.transcript(cast.olga.id)


async def test_without_a_methodologist_the_head_of_the_subject_is_told(
    stage: Stage, cast: Cast
) -> None:
    def gone(session: Session) -> None:
        person = session.scalars(select(Person).where(Person.account == cast.olga.id)).one()
        person.forgotten_at = stage.bot.clock.now()
        person.account = None

    await stage.run(gone)
    await report(cast.marina)

    assert "Ответит методическая служба района" in await cast.marina.reads()
    assert "Новое обращение" in await cast.galina.reads()
    await cast.galina.presses("Взять")
    assert "у вас" in await cast.galina.reads()


async def test_a_teacher_who_blocked_the_bot_harms_nobody(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await stage.post("/sim/member", user_id=cast.marina.id, chat_id=cast.marina.id, blocked=True)
    await cast.olga.presses("Ответить")
    await cast.olga.sends("ответ")
    await cast.olga.presses("Отправить")

    assert "отправлен" in await cast.olga.reads()
    assert (await case(stage)).status == "answered"


async def test_the_card_tells_when_the_author_cannot_be_reached(stage: Stage, cast: Cast) -> None:
    await report(cast.marina)
    await stage.post("/sim/member", user_id=cast.marina.id, chat_id=cast.marina.id, blocked=True)
    await stage.quiet()
    await cast.olga.presses("Взять")

    assert "Автор сейчас не получает сообщений бота" in await cast.olga.reads()


async def test_the_answer_to_somebody_forgotten_is_kept_and_not_sent(
    stage: Stage, cast: Cast
) -> None:
    await report(cast.marina)
    count = len(await cast.marina.messages())

    def forget(session: Session) -> None:
        session.get(Difficulty, 1).reporter_id = None  # type: ignore[union-attr]

    await stage.run(forget)
    await cast.olga.presses("Ответить")
    await cast.olga.sends("ответ")
    await cast.olga.presses("Отправить")

    assert "закрыто" in await cast.olga.reads()
    assert len(await cast.marina.messages()) == count
