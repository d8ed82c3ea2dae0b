"""«My classes»: a teacher names them, the school confirms, only then the figures open."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models.access import AuditRecord
from db.models.people import Person, RoleAssignment
from db.models.teaching import TeachingLoad
from handlers.analyses.buttons import OpenClass, OpenClasses
from handlers.teaching.buttons import DecideLoad, OpenLoads, OpenOwnClass, TakeBack, ToggleClass
from services.access import Role
from services.results import Exam
from services.teaching.classes import code_of
from tests.cast import Cast
from tests.conversations.test_analyses import joins, load, presses_signed
from tests.conversations.test_privacy import document_of
from tests.services.analysed import MATH, TASKS, exams, of_class, of_year
from tests.stage import Player, Stage

OURS = "нет или оно не ваше"


def parallel(*labels: str) -> list[Exam]:
    """The mathematics of the sixth grade, its works shared among these classes."""
    works, tasks = exams(MATH, TASKS)
    return [of_class(works, labels), tasks]


@pytest.fixture
async def three(stage: Stage, cast: Cast) -> int:
    """Three sixth classes in the results."""
    return await load(stage, cast.district.school, cast.anna, parallel("А", "Б", "В"))


async def rows(stage: Stage) -> list[TeachingLoad]:
    found: list[TeachingLoad] = await stage.run(
        lambda session: list(session.scalars(select(TeachingLoad).order_by(TeachingLoad.id)))
    )
    return found


async def names(player: Player, *classes: str) -> None:
    """Say which classes one teaches."""
    await player.sends("/classes")
    await player.presses("Назвать классы")
    for one in classes:
        await player.presses(f"6\u00a0{one}, математика")
    await player.presses("Готово")


async def teaches(stage: Stage, cast: Cast, player: Player, *classes: str) -> None:
    """Say it and have it confirmed."""
    await names(player, *classes)
    await stage.due()
    for _ in classes:
        await presses_signed(cast.anna, OpenLoads())
        buttons = await cast.anna.buttons()
        await cast.anna.presses(next(one for one in buttons if one.endswith("Да")))


async def test_a_class_opens_to_its_teacher_once_the_school_has_confirmed(
    stage: Stage, cast: Cast, three: int
) -> None:
    await cast.marina.sends("/classes")
    assert "с 1 сентября это говорят заново" in await cast.marina.reads()
    await cast.marina.presses("Назвать классы")
    assert await cast.marina.buttons() == [
        "6\u00a0А, математика",
        "6\u00a0Б, математика",
        "6\u00a0В, математика",
        "Готово",
        "‹ Назад",
    ]
    await cast.marina.presses("6\u00a0А, математика")
    assert "6\u00a0А, математика ✓" in await cast.marina.buttons()
    await cast.marina.presses("Готово")
    assert "Спросил завуча." in await cast.marina.reads()
    assert "6\u00a0А, математика, 2025/26: ждёт завуча" in await cast.marina.reads()

    await stage.advance(hours=12)
    asked = await cast.anna.reads()
    assert "1. Марина Сергеевна ведёт 6\u00a0А, математика (2025/26)?" in asked
    await cast.anna.presses("Да")
    assert "Больше никто не ждёт вашего слова." in await cast.anna.reads()

    assert "Завуч подтвердил: 6\u00a0А, математика, 2025/26." in await cast.marina.reads()
    await cast.marina.presses("Открыть показатели")
    await stage.due()
    told = await cast.marina.reads()
    assert told.splitlines()[0] == "Класс 6\u00a0А, 20 работ"
    assert "Видите только вы." in told
    assert ", паралл. 84, обл. 89" in told
    assert "Паралл. — все классы вместе." in told
    await cast.marina.presses("Дальше ›")
    await stage.due()
    assert "Страница 2 из" in await cast.marina.reads()


async def test_before_the_word_of_the_school_nothing_opens(
    stage: Stage, cast: Cast, three: int
) -> None:
    await names(cast.marina, "А")
    [load_row] = await rows(stage)

    assert OURS in await presses_signed(cast.marina, OpenOwnClass(load_row.id))
    await presses_signed(cast.anna, DecideLoad(load_row.id, False))
    assert "это не ваш класс" in await cast.marina.reads()
    assert OURS in await presses_signed(cast.marina, OpenOwnClass(load_row.id))
    await cast.marina.sends("/classes")
    assert "завуч ответил «нет»" in await cast.marina.reads()


async def test_several_teachers_are_answered_on_one_screen(
    stage: Stage, cast: Cast, three: int
) -> None:
    boris = await joins(stage, "Борис Ильич", Role.TEACHER, cast.district.school, "math")
    await names(cast.marina, "А", "Б")
    await names(boris, "В")

    asked = await presses_signed(cast.anna, OpenLoads())

    assert asked.count("ведёт") == 3
    assert (await cast.anna.buttons())[:6] == ["1 Да", "1 Нет", "2 Да", "2 Нет", "3 Да", "3 Нет"]
    await cast.anna.presses("2 Нет")
    assert "Записано, не ведёт: Марина Сергеевна — 6\u00a0Б" in await cast.anna.reads()
    assert (await cast.anna.reads()).count("ведёт 6") == 2
    trail = await stage.run(
        lambda session: list(session.scalars(select(AuditRecord.action).order_by(AuditRecord.id)))
    )
    assert trail[-1] == "load_refused"


async def test_a_single_other_class_is_never_got_by_subtraction(stage: Stage, cast: Cast) -> None:
    await load(stage, cast.district.school, cast.anna, parallel("А", "Б"))
    await teaches(stage, cast, cast.marina, "А")

    await presses_signed(cast.marina, OpenOwnClass((await rows(stage))[0].id))
    await stage.due()

    told = await cast.marina.reads()
    assert "Класс 6\u00a0А, 29 работ" in told
    assert "паралл. " not in told
    assert "по разности был бы виден класс коллеги" in told


async def test_two_own_classes_of_three_leave_no_third_to_be_got(
    stage: Stage, cast: Cast, three: int
) -> None:
    await teaches(stage, cast, cast.marina, "А", "Б")

    await presses_signed(cast.marina, OpenOwnClass((await rows(stage))[0].id))
    await stage.due()

    assert "паралл. " not in await cast.marina.reads()
    assert "по разности был бы виден класс коллеги" in await cast.marina.reads()


async def test_one_colleague_with_all_the_rest_is_not_got_either(
    stage: Stage, cast: Cast, three: int
) -> None:
    boris = await joins(stage, "Борис Ильич", Role.TEACHER, cast.district.school, "math")
    await teaches(stage, cast, boris, "Б", "В")
    await teaches(stage, cast, cast.marina, "А")
    mine = [one.id for one in await rows(stage) if one.class_label == "6А"]

    await presses_signed(cast.marina, OpenOwnClass(mine[0]))
    await stage.due()

    assert "паралл. " not in await cast.marina.reads()


async def test_all_classes_of_ones_own_are_the_parallel(stage: Stage, cast: Cast) -> None:
    await load(stage, cast.district.school, cast.anna, parallel("А", "Б"))
    await teaches(stage, cast, cast.marina, "А", "Б")

    await presses_signed(cast.marina, OpenOwnClass((await rows(stage))[0].id))
    await stage.due()

    assert "Паралл. — ваши классы вместе." in await cast.marina.reads()
    assert ", паралл. 84, обл. 89" in await cast.marina.reads()


async def test_nobody_else_opens_a_class(stage: Stage, cast: Cast, three: int) -> None:
    await teaches(stage, cast, cast.marina, "А")
    own = (await rows(stage))[0].id
    boris = await joins(stage, "Борис Ильич", Role.TEACHER, cast.district.school, "math")

    for player in (boris, cast.pavel, cast.olga, cast.galina, cast.anna):
        assert OURS in await presses_signed(player, OpenOwnClass(own)), player.name
    for player in (boris, cast.pavel, cast.olga, cast.galina, cast.marina):
        assert OURS in await presses_signed(player, DecideLoad(own, True)), player.name
        assert OURS in await presses_signed(player, OpenClasses(three)), player.name
        assert OURS in await presses_signed(player, OpenClass(three, code_of("6А"))), player.name
        assert OURS in await presses_signed(player, TakeBack(own, sure=True)), player.name


async def test_a_class_that_is_not_in_the_results_cannot_be_named(
    stage: Stage, cast: Cast, three: int
) -> None:
    assert OURS in await presses_signed(cast.marina, ToggleClass(three, code_of("6Г")))
    assert OURS in await presses_signed(cast.pavel, ToggleClass(three, code_of("6А")))
    assert OURS in await presses_signed(cast.anna, ToggleClass(three, code_of("6А")))
    assert await rows(stage) == []


async def test_nobody_confirms_a_class_of_their_own(stage: Stage, cast: Cast, three: int) -> None:
    now = stage.bot.clock.now()

    def teaches_too(session: Session) -> None:
        person = session.scalars(select(Person).where(Person.account == cast.anna.id)).one()
        person.subjects = ["math"]
        session.add(
            RoleAssignment(
                person_id=person.id,
                role=Role.TEACHER,
                scope_id=cast.district.school.id,
                granted_at=now,
            )
        )

    await stage.run(teaches_too)
    await names(cast.anna, "А")
    assert "Подтвердить пока некому" in await cast.anna.reads()
    assert "Больше никто не ждёт" in await presses_signed(cast.anna, OpenLoads())

    own = (await rows(stage))[0].id
    assert "подтверждает другой завуч или директор" in (
        await presses_signed(cast.anna, DecideLoad(own, True))
    )

    igor = await joins(stage, "Игорь", Role.DIRECTOR, cast.district.school)
    await presses_signed(igor, OpenLoads())
    await igor.presses("Да")
    assert (await rows(stage))[0].confirmed_at is not None


async def test_a_new_school_year_wants_the_word_anew(stage: Stage, cast: Cast, three: int) -> None:
    await teaches(stage, cast, cast.marina, "А")
    own = (await rows(stage))[0].id
    now: datetime = stage.bot.clock.now()
    september = datetime(now.year + (now.month >= 9), 9, 1, 9, tzinfo=now.tzinfo)

    await stage.advance(seconds=(september - now).total_seconds())

    assert OURS in await presses_signed(cast.marina, OpenOwnClass(own))
    await cast.marina.sends("/classes")
    assert "подтверждено" not in await cast.marina.reads()


async def test_a_role_or_a_confirmation_taken_back_closes_the_class(
    stage: Stage, cast: Cast, three: int
) -> None:
    await teaches(stage, cast, cast.marina, "А", "Б")
    first, second = (one.id for one in await rows(stage))
    await presses_signed(cast.anna, OpenLoads())
    await cast.anna.presses("Подтверждённые")
    assert "1. Марина Сергеевна: 6\u00a0А, математика, 2025/26" in await cast.anna.reads()

    await cast.anna.presses("1")
    assert "Снять подтверждение?" in await cast.anna.reads()
    await cast.anna.presses("Снять")
    assert OURS in await presses_signed(cast.marina, OpenOwnClass(first))

    def leaves(session: Session) -> None:
        person = session.scalars(select(Person).where(Person.account == cast.marina.id)).one()
        held = session.scalars(
            select(RoleAssignment).where(RoleAssignment.person_id == person.id)
        ).one()
        session.delete(held)

    await stage.run(leaves)
    assert OURS in await presses_signed(cast.marina, OpenOwnClass(second))


async def test_a_role_lost_while_it_is_reckoned_tells_nothing(
    stage: Stage, cast: Cast, three: int
) -> None:
    await teaches(stage, cast, cast.marina, "А")
    own = (await rows(stage))[0]
    stage.bot.jobs._stopping = True
    await presses_signed(cast.marina, OpenOwnClass(own.id))
    assert "Считаю" in await cast.marina.reads()

    await stage.run(lambda session: session.delete(session.get_one(TeachingLoad, own.id)))
    await stage.bot.stop()
    await stage.start_bot()
    await stage.due()

    assert "Эти показатели сейчас закрыты." in await cast.marina.reads()


async def test_the_school_sees_classes_only_where_two_teach_the_parallel(
    stage: Stage, cast: Cast
) -> None:
    [this] = exams(MATH)
    study = await load(
        stage, cast.district.school, cast.anna, parallel("А", "Б", "В"),
        [(2025, [of_year(this, 2025)])],
    )  # fmt: skip
    refused = await presses_signed(cast.anna, OpenClasses(study))
    assert "Не видно, что в параллели хотя бы два учителя" in refused
    await cast.anna.presses("Показать за 3 года")
    assert "Вместе 2025 и 2026" in await cast.anna.reads()
    assert OURS in await presses_signed(cast.anna, OpenClass(study, code_of("6А")))

    boris = await joins(stage, "Борис Ильич", Role.TEACHER, cast.district.school, "math")
    await teaches(stage, cast, cast.marina, "А", "Б")
    assert "Не видно" in await presses_signed(cast.anna, OpenClasses(study))
    await teaches(stage, cast, boris, "В")

    shown = await presses_signed(cast.anna, OpenClasses(study))
    assert "Классы по порядку, без мест и без имён." in shown
    assert "Марина" not in shown
    assert (await cast.anna.buttons())[:3] == ["6\u00a0А", "6\u00a0Б", "6\u00a0В"]
    await cast.anna.presses("6\u00a0Б")
    await stage.due()
    told = await cast.anna.reads()
    assert "Класс 6\u00a0Б, 19 работ" in told
    assert "Видите только вы." not in told
    assert ", паралл. 84" in told


async def test_a_single_class_is_refused_with_three_years_instead(stage: Stage, cast: Cast) -> None:
    await load(stage, cast.district.school, cast.anna, parallel("1"))
    await cast.anna.sends("/analysis")
    await cast.anna.presses("1")
    await cast.anna.presses("По классам")

    assert "В параллели один класс, поэтому разрез по классам показал бы работу одного учителя" in (
        await cast.anna.reads()
    )
    await cast.anna.presses("Показать за 3 года")
    assert "Прошлых лет с теми же умениями пока нет." in await cast.anna.reads()


async def test_a_small_class_takes_another_with_it(stage: Stage, cast: Cast) -> None:
    works, tasks = exams(MATH, TASKS)
    labels = ["А", "Б", "В"] * 19
    labels[:] = ["Г" if at < 3 else label for at, label in enumerate(labels)]
    study = await load(stage, cast.district.school, cast.anna, [of_class(works, labels), tasks])
    boris = await joins(stage, "Борис Ильич", Role.TEACHER, cast.district.school, "math")
    await teaches(stage, cast, cast.marina, "А")
    await teaches(stage, cast, boris, "Б")

    shown = await presses_signed(cast.anna, OpenClasses(study))

    assert "Не показываю, мало работ: 6\u00a0" in shown
    assert "6\u00a0Г" in shown
    assert len([one for one in await cast.anna.buttons() if one.startswith("6")]) == 2


async def test_what_was_said_is_shown_and_forgotten(stage: Stage, cast: Cast, three: int) -> None:
    await teaches(stage, cast, cast.marina, "А")
    await cast.marina.sends("/mydata")
    kept: dict[str, Any] = await document_of(stage, cast.marina)
    assert kept["classes_taught"][0]["class_label"] == "6А"
    await cast.anna.sends("/mydata")
    kept = await document_of(stage, cast.anna)
    assert kept["classes_confirmed"][0]["class_label"] == "6А"
    assert "Марина" not in json.dumps(kept["classes_confirmed"], ensure_ascii=False)

    await cast.anna.sends("/forget")
    await cast.anna.presses((await cast.anna.buttons())[0])
    assert [one.confirmed_by for one in await rows(stage)] == [None]
    await cast.marina.sends("/forget")
    await cast.marina.presses((await cast.marina.buttons())[0])

    assert (
        await stage.run(
            lambda session: session.scalar(select(func.count()).select_from(TeachingLoad))
        )
        == 0
    )
