"""A methodologist writes down a call and answers by telephone."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.assistance import Difficulty
from tests.cast import Cast
from tests.stage import Stage


@pytest.fixture(autouse=True)
async def monday(stage: Stage) -> None:
    await stage.post("/sim/clock", now="2026-10-05T08:00:00+00:00")


async def write_down(cast: Cast) -> None:
    olga = cast.olga
    await olga.sends("/call")
    assert "Из какой школы звонили?" in await olga.reads()
    await olga.presses("МБОУ СОШ № 106")
    await olga.sends("Нина Павловна")
    await olga.presses("Тема по предмету")
    await olga.sends("Математика")
    await olga.sends("Задачи на проценты")
    await olga.sends("6")
    await olga.sends("Просит примеры")


async def test_a_call_becomes_a_case_of_whoever_took_it(stage: Stage, cast: Cast) -> None:
    await write_down(cast)

    card = await cast.olga.reads()
    assert "По телефону: Нина Павловна, МБОУ СОШ № 106" in card
    assert "у вас" in card

    def look(session: Session) -> list[tuple[str, str, int | None]]:
        rows = session.scalars(select(Difficulty))
        return [(one.channel, one.status, one.reporter_id) for one in rows]

    assert await stage.run(look) == [("phone", "taken", None)]


async def test_a_call_is_answered_by_a_note_and_closed(stage: Stage, cast: Cast) -> None:
    await write_down(cast)
    await cast.olga.presses("Записать разговор")
    await cast.olga.sends("Рассказала про полоску")
    assert "Запись разговора по № 1" in await cast.olga.reads()
    await cast.olga.presses("Отправить")

    assert "Записано, № 1 закрыто" in await cast.olga.reads()
    await stage.advance(days=30)
    assert "Обещанный день" not in await stage.transcript(cast.olga.id)


async def test_a_call_left_out_name_is_fine(stage: Stage, cast: Cast) -> None:
    await cast.olga.sends("/call")
    await cast.olga.sends("Енкаевская")
    assert "не" in await cast.olga.reads()
    await cast.olga.presses("МБОУ «Енкаевская ООШ»")
    await cast.olga.presses("Пропустить")
    await cast.olga.presses("Как построить урок")
    await cast.olga.sends("Поурочное планирование")
    await cast.olga.presses("Пропустить")

    assert "По телефону: МБОУ «Енкаевская ООШ»" in await cast.olga.reads()


async def test_a_teacher_enters_no_calls(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/call")
    assert "недоступно" in await cast.marina.reads()
