"""/stats: what a methodologist and an observer are shown, and what is too small to show."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.assistance import Difficulty, Feedback
from services.access import Role
from tests.cast import Cast, register
from tests.stage import Player, Stage

# Thursday; the cases of the tests were reported at 10:00 in Moscow on working days before.
NOW = "2026-10-15T12:00:00+00:00"


@pytest.fixture(autouse=True)
async def thursday(stage: Stage) -> None:
    await stage.post("/sim/clock", now=NOW)


async def fill(
    stage: Stage,
    cast: Cast,
    group: str,
    n: int,
    *,
    answered_after: float | None = 4.0,
    score: int = 5,
) -> None:
    """Cases of Tuesday the 13th, answered so many hours later."""
    reported = datetime.fromisoformat("2026-10-13T07:00:00+00:00")

    def settle(session: Session) -> None:
        for _ in range(n):
            row = Difficulty(
                municipality_id=cast.district.municipality.id,
                channel="bot",
                group=group,
                item="other",
                title="",
                attachments=[],
                anonymous=False,
                subject_hidden=False,
                sensitive=False,
                status="new" if answered_after is None else "answered",
                reported_at=reported,
                due_at=reported + timedelta(days=3),
                offered=[],
                round=1,
                delayed=False,
            )
            if answered_after is not None:
                row.answered_at = reported + timedelta(hours=answered_after)
            session.add(row)
            session.flush()
            if answered_after is not None:
                session.add(
                    Feedback(
                        difficulty_id=row.id,
                        stage="at_once",
                        round=1,
                        score=score,
                        times=0,
                        at=reported + timedelta(hours=6),
                    )
                )

    await stage.run(settle)


def make_older(session: Session, n: int) -> None:
    """The first cases become cases of an earlier month of the same school year."""
    rows = session.scalars(select(Difficulty).order_by(Difficulty.id).limit(n))
    for row in rows:
        row.reported_at = datetime.fromisoformat("2026-09-03T07:00:00+00:00")


async def observer(stage: Stage, cast: Cast) -> Player:
    player = await stage.person("Вера")
    place, now = cast.district.municipality, stage.bot.clock.now()
    await stage.run(
        lambda session: register(session, player.id, "Вера Ильинична", Role.OBSERVER, place, now)
    )
    await player.starts()
    return player


async def test_counts_time_and_satisfaction_are_shown(stage: Stage, cast: Cast) -> None:
    await fill(stage, cast, "topic", 8)
    await fill(stage, cast, "lesson", 6, score=2)
    await fill(stage, cast, "pupils", 5, answered_after=None)
    await cast.olga.sends("/stats")

    text = await cast.olga.reads()
    assert "Поступило: 19" in text
    assert "Получили ответ: 14" in text
    assert "Ждут ответа: 5" in text
    assert "быстрее чем за 4 рабочих часа" in text
    assert "Ответ помог (оценки 4 и 5): 57\u00a0% (от 33 до 79), 14 ответов" in text
    await cast.olga.presses("По видам затруднений")
    groups = await cast.olga.reads()
    assert "Тема по предмету: 8" in groups
    assert "Ученики и мотивация: 5" in groups
    assert "В остальных видах: меньше 5 в каждом" in groups


async def test_what_is_below_five_is_not_shown(stage: Stage, cast: Cast) -> None:
    await fill(stage, cast, "topic", 4)
    await cast.olga.sends("/stats")

    text = await cast.olga.reads()
    assert "Поступило: меньше 5" in text
    assert "оценок меньше 5" in text
    assert "меньше, чем на 5 ответов" in text


async def test_a_small_rest_is_not_to_be_had_by_subtraction(stage: Stage, cast: Cast) -> None:
    await fill(stage, cast, "topic", 10)
    await fill(stage, cast, "lesson", 2, answered_after=None)
    vera = await observer(stage, cast)
    await vera.sends("/stats")

    text = await vera.reads()
    assert "Поступило: 12" in text
    assert "Ждут ответа: меньше 5" in text
    assert "Получили ответ: не меньше 8" in text


async def test_whoever_answers_the_cases_sees_how_many_there_are(stage: Stage, cast: Cast) -> None:
    await fill(stage, cast, "topic", 10)
    await fill(stage, cast, "lesson", 2, answered_after=None)
    await cast.olga.sends("/stats")

    text = await cast.olga.reads()
    assert "Поступило: 12" in text
    assert "Получили ответ: 10" in text
    assert "Ждут ответа: меньше 5" in text
    await cast.olga.presses("По видам затруднений")
    assert "Тема по предмету: 10" in await cast.olga.reads()
    assert "скрыто" not in await cast.olga.reads()


async def test_an_observer_is_told_why_a_figure_is_missing(stage: Stage, cast: Cast) -> None:
    await fill(stage, cast, "topic", 6)
    await fill(stage, cast, "lesson", 6)
    await stage.run(lambda session: make_older(session, 2))
    vera = await observer(stage, cast)
    await vera.sends("/stats")

    assert "Количество за 30 дней не показываю" in await vera.reads()
    assert "Поступило" not in await vera.reads()
    await vera.presses("За учебный год")
    assert "Поступило: 12" in await vera.reads()


async def test_nights_and_weekends_are_no_working_hours(stage: Stage, cast: Cast) -> None:
    # From Tuesday 10:00 to Wednesday 10:00 there are 8 hours of Tuesday and one of Wednesday.
    await fill(stage, cast, "topic", 5, answered_after=24)
    await cast.olga.sends("/stats")
    assert "быстрее чем за 9 рабочих часов" in await cast.olga.reads()


async def test_an_observer_sees_figures_and_no_case(stage: Stage, cast: Cast) -> None:
    await fill(stage, cast, "topic", 8)
    vera = await observer(stage, cast)
    await vera.sends("/stats")
    assert "Поступило: 8" in await vera.reads()
    await vera.presses("За учебный год")
    assert "с 1 сентября 2026" in await vera.reads()
    await vera.sends("/inbox")
    assert "недоступно" in await vera.reads()


async def test_a_teacher_sees_no_figures(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/stats")
    assert "недоступно" in await cast.marina.reads()
