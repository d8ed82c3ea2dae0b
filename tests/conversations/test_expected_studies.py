"""The calendar of studies: planned in a few taps, sent by schools, reminded of twice at most."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models.expected_studies import ExpectedSchool, ExpectedStudy
from db.models.jobs import Job, JobStatus
from db.models.people import Person, RoleAssignment
from db.models.results import Study
from services.access import Role
from services.scopes import Place
from tests.cast import Cast, register
from tests.stage import Player, Stage

# A Thursday in the morning; lessons are over at 15:10 in Moscow.
NOW = "2027-04-01T06:00:00+00:00"
CALENDAR = "Календарь исследований"
NEXT = select(func.min(Job.due_at)).where(
    Job.status == JobStatus.WAITING, Job.kind.startswith("expected_studies.")
)


@pytest.fixture(autouse=True)
async def april(stage: Stage) -> None:
    await stage.post("/sim/clock", now=NOW)


async def at(stage: Stage, moment: str) -> None:
    """Let all that the calendar plans happen by then, each at its own time."""
    end = datetime.fromisoformat(moment)
    while (now := stage.bot.clock.now()) < end:
        due = await stage.run(lambda session: session.scalar(NEXT))
        # A job that waits for its second attempt is due already: the clock must go on all the same.
        step = max(min(due or end, end) - now, timedelta(minutes=1))
        await stage.advance(seconds=min(step, end - now).total_seconds())


async def opens_calendar(player: Player) -> None:
    """By the menu, on whichever page it stands."""
    await player.sends("/menu")
    if CALENDAR not in await player.buttons():
        await player.presses("Ещё ›")
    await player.presses(CALENDAR)


async def plan_vpr(
    player: Player, *, day: str = "20.05.2027", grades: tuple[str, ...] = ("6",)
) -> None:
    """A methodologist expects ВПР in mathematics from all schools."""
    await player.sends("/calendar")
    await player.presses("Добавить")
    await player.presses("ВПР")
    await player.sends("Математика")
    for grade in grades:
        await player.presses(grade)
    await player.presses("Готово")
    await player.sends(day)
    await player.presses("Со всех школ")


async def school_sends(
    stage: Stage, school: Place, *, subject: str = "math", grade: int = 6, **more: Any
) -> None:
    """Results of a school are there, as a loaded file leaves them."""
    now = stage.bot.clock.now()
    values = {"exam": "ВПР", "occasion": "", "year": 2027, **more}
    await stage.run(
        lambda session: session.add(
            Study(
                scope_id=school.id,
                subject=subject,
                grade=grade,
                data={"parts": []},
                upload_ids=[],
                updated_at=now,
                **values,
            )
        )
    )


async def somebody(stage: Stage, name: str, role: Role, place: Place) -> Player:
    player = await stage.person(name)
    now = stage.bot.clock.now()
    await stage.run(lambda session: register(session, player.id, name, role, place, now))
    await player.starts()
    return player


async def rows(stage: Stage) -> list[ExpectedStudy]:
    found: list[ExpectedStudy] = await stage.run(
        lambda session: list(session.scalars(select(ExpectedStudy).order_by(ExpectedStudy.id)))
    )
    return found


async def since(player: Player, count: int) -> list[str]:
    """What the bot has said after so many messages."""
    said = [one for one in await player.messages() if one["from"]["is_bot"]]
    return [str(one.get("text") or one.get("caption") or "") for one in said[count:]]


async def heard(player: Player) -> int:
    return len([one for one in await player.messages() if one["from"]["is_bot"]])


async def test_a_study_is_planned_in_a_few_taps(stage: Stage, cast: Cast) -> None:
    await opens_calendar(cast.olga)
    assert "Добавьте исследование" in await cast.olga.reads()
    await cast.olga.presses("Добавить")
    await cast.olga.presses("ВПР")
    await cast.olga.presses("Математика")
    await cast.olga.presses("6")
    await cast.olga.presses("7")
    await cast.olga.presses("Готово")
    assert "29.04.2027" in await cast.olga.buttons()
    await cast.olga.presses("29.04.2027")
    await cast.olga.presses("Со всех школ")

    text = await cast.olga.reads()
    assert "Добавлено: ВПР-2027, математика, 6 и 7 классы." in text
    assert "до 29 апреля, от всех школ: 2" in text
    assert [(one.exam, one.grade, one.due_on) for one in await rows(stage)] == [
        ("ВПР", 6, "2027-04-29"),
        ("ВПР", 7, "2027-04-29"),
    ]


async def test_the_same_for_another_subject_or_grade_is_one_tap(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga)
    await cast.olga.presses("Другой предмет")
    assert "с тем же сроком и от тех же школ" in await cast.olga.reads()
    await cast.olga.presses("Русский язык")
    assert "Добавлено: ВПР-2027, русский язык, 6 класс" in await cast.olga.reads()
    await cast.olga.presses("Другой класс")
    assert "6" not in await cast.olga.buttons()
    assert "9" not in await cast.olga.buttons()
    await cast.olga.presses("8")
    assert "Добавлено: ВПР-2027, русский язык, 8 класс" in await cast.olga.reads()

    assert [(one.subject, one.grade, one.due_on) for one in await rows(stage)] == [
        ("math", 6, "2027-05-20"),
        ("russian", 6, "2027-05-20"),
        ("russian", 8, "2027-05-20"),
    ]


async def test_what_is_in_the_calendar_is_not_added_twice(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga)
    await plan_vpr(cast.olga, grades=("6", "7"))

    text = await cast.olga.reads()
    assert "Добавлено: ВПР-2027, математика, 7 класс" in text
    assert "второй раз не добавлено: ВПР-2027, математика, 6 класс" in text
    assert len(await rows(stage)) == 2


async def test_an_exam_of_one_grade_asks_for_no_grade(stage: Stage, cast: Cast) -> None:
    await cast.olga.sends("/calendar")
    await cast.olga.presses("Добавить")
    await cast.olga.presses("ОГЭ")
    await cast.olga.sends("физика")
    assert "До какого дня" in await cast.olga.reads()
    await cast.olga.sends("25.06.2027")
    await cast.olga.presses("Выбрать школы")
    await cast.olga.presses("МБОУ СОШ № 106")
    await cast.olga.presses("Готово")

    assert "ОГЭ-2027, физика, 9 класс" in await cast.olga.reads()
    assert "от выбранных школ: 1" in await cast.olga.reads()
    assert "Другой класс" not in await cast.olga.buttons()


async def test_a_wrong_day_is_asked_for_again(stage: Stage, cast: Cast) -> None:
    await cast.olga.sends("/calendar")
    for label in ("Добавить", "ВПР"):
        await cast.olga.presses(label)
    await cast.olga.sends("математика")
    await cast.olga.presses("5")
    await cast.olga.presses("Готово")
    await cast.olga.sends("в мае")
    assert "не похоже на дату" in await cast.olga.reads()
    await cast.olga.sends("20.05.2026")
    assert "уже прошёл" in await cast.olga.reads()
    await cast.olga.sends("20.05.2029")
    await cast.olga.presses("Со всех школ")
    assert "Такой срок не подойдёт" in await cast.olga.reads()
    assert await rows(stage) == []


async def test_who_has_sent_is_read_from_the_results_that_are_there(
    stage: Stage, cast: Cast
) -> None:
    await plan_vpr(cast.olga)
    await school_sends(stage, cast.district.school, year=2026)
    await school_sends(stage, cast.district.small_school, grade=7)
    await cast.olga.sends("/calendar")
    assert "ВПР, математика, 6 кл.: 0 из 2, до 20 мая" in await cast.olga.reads()

    await school_sends(stage, cast.district.school)
    await cast.olga.sends("/calendar")
    assert "ВПР, математика, 6 кл.: 1 из 2, до 20 мая" in await cast.olga.reads()
    await cast.olga.presses("1")
    assert "Прислали 1 из 2." in await cast.olga.reads()
    assert "Нет: МБОУ «Енкаевская ООШ»." in await cast.olga.reads()

    await school_sends(stage, cast.district.small_school)
    await cast.olga.presses("К календарю")
    assert "математика" not in await cast.olga.reads()
    await cast.olga.presses("Что уже прислали")
    assert "ВПР, математика, 6 кл.: прислали все" in await cast.olga.reads()


async def test_schools_are_listed_by_name_and_opened(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga)
    await school_sends(stage, cast.district.school)
    await cast.olga.sends("/calendar")
    await cast.olga.presses("По школам")

    text = await cast.olga.reads()
    assert text.index("Енкаевская ООШ»: 0 из 1") < text.index("СОШ № 106: 1 из 1")
    await cast.olga.presses("1")
    assert "ВПР, математика, 6 кл.: до 20 мая" in await cast.olga.reads()
    await cast.olga.presses("1")
    await cast.olga.presses("Не проводилось")
    assert "не проводилось: ВПР-2027, математика, 6 класс" in await cast.olga.reads()


async def test_a_study_is_moved_cancelled_and_put_back(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga)
    await cast.olga.sends("/calendar")
    await cast.olga.presses("1")
    await cast.olga.presses("Изменить срок")
    await cast.olga.sends("27.05.2027")
    assert "Ждём до 27 мая." in await cast.olga.reads()
    await cast.olga.presses("Снять")
    assert "Снято с календаря: ВПР-2027" in await cast.olga.reads()
    assert (await rows(stage))[0].cancelled_at is not None
    await cast.olga.presses("Вернуть")
    await cast.olga.presses("К календарю")
    assert "до 27 мая" in await cast.olga.reads()


async def test_what_was_added_is_undone_by_one_press(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga, grades=("6", "7"))
    await cast.olga.presses("Убрать добавленное")
    assert "Снято с календаря: ВПР-2027, математика, 6 и 7 классы" in await cast.olga.reads()
    assert all(one.cancelled_at is not None for one in await rows(stage))


async def test_an_old_button_of_a_cancelled_study_lands_on_the_calendar(
    stage: Stage, cast: Cast
) -> None:
    await plan_vpr(cast.olga)
    await cast.olga.sends("/calendar")
    old = await cast.olga.last()
    await cast.olga.sends("/calendar")
    await cast.olga.presses("1")
    await cast.olga.presses("Снять")

    answer = await cast.olga.presses("1", message_id=old["message_id"])
    assert answer is not None
    assert "в календаре уже нет" in answer["text"]


async def test_a_school_is_excused_and_counts_no_more(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga)
    await school_sends(stage, cast.district.school)
    await cast.olga.sends("/calendar")
    await cast.olga.presses("1")
    await cast.olga.presses("Где не проводилось")
    await cast.olga.presses("МБОУ «Енкаевская ООШ»")
    assert "МБОУ «Енкаевская ООШ» ✓" in await cast.olga.buttons()
    await cast.olga.presses("К исследованию")
    assert "Прислали 1 из 1." in await cast.olga.reads()
    assert "Не проводилось: МБОУ «Енкаевская ООШ»." in await cast.olga.reads()
    await cast.olga.presses("Где не проводилось")
    await cast.olga.presses("МБОУ «Енкаевская ООШ» ✓")
    await cast.olga.presses("К исследованию")
    assert "Прислали 1 из 2." in await cast.olga.reads()


async def test_a_school_is_reminded_before_and_after_and_never_again(
    stage: Stage, cast: Cast
) -> None:
    await plan_vpr(cast.olga)
    before = await heard(cast.anna)
    await at(stage, "2027-05-18T12:00:00+00:00")
    assert await since(cast.anna, before) == []
    # Two working days before Thursday the 20th, at 15:10.
    await at(stage, "2027-05-18T12:11:00+00:00")
    (first,) = await since(cast.anna, before)
    assert "ВПР-2027, математика, 6 класс: до 20 мая" in first
    assert "Если чего-то не было, отметьте" in first
    assert await cast.anna.buttons() == ["Загрузить", "Не проводилось", CALENDAR]

    await at(stage, "2027-06-20T12:00:00+00:00")
    first, second = await since(cast.anna, before)
    assert "срок был 20 мая" in second
    assert "Больше об этом не напомню" in second


async def test_the_day_moved_later_brings_no_third_reminder(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga)
    before = await heard(cast.anna)
    await at(stage, "2027-05-19T06:00:00+00:00")
    await cast.olga.sends("/calendar")
    await cast.olga.presses("1")
    await cast.olga.presses("Изменить срок")
    await cast.olga.sends("31.05.2027")
    await at(stage, "2027-07-01T12:00:00+00:00")

    assert len(await since(cast.anna, before)) == 2


async def test_one_message_reminds_of_all_studies_of_a_day(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga, grades=("6", "7", "8"))
    await school_sends(stage, cast.district.school, grade=7)
    before = await heard(cast.anna)
    await at(stage, "2027-05-18T13:00:00+00:00")

    (said,) = await since(cast.anna, before)
    assert "6 класс" in said
    assert "8 класс" in said
    assert "7 класс" not in said
    await cast.anna.presses("Не проводилось")
    await cast.anna.presses("ВПР, математика, 8 кл.")
    assert "не проводилось: ВПР-2027, математика, 8 класс" in await cast.anna.reads()
    await cast.anna.presses("Отметить ещё")
    assert "ВПР, математика, 8 кл. ✓" in await cast.anna.buttons()


async def test_whoever_has_sent_or_held_nothing_is_not_reminded(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga)
    await cast.anna.sends("/calendar")
    await cast.anna.presses("1")
    await cast.anna.presses("Не проводилось")
    before = await heard(cast.anna)
    await at(stage, "2027-06-20T12:00:00+00:00")
    assert await since(cast.anna, before) == []


async def test_a_single_press_under_a_reminder_says_it_was_not_held(
    stage: Stage, cast: Cast
) -> None:
    await plan_vpr(cast.olga)
    await at(stage, "2027-05-18T13:00:00+00:00")
    await cast.anna.presses("Не проводилось")
    assert "не проводилось: ВПР-2027, математика, 6 класс" in await cast.anna.reads()
    await cast.anna.presses("Всё-таки проводилось")
    assert "Результаты ждём" in await cast.anna.reads()


async def test_the_way_to_send_a_file_is_under_the_reminder(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga)
    await at(stage, "2027-05-18T13:00:00+00:00")
    await cast.anna.presses("Загрузить")
    assert "файл" in (await cast.anna.reads()).lower()


async def test_the_methodologist_hears_whom_to_call_where_nobody_can_be_reminded(
    stage: Stage, cast: Cast
) -> None:
    director = cast.district.small_school

    def without_the_bot(session: Session) -> None:
        person_id = register(
            session, 1, "Иван Петрович", Role.DIRECTOR, director, stage.bot.clock.now()
        )
        session.get_one(Person, person_id).account = None

    await stage.run(without_the_bot)
    await plan_vpr(cast.olga)
    before = await heard(cast.olga)
    await at(stage, "2027-05-18T13:00:00+00:00")

    (said,) = await since(cast.olga, before)
    assert "нет завуча в боте" in said
    assert "МБОУ «Енкаевская ООШ», Иван Петрович: ВПР, математика, 6 кл., до 20 мая" in said
    assert "СОШ № 106" not in said


async def test_in_the_evening_after_the_day_the_methodologist_sees_who_has_not_sent(
    stage: Stage, cast: Cast
) -> None:
    await plan_vpr(cast.olga)
    await school_sends(stage, cast.district.school)
    await at(stage, "2027-05-21T14:00:00+00:00")
    before = await heard(cast.olga)
    await at(stage, "2027-05-21T16:00:00+00:00")

    (said,) = await since(cast.olga, before)
    assert "Срок был 20 мая" in said
    assert "ВПР, математика, 6 кл.: 1 из 2. Нет: МБОУ «Енкаевская ООШ»" in said
    await cast.olga.presses("1")
    assert "Прислали 1 из 2." in await cast.olga.reads()


async def test_nothing_is_said_in_the_evening_when_all_have_sent(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga)
    for school in (cast.district.school, cast.district.small_school):
        await school_sends(stage, school)
    before = await heard(cast.olga)
    await at(stage, "2027-06-10T16:00:00+00:00")
    assert await since(cast.olga, before) == []


async def test_an_administrator_plans_own_control_for_the_own_school(
    stage: Stage, cast: Cast
) -> None:
    await opens_calendar(cast.anna)
    await cast.anna.presses("Добавить")
    await cast.anna.presses("Своё исследование")
    await cast.anna.sends("Контрольный срез, апрель")
    await cast.anna.sends("алгебра")
    await cast.anna.presses("9")
    await cast.anna.presses("Готово")
    await cast.anna.sends("15.04.2027")

    text = await cast.anna.reads()
    assert "Добавлено: «Контрольный срез, апрель», математика, 9 класс" in text
    assert "до 15 апреля" in text
    await school_sends(
        stage,
        cast.district.school,
        grade=9,
        exam="",
        occasion="Контрольный срез (апрель)",
        year=2026,
    )
    await cast.anna.presses("К календарю")
    await cast.anna.presses("Что уже прислали")
    assert "«Контрольный срез, апрель», математика, 9 кл.: прислано 1 апреля" in (
        await cast.anna.reads()
    )
    await cast.olga.sends("/calendar")
    assert "Контрольный срез" not in await cast.olga.reads()


async def test_an_administrator_sees_what_is_expected_and_cannot_change_the_day(
    stage: Stage, cast: Cast
) -> None:
    await plan_vpr(cast.olga)
    await cast.anna.sends("/calendar")
    assert "ВПР, математика, 6 кл.: до 20 мая" in await cast.anna.reads()
    await cast.anna.presses("1")
    assert "В календарь внёс: Кадомский район." in await cast.anna.reads()
    assert "Изменить срок" not in await cast.anna.buttons()
    assert "Загрузить" in await cast.anna.buttons()


async def test_a_director_plans_and_an_observer_only_looks(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga)
    director = await somebody(stage, "Семён", Role.DIRECTOR, cast.district.small_school)
    await director.sends("/calendar")
    assert "Добавить" in await director.buttons()
    assert "Загрузить" not in await director.buttons()

    vera = await somebody(stage, "Вера", Role.OBSERVER, cast.district.municipality)
    await vera.sends("/calendar")
    assert "ВПР, математика, 6 кл.: 0 из 2" in await vera.reads()
    assert "Добавить" not in await vera.buttons()
    await vera.presses("1")
    assert await vera.buttons() == ["К календарю", "В начало"]


async def test_a_teacher_has_no_calendar(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/calendar")
    assert "недоступно" in await cast.marina.reads()


async def test_a_role_taken_away_stops_an_old_button(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga)
    await cast.olga.sends("/calendar")
    await cast.olga.presses("1")

    def dismiss(session: Session) -> None:
        for one in session.scalars(
            select(RoleAssignment).where(RoleAssignment.role == Role.METHODOLOGIST)
        ):
            one.role = Role.TEACHER

    await stage.run(dismiss)
    await cast.olga.presses("Снять")
    assert "недоступно" in await cast.olga.reads()
    assert (await rows(stage))[0].cancelled_at is None


async def test_the_plan_survives_a_restart(stage: Stage, cast: Cast) -> None:
    await plan_vpr(cast.olga)
    before = await heard(cast.anna)
    await stage.bot.stop()
    await stage.start_bot()
    await at(stage, "2027-05-18T13:00:00+00:00")
    assert len(await since(cast.anna, before)) == 1


async def reminders(stage: Stage) -> list[int]:
    def look(session: Session) -> list[int]:
        asked = select(ExpectedSchool.reminders).order_by(ExpectedSchool.id)
        return list(session.scalars(asked))

    found: list[int] = await stage.run(look)
    return found


async def test_a_bot_that_was_away_reminds_at_the_next_allowed_hour(
    stage: Stage, cast: Cast
) -> None:
    await plan_vpr(cast.olga)
    before = await heard(cast.anna)
    # It wakes up in the night after the day of the reminder.
    await stage.advance(days=47, hours=14)
    assert await since(cast.anna, before) == []
    assert await reminders(stage) == [0, 0]
    await at(stage, "2027-05-19T13:00:00+00:00")
    assert len(await since(cast.anna, before)) == 1
