"""The staff dashboard: what a school and a municipality are told, in words, picture and table."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from sqlalchemy.orm import Session

from db.models.people import RoleAssignment
from db.models.scopes import ScopeLevel
from db.models.staff import StaffList, StaffMember
from services.access import Role
from services.scopes import Place, add_scope
from tests.cast import Cast, register
from tests.stage import Player, Stage

NOW = "2026-10-15T07:00:00+00:00"
MENU = "Кадры: общая картина"


@pytest.fixture(autouse=True)
async def october(stage: Stage) -> None:
    await stage.post("/sim/clock", now=NOW)


async def has_staff(
    stage: Stage, school: Place, *groups: tuple[int, dict[str, Any]], days_ago: int = 30
) -> None:
    """A school's list: so many people of each kind."""
    sent = stage.bot.clock.now() - timedelta(days=days_ago)

    def settle(session: Session) -> None:
        row = StaffList(scope_id=school.id, sent_at=sent)
        session.add(row)
        session.flush()
        for people, values in groups:
            kind: dict[str, Any] = {"subjects": [], **values}
            session.add_all(StaffMember(list_id=row.id, **kind) for _ in range(people))

    await stage.run(settle)


HIGHEST = {
    "subjects": ["math"],
    "category": "highest",
    "experience": 25,
    "last_course_on": "2026-03-01",
}
FIRST = {
    "subjects": ["russian"],
    "category": "first",
    "experience": 15,
    "last_course_on": "2021-03-01",
    "category_until": "2027-03-01",
}
NONE = {"subjects": ["physics"], "category": "none", "experience": 1}


async def two_schools(stage: Stage, cast: Cast) -> None:
    await has_staff(stage, cast.district.school, (8, HIGHEST), (7, FIRST), (6, NONE))
    await has_staff(stage, cast.district.small_school, (6, HIGHEST), (9, FIRST), (5, NONE))


async def document(stage: Stage, player: Player) -> bytes:
    file_id = (await player.last())["document"]["file_id"]
    assert stage._http is not None
    async with stage._http.get(f"{stage.url}/sim/file/{file_id}") as answer:
        return await answer.read()


async def comes(stage: Stage, player: Player, kind: str) -> dict[str, Any]:
    """The next message of this kind that a job sends."""
    for _ in range(40):
        await stage.due()
        message = await player.last()
        if kind in message:
            return message
    raise AssertionError(f"no {kind} came")


async def test_a_methodologist_sees_the_municipality_in_words(stage: Stage, cast: Cast) -> None:
    await two_schools(stage, cast)
    await cast.olga.sends("/menu")
    if MENU not in await cast.olga.buttons():
        await cast.olga.presses("Ещё ›")
    await cast.olga.presses(MENU)

    text = await cast.olga.reads()
    assert "Педагогов: 41, школ со списком: 2." in text
    assert "Категория: высшая — 14, первая — 16, без категории — 11." in text
    assert "Аттестация: срок выходит за год — 16." in text
    assert "Стаж: до 3 лет — 11, 10–20 лет — 16, больше 20 лет — 14" in text
    assert "Последние курсы: за последние 3 года — 14, старше 3 лет — 16, не указаны — 11." in text
    assert "Список от 15 сентября 2026" in text
    await cast.olga.presses("По предметам")
    subjects = await cast.olga.reads()
    assert "Математика: 14 учителей" in subjects
    assert "Физика: 11 учителей" in subjects


async def test_schools_are_listed_by_name_and_opened(stage: Stage, cast: Cast) -> None:
    await two_schools(stage, cast)
    await cast.olga.sends("/staff")
    await cast.olga.presses("По школам")
    text = await cast.olga.reads()
    assert text.index("Енкаевская ООШ»: 20") < text.index("СОШ № 106: 21")
    await cast.olga.presses("2")
    assert "Категория: высшая — 8, первая — 7" in await cast.olga.reads()
    await cast.olga.presses("К школам")
    assert "кадры школ" in await cast.olga.reads()


async def test_a_small_school_shows_its_count_and_says_why(stage: Stage, cast: Cast) -> None:
    await has_staff(stage, cast.district.school, (4, HIGHEST))
    await cast.anna.sends("/staff")

    text = await cast.anna.reads()
    assert "Педагогов: 4." in text
    assert "Коллектив небольшой, поэтому показываю только общее число" in text
    assert "высшая" not in text
    assert await cast.anna.buttons() == ["Загрузить кадры", "В начало"]


