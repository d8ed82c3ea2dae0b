"""A newer file replaces the older one after a question; who saw other figures hears of it once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.people import Person, RoleAssignment
from db.models.results import FindingVote, StudyVersion, Summary, SummaryReader
from services.access import Role
from tests.cast import Cast, register
from tests.conversations.test_results import (
    SEND,
    TASKS,
    count,
    group,
    loads,
    sends,
    uploads,
)
from tests.services.results.files import MATH, changed
from tests.stage import Player, Stage

__all__ = ["group"]

REPLACE = "Заменить"


def better_at_percents(sheet: Worksheet) -> None:
    for row in range(20, 50):
        sheet[f"Q{row}"] = 2


def one_work_less(sheet: Worksheet) -> None:
    sheet.delete_rows(40)
    for row in sheet.iter_rows():
        if "Кол-во участников" in str(row[0].value):
            row[0].value = str(row[0].value).replace("58", "57")


def the_same_figures(sheet: Worksheet) -> None:
    sheet["A2"] = "Скачано ещё раз"


async def replaces(player: Player, folder: Path, change: Callable[[Worksheet], None]) -> None:
    """Send a changed file and agree to everything."""
    await sends(player, changed(folder, change))
    await player.presses(SEND)
    await player.presses(REPLACE)


async def opens_the_table(player: Player, group: int) -> None:
    message = next(one for one in await player.messages(group) if one.get("keyboard"))
    await player.starts(message["keyboard"][-1][1]["url"].partition("start=")[2])


async def posts(player: Player, group: int) -> list[str]:
    """What the bot has said in the group."""
    said = [one for one in await player.messages(group) if one["from"]["is_bot"]]
    return [one.get("text") or one.get("caption", "") for one in said]


async def test_a_newer_file_asks_before_it_replaces(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    await loads(cast.anna, MATH)

    said = await sends(cast.anna, changed(tmp_path, better_at_percents))
    assert "Заменит прежний файл, присланный сегодня" in said
    await cast.anna.presses(SEND)

    said = await cast.anna.reads()
    assert said.startswith("Заменить прежний файл от ")
    assert "ВПР-2026, математика, 6 класс" in said
    assert "Работ: было 58, станет 58. Изменятся:" in said
    assert "• задание 11: 16\u00a0% → 63\u00a0%" in said
    assert await cast.anna.buttons() == [REPLACE, "Оставить прежний", "‹ Назад"]
    assert await count(stage, StudyVersion, Summary) == (0, 1)


async def test_the_old_file_may_stay(stage: Stage, cast: Cast, group: int, tmp_path: Path) -> None:
    await loads(cast.anna, MATH)
    await sends(cast.anna, changed(tmp_path, better_at_percents))
    await cast.anna.presses(SEND)

    await cast.anna.presses("‹ Назад")
    assert "Пока ничего не сохранено." in await cast.anna.reads()
    await cast.anna.presses(SEND)
    await cast.anna.presses("Оставить прежний")

    assert "Отменено" in await cast.anna.reads()
    assert [one.status for one in await uploads(stage)] == ["confirmed", "dropped"]
    assert await count(stage, StudyVersion, Summary) == (0, 1)


async def test_what_was_replaced_stays_in_the_history(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    await loads(cast.anna, MATH)
    await replaces(cast.anna, tmp_path, better_at_percents)

    def history(session: Session) -> list[Any]:
        found = session.scalars(select(StudyVersion))
        return [([part["upload_id"] for part in v.data["parts"]], v.replaced_by) for v in found]

    assert await stage.run(history) == [([1], 2)]


async def test_a_replacement_pressed_after_another_came_between_asks_anew(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    await loads(cast.anna, MATH)
    (tmp_path / "a").mkdir()
    await sends(cast.anna, changed(tmp_path / "a", better_at_percents))
    await cast.anna.presses(SEND)
    question = await cast.anna.last()
    yes = question["keyboard"][0][0]["data"]
    await replaces(cast.olga, tmp_path, one_work_less)

    await stage.post(
        "/sim/press", user_id=cast.anna.id, message_id=question["message_id"], data=yes
    )
    await stage.quiet()

    said = next(
        one["text"]
        for one in await cast.anna.messages()
        if one["message_id"] == question["message_id"]
    )
    assert "Работ: было 57, станет 58." in said
    assert await count(stage, StudyVersion) == (1,)


async def test_the_group_hears_the_difference_in_one_short_post(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    await loads(cast.anna, MATH, TASKS)
    await cast.marina.presses("1 В план", chat_id=group)

    await replaces(cast.anna, tmp_path, better_at_percents)

    said = await posts(cast.marina, group)
    assert len(said) == 2
    assert said[1].startswith("Исправление: ВПР-2026, математика, 6 класс")
    assert "проценты (№ 11, П): было 16\u00a0%, стало 63\u00a0%, больше не среди трудных" in said[1]
    assert "photo" not in await cast.marina.last(group)
    assert "исправление отправлено в группу" in await cast.anna.reads()


async def test_votes_on_other_findings_stand_and_old_buttons_go_on(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    await loads(cast.anna, MATH)
    old = (await cast.marina.last(group))["message_id"]
    await cast.marina.presses("2 Помощь", chat_id=group)
    await replaces(cast.anna, tmp_path, better_at_percents)

    answer = await cast.anna.presses("2 В план", chat_id=group, message_id=old)

    assert answer is not None
    assert "в план 1, не наше 0, помощь 1" in answer["text"]


async def test_a_finding_that_came_is_voted_on_under_the_correction(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    def worse_at_the_first(sheet: Worksheet) -> None:
        header = next(row for row in sheet.iter_rows() if row[0].value == "ОО")
        column = next(n for n, cell in enumerate(header, 1) if str(cell.value).startswith("1 "))
        top = int(header[0].row or 0)
        for row in range(top + 2, top + 60):
            sheet.cell(row, column).value = 0

    await loads(cast.anna, MATH)
    await replaces(cast.anna, tmp_path, worse_at_the_first)

    message = await cast.marina.last(group)
    assert "теперь среди трудных" in message["text"]
    first = message["keyboard"][0][0]["text"]
    assert first.endswith("В план")
    await cast.marina.presses(first, chat_id=group)
    votes = await stage.run(lambda session: list(session.scalars(select(FindingVote.choice))))
    assert votes == ["plan"]


async def test_nobody_is_disturbed_when_nothing_they_saw_has_changed(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    await loads(cast.anna, MATH)
    await opens_the_table(cast.marina, group)
    before = await cast.marina.messages()

    await sends(cast.anna, changed(tmp_path, the_same_figures))
    await cast.anna.presses(SEND)
    assert "Доли и отметки остаются те же." in await cast.anna.reads()
    await cast.anna.presses(REPLACE)
    await stage.advance(hours=30)

    assert len(await posts(cast.marina, group)) == 1
    assert len(await cast.marina.messages()) == len(before)


async def test_a_work_less_is_said_even_where_the_percents_stay(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    await loads(cast.anna, MATH)
    await replaces(cast.anna, tmp_path, one_work_less)

    assert "Работ было 58, стало 57." in (await posts(cast.marina, group))[-1]


async def test_who_opened_the_figures_in_private_gets_the_difference_once(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    await loads(cast.anna, MATH)
    await opens_the_table(cast.marina, group)
    await opens_the_table(cast.marina, group)
    assert await count(stage, SummaryReader) == (1,)

    await replaces(cast.anna, tmp_path, better_at_percents)
    await stage.advance(days=3)

    said = [one.get("text", "") for one in await cast.marina.messages()]
    told = [one for one in said if one.startswith("Исправление:")]
    assert len(told) == 1
    assert "Вы открывали эти цифры" in told[0]
    assert "было 16\u00a0%, стало 63\u00a0%" in told[0]
    await cast.marina.presses("Открыть таблицу")
    assert "Доля баллов" in await cast.marina.reads()
    pavel = [one.get("text", "") for one in await cast.pavel.messages()]
    assert not any("Исправление" in one for one in pavel)


async def test_who_loaded_the_newer_file_is_not_told_of_it(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    await loads(cast.anna, MATH)
    await cast.anna.presses("Открыть таблицу")
    await replaces(cast.anna, tmp_path, better_at_percents)
    await stage.advance(days=3)

    said = [one.get("text", "") for one in await cast.anna.messages()]
    assert not any(one.startswith("Исправление:") for one in said)


async def test_who_has_left_the_school_hears_nothing_of_it(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    await loads(cast.anna, MATH)
    await opens_the_table(cast.marina, group)

    def leave(session: Session) -> None:
        person = session.scalars(select(Person).where(Person.account == cast.marina.id)).one()
        role = session.scalars(
            select(RoleAssignment).where(RoleAssignment.person_id == person.id)
        ).one()
        role.scope_id = cast.district.small_school.id

    await stage.run(leave)
    await replaces(cast.anna, tmp_path, better_at_percents)
    await stage.advance(days=3)

    said = [one.get("text", "") for one in await cast.marina.messages()]
    assert not any(one.startswith("Исправление:") for one in said)


async def test_a_reader_is_shown_in_the_own_data_and_forgotten_on_wish(
    stage: Stage, cast: Cast, group: int
) -> None:
    await loads(cast.anna, MATH)
    await opens_the_table(cast.marina, group)

    def read(session: Session) -> str:
        from services.people.privacy import kept
        from services.people.reach import actor_of
        from services.work import Work

        actor = actor_of(session, cast.marina.id, name="", language="ru")
        return kept(Work(session, stage.bot.clock.now(), actor)).document

    assert '"figures_opened": [\n    {\n      "summary_id": 1' in await stage.run(read)

    await cast.marina.sends("/forget")
    await cast.marina.presses((await cast.marina.buttons())[0])
    assert await count(stage, SummaryReader) == (0,)


async def test_a_correction_outlives_a_crash_and_comes_once(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    await loads(cast.anna, MATH)
    await sends(cast.anna, changed(tmp_path, better_at_percents))
    await cast.anna.presses(SEND)
    stage.bot.jobs._stopping = True
    await cast.anna.presses(REPLACE)

    await stage.bot.stop()
    await stage.start_bot()
    await stage.due()

    said = await posts(cast.marina, group)
    assert [one.startswith("Исправление:") for one in said] == [False, True]


async def test_reports_that_disagree_are_named_before_they_are_loaded(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    await loads(cast.anna, TASKS)

    said = await sends(cast.anna, changed(tmp_path, better_at_percents))

    assert (
        "Отчёты этого исследования расходятся: задание 11 — 63\u00a0%, "
        "а в отчёте «Выполнение заданий» — 16\u00a0%." in said
    )


async def test_a_district_replaces_many_schools_with_one_question(
    stage: Stage, cast: Cast, tmp_path: Path
) -> None:
    from tests.conversations.test_results import give_schools
    from tests.services.results.files import RUSSIAN

    await give_schools(stage, cast)
    await sends(cast.olga, RUSSIAN)
    await cast.olga.presses(SEND)

    def fewer(sheet: Worksheet) -> None:
        sheet.delete_rows(20)

    await sends(cast.olga, changed(tmp_path, fewer, RUSSIAN))
    await cast.olga.presses(SEND)

    assert "Работ: было 74, станет 73." in await cast.olga.reads()
    assert "3 школы" in await cast.olga.reads()
    await cast.olga.presses(REPLACE)
    assert await count(stage, StudyVersion) == (4,)


@pytest.mark.parametrize("role", [Role.TEACHER])
async def test_a_colleague_who_never_opened_the_table_is_left_in_peace(
    stage: Stage, cast: Cast, group: int, tmp_path: Path, role: Role
) -> None:
    other = await stage.person("Инна")
    now = stage.bot.clock.now()
    await stage.run(
        lambda session: register(session, other.id, "Инна", role, cast.district.school, now)
    )
    await other.starts()
    await loads(cast.anna, MATH)
    await replaces(cast.anna, tmp_path, better_at_percents)
    await stage.advance(days=3)

    said = [one.get("text", "") for one in await other.messages()]
    assert not any("Исправление" in one for one in said)


def test_the_sample_has_the_rows_these_tests_change() -> None:
    sheet = openpyxl.load_workbook(MATH).worksheets[0]

    assert sheet["Q8"].value == "11 (2б)"
