"""The whole loop of help, from the difficulty to the lesson, on both databases."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.assistance import Difficulty, Feedback
from tests.cast import enter
from tests.conversations.albums import sends_of_album
from tests.stage import Stage


async def test_help_goes_all_the_way_round(stage_on_both: Stage) -> None:
    stage = stage_on_both
    cast = await enter(stage)
    marina, olga, galina = cast.marina, cast.olga, cast.galina
    await stage.post("/sim/clock", now="2026-10-05T08:00:00+00:00")

    await marina.sends("/ask")
    await marina.presses("Тема по предмету")
    await marina.presses("Задачи на проценты")
    await marina.presses("6")
    await sends_of_album(stage, marina, "a", "one.png")
    await sends_of_album(stage, marina, "a", "two.png")
    await stage.bot.stop()
    await stage.start_bot()
    await marina.presses("Отправить")
    assert (await marina.reads()).startswith("Принято, обращение № 1")

    await olga.presses("Взять")
    await olga.presses("Ответить")
    await olga.sends("Общий ответ")
    await olga.presses("Отправить")
    await marina.presses("2")
    await marina.presses("Слишком общо")
    assert "Галина Петровна" in await marina.reads()

    await galina.presses("Открыть целиком")
    assert "Ответ: «Общий ответ»" in await stage.transcript(galina.id)
    await galina.presses("Ответить")
    await galina.sends("Три примера")
    await galina.presses("Отправить")
    await marina.presses("4")
    await marina.sends("Спасибо!")

    await stage.post("/sim/clock", now="2026-10-19T12:20:00+00:00")
    await stage.due()
    assert "Получилось на уроке?" in await marina.reads()
    await marina.presses("Да, получилось")
    await olga.sends("/stats")
    assert "Поступило: меньше 5" in await olga.reads()

    def look(session: Session) -> tuple[list[str], list[tuple[str, int]]]:
        cases = session.scalars(select(Difficulty.status))
        marks = session.execute(select(Feedback.stage, Feedback.round).order_by(Feedback.id))
        return list(cases), [(stage, round_) for stage, round_ in marks]

    assert await stage.run(look) == (
        ["closed"],
        [("at_once", 1), ("at_once", 2), ("on_lesson", 2)],
    )