async def test_groups_too_small_alone_are_put_together(stage: Stage, cast: Cast) -> None:
    await has_staff(stage, cast.district.school, (2, HIGHEST), (4, FIRST), (6, NONE))
    await cast.anna.sends("/staff")

    text = await cast.anna.reads()
    assert "Категория: высшая или первая — 6, остальные — 6." in text
    assert "Остальное скрыто" in text


async def test_the_age_of_a_list_is_said(stage: Stage, cast: Cast) -> None:
    await has_staff(stage, cast.district.school, (8, HIGHEST), (7, FIRST), days_ago=400)
    await cast.anna.sends("/staff")
    assert "Список от 10 сентября 2025" in await cast.anna.reads()
    assert "больше года" in await cast.anna.reads()
    await cast.olga.sends("/staff")
    assert "Без списка: МБОУ «Енкаевская ООШ»" in await cast.olga.reads()


async def test_without_a_list_the_way_to_load_one_is_shown(stage: Stage, cast: Cast) -> None:
    await cast.anna.sends("/staff")
    assert "Списка кадров пока нет" in await cast.anna.reads()
    assert "защищённой странице" in await cast.anna.reads()
    assert await cast.anna.buttons() == ["Загрузить кадры", "В начало"]


async def test_the_picture_comes_in_light_and_dark(stage: Stage, cast: Cast) -> None:
    await two_schools(stage, cast)
    await cast.olga.sends("/staff")
    answer = await cast.olga.presses("Картинкой")
    assert answer is not None
    assert "Рисую" in answer["text"]
    light = await comes(stage, cast.olga, "photo")
    assert light["photo"]["width"] == 1080
    await cast.olga.presses("На тёмном фоне")
    for _ in range(40):
        await stage.due()
        if "На светлом фоне" in await cast.olga.buttons():
            break
    dark = await cast.olga.last()
    assert dark["photo"]["file_id"] != light["photo"]["file_id"]
    await cast.olga.presses("К общей картине")
    assert "Педагогов: 41" in await cast.olga.reads()


async def test_the_table_holds_what_the_words_hold(stage: Stage, cast: Cast) -> None:
    await two_schools(stage, cast)
    await cast.olga.sends("/staff")
    await cast.olga.presses("Таблицей")
    message = await comes(stage, cast.olga, "document")
    assert message["document"]["name"] == "кадры-2026-10-15.xlsx"

    book = openpyxl.load_workbook(io.BytesIO(await document(stage, cast.olga)))
    assert book.sheetnames == ["Таблицы", "Предметы", "Школы"]
    rows = [tuple(cell.value for cell in row) for row in book["Школы"].iter_rows()]
    column = rows[0].index("Категория: высшая")
    by_name = {row[0]: row for row in rows[1:]}
    assert by_name["Кадомский район"][column] == 14
    assert by_name["МБОУ СОШ № 106"][column] == 8


async def test_an_observer_looks_and_loads_nothing(stage: Stage, cast: Cast) -> None:
    await two_schools(stage, cast)
    vera = await stage.person("Вера")
    place, now = cast.district.municipality, stage.bot.clock.now()
    await stage.run(lambda session: register(session, vera.id, "Вера", Role.OBSERVER, place, now))
    await vera.starts()
    await vera.sends("/staff")
    assert "Педагогов: 41" in await vera.reads()
    assert "Загрузить кадры" not in await vera.buttons()


async def test_an_observer_of_the_region_chooses_a_municipality(stage: Stage, cast: Cast) -> None:
    await two_schools(stage, cast)
    vera = await stage.person("Вера")
    region, now = cast.district.region, stage.bot.clock.now()

    def settle(session: Session) -> None:
        register(session, vera.id, "Вера", Role.OBSERVER, region, now)
        add_scope(session, ScopeLevel.MUNICIPALITY, "Сасовский район", parent=region)

    await stage.run(settle)
    await vera.starts()
    await vera.sends("/staff")
    assert "Кадры какого района" in await vera.reads()
    assert "1. Кадомский муниципальный район" in await vera.reads()
    await vera.presses("1")
    assert "Педагогов: 41" in await vera.reads()


async def test_a_teacher_sees_no_staff(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/staff")
    assert "недоступно" in await cast.marina.reads()


async def test_a_role_taken_away_stops_old_buttons_and_ordered_pictures(
    stage: Stage, cast: Cast
) -> None:
    await two_schools(stage, cast)
    await cast.olga.sends("/staff")

    def dismiss(session: Session) -> None:
        for one in session.query(RoleAssignment).filter_by(role=Role.METHODOLOGIST):
            one.role = Role.TEACHER

    await stage.run(dismiss)
    await cast.olga.presses("Картинкой")
    assert "недоступно" in await cast.olga.reads()
