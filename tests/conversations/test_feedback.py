"""Was it any help: the score at once, the next of the chain, the lesson after two school weeks."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.assistance import Difficulty, DifficultyEntry, Feedback
from tests.cast import Cast
from tests.stage import Player, Stage

MONDAY = "2026-10-05T08:00:00+00:00"


@pytest.fixture(autouse=True)
async def monday(stage: Stage) -> None:
    await stage.post("/sim/clock", now=MONDAY)


async def helped(
    stage: Stage, cast: Cast, teacher: Player | None = None, answer: str = "Рисуйте полоску"
) -> None:
    """A case reported and answered, the question of the score on the screen."""
    teacher = teacher or cast.marina
    await teacher.sends("/ask")
    await teacher.sends("Где целое — угадывают")
    await teacher.presses("Отправить")
    await answers(cast.olga, answer)


async def answers(helper: Player, answer: str) -> None:
    await helper.presses("Ответить")
    await helper.sends(answer)
    await helper.presses("Отправить")


async def case(stage: Stage) -> Difficulty:
    def look(session: Session) -> Difficulty:
        return session.scalars(select(Difficulty).order_by(Difficulty.id.desc())).first()  # type: ignore[return-value]

    found: Difficulty = await stage.run(look)
    return found


async def marks(stage: Stage) -> list[tuple[str, int, int | None, str | None, str | None]]:
    def look(session: Session) -> list[tuple[str, int, int | None, str | None, str | None]]:
        rows = session.scalars(select(Feedback).order_by(Feedback.id))
        return [(one.stage, one.round, one.score, one.outcome, one.reason) for one in rows]

    found: list[tuple[str, int, int | None, str | None, str | None]] = await stage.run(look)
    return found


async def test_a_good_score_closes_the_case(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("5")

    assert (await cast.marina.reads()).startswith("Хорошо, закрываю № 1")
    assert (await case(stage)).status == "closed"
    assert "№ 1: закрыто, Ольга Ивановна" in await stage.transcript(cast.olga.id)


async def test_a_score_pressed_twice_counts_once(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    message = await cast.marina.last()
    for score in (4, 4, 0):
        await stage.post(
            "/sim/press",
            user_id=cast.marina.id,
            data=message["keyboard"][score // 4][score % 3 if score else 1]["data"],
            message_id=message["message_id"],
        )
    await stage.quiet()

    assert len(await marks(stage)) == 1
    assert (await cast.marina.reads()).startswith("Хорошо, закрываю № 1")


async def test_a_middling_score_leaves_the_case_answered(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("3")
    assert "спросите ещё" in await cast.marina.reads()
    assert (await case(stage)).status == "answered"


async def test_a_poor_answer_goes_on_to_the_next_of_the_chain(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("2")
    assert "Методиста по этой отметке не оценивают" in await cast.marina.reads()
    await cast.marina.presses("Слишком общо")
    assert await cast.marina.reads() == (
        "Передаю вопрос дальше. Ответит руководитель РМО Галина Петровна до четверга, 8 октября."
    )
    assert "Обращение передано вам" in await cast.galina.reads()
    assert "Слишком общо" in await cast.galina.reads()

    await answers(cast.galina, "Другой ответ")
    await cast.marina.presses("5")
    assert [(one[0], one[1], one[2]) for one in await marks(stage)] == [
        ("at_once", 1, 2),
        ("at_once", 2, 5),
    ]


async def test_a_poor_answer_is_passed_on_even_if_nobody_says_why(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("1")
    await stage.advance(hours=2, minutes=1)

    assert "Ответит руководитель РМО Галина Петровна" in await cast.marina.reads()
    assert "Обращение передано вам" in await cast.galina.reads()


async def test_the_reason_may_be_said_in_own_words(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("1")
    await cast.marina.presses("Напишу сам текст")
    await cast.marina.sends("Это для девятого класса")

    assert "Передаю вопрос дальше" in await cast.marina.reads()
    assert "Это для девятого класса" in await cast.galina.reads()


async def test_where_there_is_nobody_else_a_call_is_offered(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast, cast.pavel)
    await cast.pavel.presses("1")
    await cast.pavel.presses("Не про мой вопрос")
    assert "Ольга Ивановна позвонит вам" in await cast.pavel.reads()
    assert "Просят позвонить" in await cast.olga.reads()
    await cast.pavel.presses("Завтра после уроков")
    assert "Записано: Ольга Ивановна позвонит завтра после уроков" in await cast.pavel.reads()
    assert "Позвонить: завтра после уроков" in await cast.olga.reads()


async def test_somebody_unnamed_is_not_called(stage: Stage, cast: Cast) -> None:
    pavel = cast.pavel
    await pavel.sends("/ask")
    await pavel.sends("Где целое — угадывают")
    await pavel.presses("Без моего имени")
    await pavel.presses("Оставить как есть")
    await pavel.presses("Отправить")
    await answers(cast.olga, "ответ")
    await pavel.presses("1")
    await pavel.presses("Не про мой вопрос")

    assert "позвонит" not in await pavel.reads()
    assert "Вопрос с вашей отметкой вернулся" in await pavel.reads()
    assert "Павел" not in await stage.transcript(cast.olga.id)


async def test_asking_again_opens_the_case_for_the_same_helper(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("Спрошу ещё")
    await cast.marina.sends("А если процент больше ста?")

    assert "Вопрос по № 1 передан" in await cast.marina.reads()
    assert "А если процент больше ста?" in await cast.olga.reads()
    await cast.olga.presses("Открыть карточку")
    await answers(cast.olga, "Тоже полоска")
    assert "к месту" in await cast.marina.reads()
    assert (await case(stage)).round == 2


async def test_after_two_school_weeks_one_question_comes_after_lessons(
    stage: Stage, cast: Cast
) -> None:
    await helped(stage, cast)
    await cast.marina.presses("5")
    # Monday the 5th, two school weeks: Monday the 19th at 15:10 in Moscow, 12:10 UTC.
    await stage.post("/sim/clock", now="2026-10-19T12:05:00+00:00")
    await stage.due()
    assert "Получилось на уроке?" not in await cast.marina.reads()
    await stage.advance(minutes=6)
    assert "Получилось на уроке?" in await cast.marina.reads()
    assert await cast.marina.buttons() == [
        "Да, получилось",
        "Отчасти",
        "Не получилось",
        "Урока ещё не было",
        "Больше не спрашивать",
    ]
    await cast.marina.presses("Да, получилось")
    assert "Записано: получилось" in await cast.marina.reads()
    assert (await marks(stage))[-1][3] == "yes"
    count = len(await cast.marina.messages())
    await stage.advance(days=30)
    assert len(await cast.marina.messages()) == count


async def test_the_question_waits_for_the_vacation_to_end(stage: Stage, cast: Cast) -> None:
    await stage.post("/sim/clock", now="2026-10-20T08:00:00+00:00")
    await helped(stage, cast)
    await cast.marina.presses("5")
    await stage.post("/sim/clock", now="2026-11-03T12:20:00+00:00")
    await stage.due()
    assert "Получилось на уроке?" not in await cast.marina.reads()
    # Three days of October's week, then the 3rd, 5th, 6th of November and four more.
    await stage.post("/sim/clock", now="2026-11-12T12:20:00+00:00")
    await stage.due()
    assert "Получилось на уроке?" in await cast.marina.reads()


async def test_what_stood_in_the_way_is_kept(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("4")
    await stage.post("/sim/clock", now="2026-10-19T12:20:00+00:00")
    await stage.due()
    await cast.marina.presses("Отчасти")
    assert "Что помешало?" in await cast.marina.reads()
    await cast.marina.presses("Расскажу словом, голосом")
    await cast.marina.sends_file("voice.ogg", b"OggS", kind="voice")

    assert "Записано по № 1" in await cast.marina.reads()
    assert (await marks(stage))[-1][3:] == ("partly", "words")


async def test_no_lesson_yet_asks_again_in_a_week_and_not_for_ever(
    stage: Stage, cast: Cast
) -> None:
    await helped(stage, cast)
    await cast.marina.presses("5")
    for day in ("2026-10-19", "2026-11-05", "2026-11-13"):
        await stage.post("/sim/clock", now=f"{day}T12:20:00+00:00")
        await stage.due()
        assert "Получилось на уроке?" in await cast.marina.reads(), day
        await cast.marina.presses("Урока ещё не было")
    count = len(await cast.marina.messages())
    await stage.advance(days=40)
    assert len(await cast.marina.messages()) == count


async def test_who_does_not_want_to_be_asked_is_not(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("5")
    await cast.marina.presses("Не спрашивать")
    assert "не спрошу" in await cast.marina.reads()
    await stage.advance(days=20)
    assert "Получилось" not in await stage.transcript(cast.marina.id)

    await helped(stage, cast, answer="ещё ответ")
    await cast.marina.presses("5")
    # The autumn vacation and Unity Day are no school weeks.
    await stage.advance(days=24)
    assert "Получилось на уроке?" in await cast.marina.reads()
    await cast.marina.presses("Больше не спрашивать")
    await helped(stage, cast, answer="третий ответ")
    await cast.marina.presses("5")
    count = len(await cast.marina.messages())
    await stage.advance(days=30)
    assert len(await cast.marina.messages()) == count


@pytest.mark.parametrize("words", ["Спасибо!", "Благодарю вас, Ольга", "спасибо большое 🌷"])
async def test_thanks_get_a_reaction_and_reopen_nothing(
    stage: Stage, cast: Cast, words: str
) -> None:
    await helped(stage, cast)
    await cast.marina.presses("5")
    count = len(await cast.marina.messages())
    await cast.marina.sends(words)

    messages = await cast.marina.messages()
    assert len(messages) == count + 1
    calls = (await stage.get("/sim/calls?method=setMessageReaction"))["calls"]
    assert [one["status"] for one in calls] == [200]
    assert (await case(stage)).status == "closed"


async def test_a_sticker_after_the_help_gets_a_reaction(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("5")
    count = len(await cast.marina.messages())
    await stage.post("/sim/message", user_id=cast.marina.id, sticker="👍")
    await stage.quiet()

    assert len(await cast.marina.messages()) == count + 1
    assert len((await stage.get("/sim/calls?method=setMessageReaction"))["calls"]) == 1


async def test_thanks_with_a_complaint_are_no_mere_thanks(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("5")
    count = len(await cast.marina.messages())
    await cast.marina.sends("спасибо, но не помогло")
    assert len(await cast.marina.messages()) > count + 1


async def test_a_score_of_somebody_else_is_refused(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.pavel.sends("/cases")
    data = (await cast.marina.last())["keyboard"][0][0]["data"]
    answer = await stage.post(
        "/sim/press?wait=5",
        user_id=cast.pavel.id,
        data=data,
        message_id=(await cast.pavel.last())["message_id"],
    )
    await stage.quiet()
    assert answer["answer"]["alert"]
    assert await marks(stage) == []


async def test_an_old_score_button_shows_the_case_as_it_is(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    old = await cast.marina.last()
    await cast.marina.presses("Спрошу ещё")
    await cast.marina.sends("ещё вопрос")
    await cast.olga.presses("Открыть карточку")
    await answers(cast.olga, "второй ответ")

    await cast.marina.presses("1", message_id=old["message_id"])

    texts = {one["message_id"]: one.get("text", "") for one in await cast.marina.messages()}
    assert "Обращение № 1: ответ есть" in texts[old["message_id"]]
    assert await marks(stage) == []


async def test_words_about_the_obstacle_stay_with_the_case(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("4")
    await stage.advance(days=15)
    await cast.marina.presses("Не получилось")
    await cast.marina.presses("Расскажу словом, голосом")
    await cast.marina.sends("Урок отменили")

    def look(session: Session) -> list[str | None]:
        rows = session.scalars(select(DifficultyEntry).where(DifficultyEntry.kind == "obstacle"))
        return [one.text for one in rows]

    assert await stage.run(look) == ["Урок отменили"]


async def test_a_score_may_be_typed(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.sends("5")

    assert (await cast.marina.reads()).startswith("Хорошо, закрываю № 1")
    await cast.marina.sends("4")
    assert "Не знаю, куда это отнести" in await cast.marina.reads()
    assert [score for _, _, score, _, _ in await marks(stage)] == [5]


async def test_words_not_written_after_all_bring_the_reasons_back(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("1")
    await cast.marina.presses("Напишу сам текст")
    await cast.marina.presses("Отмена")

    assert "Слишком общо" in await cast.marina.buttons()
    await cast.marina.presses("Слишком общо")
    assert "Передаю вопрос дальше" in await cast.marina.reads()
    assert "Прежний ответ не помог: Слишком общо" in await cast.galina.reads()


async def test_a_reason_told_by_voice_is_not_a_buttons_label(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("1")
    await cast.marina.presses("Напишу сам текст")
    await cast.marina.sends_file("why.ogg", b"voice" * 50, kind="voice")

    assert "Прежний ответ не помог: сказано во вложении" in await cast.galina.reads()


async def test_a_case_without_a_topic_is_called_by_its_own_words(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await cast.marina.presses("4")
    await cast.marina.sends("/cases")
    assert "№ 1 · Где целое — угадывают" in await cast.marina.buttons()

    await stage.post("/sim/clock", now="2026-10-19T12:11:00+00:00")
    await stage.due()
    assert "вы спрашивали: «Где целое — угадывают» (№ 1)" in await cast.marina.reads()


async def test_a_poor_answer_is_not_passed_on_at_night(stage: Stage, cast: Cast) -> None:
    await helped(stage, cast)
    await stage.post("/sim/clock", now="2026-10-05T18:30:00+00:00")
    await cast.marina.presses("1")
    await stage.advance(hours=3)
    assert "Обращение передано вам" not in await cast.galina.reads()

    await stage.advance(hours=9)
    assert "Обращение передано вам" in await cast.galina.reads()
