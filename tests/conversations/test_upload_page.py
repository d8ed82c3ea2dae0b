"""Files that name people: refused in the chat, handed over on the page, shown in the chat."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select

from db.models.delivery import Outbox
from db.models.results import Study
from db.models.staff import StaffList, StaffMember
from tests.bot.upload_page_stage import (
    OGE,
    SAMPLES,
    STAFF,
    files_of,
    hands_over,
    open_stage,
    opens,
)
from tests.cast import Cast
from tests.services.results.files import changed
from tests.stage import Player, Stage

Page = tuple[Stage, Cast]


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    stage, cast = await open_stage(tmp_path / "data")
    yield stage, cast
    await stage.close()


PROTOCOL, PEOPLE = OGE.read_bytes(), STAFF.read_bytes()


async def gets_a_link(
    player: Player, content: bytes = PROTOCOL, label: str = "Получить ссылку"
) -> str:
    """Send what must not be sent, and take the way that is offered."""
    await player.sends_file("2849657.xlsx", content)
    await player.stage.due()
    await player.presses(label)
    return await link_in(player)


async def link_in(player: Player) -> str:
    message = await player.last()
    return str(next(key["url"] for row in message["keyboard"] for key in row if "url" in key))


async def test_a_file_with_names_is_refused_and_a_link_is_given(page: Page) -> None:
    stage, cast = page
    url = await gets_a_link(cast.anna)

    said = await cast.anna.reads()
    assert "15 минут" in said
    assert "Сохранятся баллы" in said
    assert url.startswith(f"{stage.web}/upload/")
    assert await cast.anna.buttons() == ["Открыть страницу", "В начало"]
    assert [one for one in await cast.anna.messages() if one.get("document")] == []


async def test_the_link_leaves_the_outbox_when_it_is_delivered(page: Page) -> None:
    stage, cast = page
    token = (await gets_a_link(cast.anna)).rpartition("/")[2]

    payloads = await stage.run(lambda session: session.scalars(select(Outbox.payload)).all())

    assert not any(token in str(payload) for payload in payloads)


async def test_what_was_read_is_shown_in_the_chat_and_loaded_by_a_word(page: Page) -> None:
    stage, cast = page
    url = await gets_a_link(cast.anna)
    await hands_over(stage, url, PROTOCOL)
    await stage.due()

    messages = [one["text"] for one in await cast.anna.messages() if one["from"]["is_bot"]]
    assert "ссылка больше не действует" in messages[-2]
    assert "ОГЭ-2026, русский язык, 9 класс" in messages[-1]
    assert "41 работа, МБОУ СОШ № 106" in messages[-1]

    await cast.anna.presses((await cast.anna.buttons())[0])
    await stage.due()
    studies = await stage.run(lambda session: session.scalars(select(Study)).all())
    assert [(one.exam, one.subject, one.grade) for one in studies] == [("ОГЭ", "russian", 9)]


async def test_a_link_nobody_used_becomes_a_button_for_a_new_one(page: Page) -> None:
    stage, cast = page
    old = await gets_a_link(cast.anna)

    await stage.advance(minutes=15)

    assert "15 минут прошли" in await cast.anna.reads()
    await cast.anna.presses("Новая ссылка")
    new = await link_in(cast.anna)
    assert (await opens(stage, old)).status == 404
    assert (await opens(stage, new)).status == 200


async def test_a_list_of_staff_gets_a_link_of_its_own(page: Page) -> None:
    stage, cast = page
    url = await gets_a_link(cast.anna, PEOPLE, "Загрузить кадры")
    assert "предметы, категория" in await cast.anna.reads()

    await hands_over(stage, url, PEOPLE)
    await stage.due()
    assert "12 человек, МБОУ СОШ № 106" in await cast.anna.reads()
    assert "Пока ничего не сохранено" in await cast.anna.reads()
    await cast.anna.presses("Сохранить")

    assert "без фамилий" in await cast.anna.reads()
    lists = await stage.run(lambda session: session.scalars(select(StaffList)).all())
    assert [one.scope_id for one in lists] == [cast.district.school.id]
    members = await stage.run(lambda session: session.scalars(select(StaffMember)).all())
    assert len(members) == 12


async def test_staff_among_results_is_sent_the_right_way(page: Page) -> None:
    stage, cast = page
    url = await gets_a_link(cast.anna)
    await hands_over(stage, url, PEOPLE)
    await stage.due()

    assert "список сотрудников" in await cast.anna.reads()
    await cast.anna.presses("Загрузить кадры")
    await hands_over(stage, await link_in(cast.anna), PROTOCOL)
    await stage.due()

    assert "протокол РЦОИ, а не список сотрудников" in await cast.anna.reads()
    assert await cast.anna.buttons() == ["Загрузить результаты", "В начало"]


async def test_a_broken_file_is_told_and_another_goes_the_same_way(page: Page) -> None:
    stage, cast = page
    url = await gets_a_link(cast.anna)
    await hands_over(stage, url, PROTOCOL[:3000])
    await stage.due()

    assert "повреждён" in await cast.anna.reads()
    await cast.anna.presses("Новая ссылка")
    assert (await opens(stage, await link_in(cast.anna))).status == 200


async def test_a_file_without_names_may_come_by_the_page_too(page: Page) -> None:
    stage, cast = page
    url = await gets_a_link(cast.anna)
    await hands_over(stage, url, (SAMPLES / "vpr_individual_math6.xlsx").read_bytes())
    await stage.due()

    assert "ВПР-2026, математика, 6 класс" in await cast.anna.reads()


async def test_without_an_address_another_way_is_told(stage: Stage, cast: Cast) -> None:
    await cast.anna.sends_file("protocol.xlsx", PROTOCOL)
    await stage.due()
    await cast.anna.presses("Получить ссылку")

    said = await cast.anna.reads()
    assert "metodbot results load" in said
    assert "8 (49139) 5-10-00" in said
    assert await cast.anna.buttons() == ["В начало"]


TABLE = "ФИО;Класс;Зад 1;Зад 2;Странное\n" + "".join(
    f"Канарейкин Иван {number};6А;1;{number % 3};{number}\n" for number in range(1, 13)
)


async def test_a_table_with_names_stays_only_until_its_columns_are_known(page: Page) -> None:
    stage, cast = page
    url = await gets_a_link(cast.anna)
    await hands_over(stage, url, TABLE.encode())
    await stage.due()
    assert "«Странное»: что в нём?" in await cast.anna.reads()
    assert len(files_of(stage)) == 1

    await cast.anna.presses("Не нужен")
    await stage.due()

    assert "Столбец" not in await cast.anna.reads()
    assert "Вопрос 2" in await cast.anna.reads()
    assert files_of(stage) == []
    assert json.dumps("Канар")[1:-1].encode() not in kept_by(stage)
    assert "Канар".encode() not in kept_by(stage)


async def test_a_table_nobody_explains_is_gone_after_an_hour(page: Page) -> None:
    stage, cast = page
    url = await gets_a_link(cast.anna)
    await hands_over(stage, url, TABLE.encode())
    await stage.due()

    await stage.advance(minutes=61)

    assert "удалён" in await cast.anna.reads()
    assert files_of(stage) == []


def kept_by(stage: Stage) -> bytes:
    return b"".join(one.read_bytes() for one in stage.directory.rglob("*") if one.is_file())


def with_a_second_exam(sheet: Worksheet) -> None:
    """The same works once more below, as another subject's."""
    for row in list(sheet.iter_rows(values_only=True)):
        title = str(row[0]).replace("01 - Русский язык", "02 - Математика")
        sheet.append([title if title != str(row[0]) else row[0], *row[1:]])


async def test_every_exam_of_a_protocol_becomes_a_study(page: Page, tmp_path: Path) -> None:
    stage, cast = page
    url = await gets_a_link(cast.anna)
    file = changed(tmp_path, with_a_second_exam, OGE)
    await hands_over(stage, url, file.read_bytes())
    await stage.due()
    assert "русский язык" in await cast.anna.reads()
    assert "математика" in await cast.anna.reads()

    await cast.anna.presses((await cast.anna.buttons())[0])
    await stage.due()

    studies = await stage.run(lambda session: session.scalars(select(Study)).all())
    assert {(one.exam, one.subject) for one in studies} == {("ОГЭ", "russian"), ("ОГЭ", "math")}
