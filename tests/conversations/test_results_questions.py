"""What a file does not say is asked in the chat: one question a screen, nothing kept meanwhile."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.people import Person, RoleAssignment
from db.models.results import Study, Summary, Upload
from db.models.scopes import ScopeLevel
from services.access import Role
from services.scopes import add_scope
from tests.cast import Cast
from tests.conversations.result_tables import Rows, csv_of_windows, works, xlsx
from tests.conversations.test_results import (
    SEND,
    count,
    give_schools,
    group,
    sends,
    stored,
    uploads,
)
from tests.services.results.files import SAMPLES
from tests.stage import Player, Stage

__all__ = ["group"]

FORM = SAMPLES / "form_english8.xlsx"
OLYMPIAD = SAMPLES / "vsosh_municipal_2026.csv"
BACK = "‹ Назад"


async def studies(stage: Stage) -> list[tuple[Any, ...]]:
    """Exam, occasion, year, subject and grade of all that is kept."""

    def read(session: Session) -> list[tuple[Any, ...]]:
        found = session.scalars(select(Study).order_by(Study.id))
        return [(s.exam, s.occasion, s.year, s.subject, s.grade) for s in found]

    kept: list[tuple[Any, ...]] = await stage.run(read)
    return kept


async def test_a_collection_form_is_loaded_after_two_taps(stage: Stage, cast: Cast) -> None:
    said = await sends(cast.anna, FORM)

    assert "«Форма сбора результатов», 24 работы" in said
    assert "За какой год эти результаты?" in said
    assert "Вопрос 1 из 2. Пока ничего не сохранено." in said
    assert await cast.anna.buttons() == ["2026", "2025", "2024", "Отмена"]
    await cast.anna.presses("2026")
    assert "По какому предмету?" in await cast.anna.reads()
    await cast.anna.presses("английский язык")

    assert "ВПР-2026, английский язык, 8 класс" in await cast.anna.reads()
    assert await count(stage, Study) == (0,)
    await cast.anna.presses(SEND)
    assert await studies(stage) == [("ВПР", "", 2026, "english", 8)]
    assert [one.answers for one in await uploads(stage)] == [
        {"year": "2026", "subject": "английский язык"}
    ]


async def test_all_questions_stand_in_one_message(stage: Stage, cast: Cast) -> None:
    await sends(cast.anna, FORM)
    first = (await cast.anna.last())["message_id"]

    await cast.anna.presses("2026")
    await cast.anna.presses("английский язык")

    assert (await cast.anna.last())["message_id"] == first


async def test_the_last_answer_may_be_taken_back_even_from_the_preview(
    stage: Stage, cast: Cast
) -> None:
    await sends(cast.anna, FORM)
    await cast.anna.presses("2025")
    await cast.anna.presses("английский язык")
    assert "ВПР-2025" in await cast.anna.reads()

    await cast.anna.presses(BACK)
    assert "По какому предмету?" in await cast.anna.reads()
    await cast.anna.presses(BACK)
    assert "За какой год" in await cast.anna.reads()
    assert BACK not in await cast.anna.buttons()

    await cast.anna.presses("2026")
    await cast.anna.sends("Английский")
    assert "ВПР-2026, английский язык, 8 класс" in await cast.anna.reads()


async def test_more_subjects_stand_on_the_next_page(stage: Stage, cast: Cast) -> None:
    await sends(cast.anna, FORM)
    await cast.anna.presses("2026")

    await cast.anna.presses("Дальше ›")

    assert "Страница 2 из" in await cast.anna.reads()
    assert "биология" in f"{await cast.anna.reads()} {await cast.anna.buttons()}"
    assert "литературное чтение" not in await cast.anna.reads()


async def test_cancelling_a_question_leaves_nothing(stage: Stage, cast: Cast) -> None:
    await sends(cast.anna, FORM)
    await cast.anna.presses("2026")

    await cast.anna.presses("Отмена")

    assert "Отменено: файл удалён, ничего не сохранено." in await cast.anna.reads()
    assert [(one.status, one.parsed) for one in await uploads(stage)] == [("dropped", None)]
    assert stored(stage) == set()


async def test_an_old_answer_of_a_decided_file_does_nothing(stage: Stage, cast: Cast) -> None:
    await sends(cast.anna, FORM)
    message = await cast.anna.last()
    year = message["keyboard"][1][0]["data"]
    await cast.anna.presses("2026")
    await cast.anna.presses("английский язык")
    await cast.anna.presses(SEND)

    await stage.post(
        "/sim/press", user_id=cast.anna.id, message_id=message["message_id"], data=year
    )
    await stage.quiet()

    said = [one.get("text", "") for one in await cast.anna.messages()]
    assert any("Этот файл уже загружен." in one for one in said)
    assert [year for _, _, year, _, _ in await studies(stage)] == [2026]


async def test_an_answer_pressed_again_changes_the_one_given(stage: Stage, cast: Cast) -> None:
    await sends(cast.anna, FORM)
    message = await cast.anna.last()
    other = message["keyboard"][1][0]["data"]
    await cast.anna.presses("2026")

    await stage.post(
        "/sim/press", user_id=cast.anna.id, message_id=message["message_id"], data=other
    )
    await stage.quiet()
    await cast.anna.presses("английский язык")

    assert "ВПР-2025, английский язык" in await cast.anna.reads()


async def test_an_old_confirmation_of_a_file_that_asks_again_shows_the_question(
    stage: Stage, cast: Cast
) -> None:
    await sends(cast.anna, FORM)
    await cast.anna.presses("2026")
    await cast.anna.presses("английский язык")
    message = await cast.anna.last()
    confirm = message["keyboard"][0][0]["data"]
    await cast.anna.presses(BACK)

    await stage.post(
        "/sim/press", user_id=cast.anna.id, message_id=message["message_id"], data=confirm
    )
    await stage.quiet()

    assert "По какому предмету?" in await cast.anna.reads()
    assert await count(stage, Study) == (0,)


async def test_answers_survive_a_crash(stage: Stage, cast: Cast) -> None:
    await sends(cast.anna, FORM)
    await cast.anna.presses("2026")

    await stage.bot.stop()
    await stage.start_bot()
    await cast.anna.presses("английский язык")

    assert "ВПР-2026, английский язык, 8 класс" in await cast.anna.reads()


async def test_words_that_are_no_answer_are_said_so_and_the_file_waits(
    stage: Stage, cast: Cast
) -> None:
    await sends(cast.anna, FORM)
    await cast.anna.presses("2026")

    await cast.anna.sends("8")
    assert "Предмет не понят." in await cast.anna.reads()
    assert "Файл цел и ждёт." in await cast.anna.reads()

    await cast.anna.sends("английский язык")
    assert "ВПР-2026, английский язык" in await cast.anna.reads()


async def test_a_question_about_teachers_is_not_taken_for_a_subject(
    stage: Stage, cast: Cast
) -> None:
    await sends(cast.anna, FORM)
    await cast.anna.presses("2026")

    await cast.anna.sends("покажи впр по учителям")

    assert "Результаты по отдельным учителям не показываю" in await cast.anna.reads()


async def test_words_of_others_stay_what_they_are(stage: Stage, cast: Cast) -> None:
    await sends(cast.anna, FORM)
    await cast.anna.presses("2026")

    await cast.marina.sends("английский язык")

    assert "ВПР-2026" not in await cast.marina.reads()
    assert "По какому предмету?" in await cast.anna.reads()


async def test_a_protocol_of_an_olympiad_lacks_only_its_year(
    stage: Stage, cast: Cast, group: int
) -> None:
    await give_schools(stage, cast)

    assert "За какой год эти результаты?" in await sends(cast.anna, OLYMPIAD)
    await cast.anna.presses("2026")

    said = await cast.anna.reads()
    assert "ВсОШ-2026, математика, 7 класс" in said
    assert "протокол олимпиады: 8 работ, МБОУ СОШ № 106" in said
    assert "Строки других школ" in said
    assert "Выполнение заданий" not in said
    await cast.anna.presses(SEND)
    assert await studies(stage) == [("ВсОШ", "", 2026, "math", 7)]


async def test_a_table_with_an_unknown_column_is_explained_and_read_anew(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    rows: Rows = [
        ["Контрольный срез, декабрь"],
        [],
        ["Код", "Класс", "1", "2", "3", "Итог за четверть"],
        *works(24, 3, 4),
    ]

    said = await sends(cast.anna, xlsx(tmp_path, rows))
    assert "Столбец F «Итог за четверть»: что в нём?" in said
    assert {"Балл за задание", "Сумма баллов", "Не нужен"} <= {*await cast.anna.buttons()}
    await cast.anna.presses("Не нужен")

    assert "Как называется работа?" in await cast.anna.reads()
    await cast.anna.presses("Контрольный срез, декабрь")
    await cast.anna.presses("2026")
    await cast.anna.presses("математика")
    assert "Контрольный срез, декабрь, 2026, математика, 7 класс" in await cast.anna.reads()
    assert "В файле таблица результатов: 24 работы, МБОУ СОШ № 106" in await cast.anna.reads()

    await cast.anna.presses(SEND)
    assert await studies(stage) == [("", "Контрольный срез, декабрь", 2026, "math", 7)]
    assert "Контрольный срез, декабрь, 2026, математика, 7 класс. 24 участника" in (
        await cast.marina.reads(group)
    )


async def test_a_column_may_be_explained_otherwise_after_the_table_was_read(
    stage: Stage, cast: Cast, tmp_path: Path
) -> None:
    rows: Rows = [["Код", "Класс", "1", "2", "3", "Итог за четверть"], *works(24, 3, 4)]
    await sends(cast.anna, xlsx(tmp_path, rows))
    await cast.anna.presses("Не нужен")
    assert "Как называется работа?" in await cast.anna.reads()

    await cast.anna.presses(BACK)

    assert "Столбец F «Итог за четверть»: что в нём?" in await cast.anna.reads()
    await cast.anna.presses("Отметка")
    assert "Как называется работа?" in await cast.anna.reads()
    assert [one.answers for one in await uploads(stage)] == [{"column:F": "mark"}]


async def test_an_own_study_is_named_in_own_words(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    rows: Rows = [["Код", "Класс", "1", "2", "3", "4"], *works(24, 4)]
    await sends(cast.anna, csv_of_windows(tmp_path, rows))
    assert "Как называется работа?" in await cast.anna.reads()

    await cast.anna.sends("  Входная   диагностика ")
    await cast.anna.presses("2026")
    await cast.anna.sends("Алгебра")

    assert "Входная диагностика, 2026, математика, 7 класс" in await cast.anna.reads()
    await cast.anna.presses(SEND)
    assert "Входная диагностика, 2026, математика, 7 класс. 24 участника" in (
        await cast.marina.reads(group)
    )
    answer = await cast.marina.presses("Откуда цифры?", chat_id=group)
    assert answer is not None
    assert answer["text"].startswith("таблица результатов, файл от")


async def test_a_name_given_before_is_offered_for_the_next_table(
    stage: Stage, cast: Cast, tmp_path: Path
) -> None:
    rows: Rows = [["Код", "Класс", "1", "2", "3", "4"], *works(24, 4)]
    await sends(cast.anna, xlsx(tmp_path, rows))
    for word in ("Входная диагностика", "2026", "математика"):
        await cast.anna.sends(word)
    await cast.anna.presses(SEND)

    await sends(cast.anna, xlsx(tmp_path, [*rows, *works(3, 4)[:1]]))

    assert "Входная диагностика" in await cast.anna.buttons()


async def test_two_own_studies_of_one_year_stand_side_by_side(
    stage: Stage, cast: Cast, tmp_path: Path
) -> None:
    for name, tasks in (("Входная диагностика", 4), ("Итоговая диагностика", 5)):
        header = ["Код", "Класс", *map(str, range(1, tasks + 1))]
        await sends(cast.anna, xlsx(tmp_path, [header, *works(24, tasks)]))
        await cast.anna.sends(name)
        await cast.anna.presses("2026")
        await cast.anna.presses("математика")
        await cast.anna.presses(SEND)

    assert [occasion for _, occasion, *_ in await studies(stage)] == [
        "Входная диагностика",
        "Итоговая диагностика",
    ]


async def test_a_form_without_a_school_asks_whose_it_is(stage: Stage, cast: Cast) -> None:
    await give_schools(stage, cast)
    await sends(cast.olga, FORM)
    await cast.olga.presses("2026")
    await cast.olga.presses("английский язык")

    assert "Чьи это результаты? Школа в файле не названа." in await cast.olga.reads()
    await cast.olga.presses("МБОУ СОШ № 106")

    assert "24 работы, МБОУ СОШ № 106" in await cast.olga.reads()
    await cast.olga.presses(SEND)
    found = await stage.run(lambda session: list(session.scalars(select(Study.scope_id))))
    assert found == [cast.district.school.id]


async def test_a_school_that_is_no_longer_the_senders_is_not_filed(
    stage: Stage, cast: Cast
) -> None:
    await give_schools(stage, cast)
    await sends(cast.olga, FORM)
    for label in ("2026", "английский язык", "МБОУ СОШ № 106"):
        await cast.olga.presses(label)

    def demote(session: Session) -> None:
        olga = session.scalars(select(Person).where(Person.account == cast.olga.id)).one()
        role = session.scalars(
            select(RoleAssignment).where(RoleAssignment.person_id == olga.id)
        ).one()
        role.role, role.scope_id = Role.ADMINISTRATOR, cast.district.small_school.id

    await stage.run(demote)
    await cast.olga.presses(SEND)

    found = await stage.run(lambda session: list(session.scalars(select(Study.scope_id))))
    assert cast.district.school.id not in found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("vpr_marks_math6.xlsx", "Статистика по отметкам"),
        ("vpr_journal_math6.xlsx", "Сравнение отметок с отметками по журналу"),
        ("vpr_tasks_math6.xlsx", "Выполнение заданий"),
        ("vpr_planned_results_math6.xlsx", "Достижение планируемых результатов"),
    ],
)
async def test_every_report_of_the_federal_system_is_loaded(
    stage: Stage, cast: Cast, group: int, name: str, kind: str
) -> None:
    said = await sends(cast.anna, SAMPLES / name)
    assert f"В файле «{kind}»" in said

    await cast.anna.presses((await cast.anna.buttons())[0])

    assert "Сохранено" in await cast.anna.reads()
    assert await studies(stage) == [("ВПР", "", 2026, "math", 6)]


async def test_a_report_on_wider_places_only_is_kept_but_not_taken_for_the_schools_own(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(SAMPLES / "vpr_tasks_math6.xlsx")
    sheet = book.worksheets[0]
    for row in range(sheet.max_row, 0, -1):
        if "106" in str(sheet.cell(row, 1).value):
            sheet.delete_rows(row)
    path = tmp_path / "wide.xlsx"
    book.save(path)

    await sends(cast.anna, path)
    await cast.anna.presses((await cast.anna.buttons())[0])

    assert await count(stage, Study, Summary) == (1, 0)
    assert not [one for one in await cast.marina.messages(group) if one["from"]["is_bot"]]


async def test_files_of_people_are_sent_to_the_protected_page(stage: Stage, cast: Cast) -> None:
    await sends(cast.anna, SAMPLES / "oge_protocol_rus9.xlsx")
    assert (await cast.anna.buttons())[:2] == ["Получить ссылку", "Как убрать столбцы"]
    await cast.anna.presses("Как убрать столбцы")
    assert "щёлкните по букве столбца" in await cast.anna.reads()
    assert "Получить ссылку" in await cast.anna.buttons()

    await sends(cast.anna, SAMPLES / "staff_2026.xlsx")
    assert (await cast.anna.buttons())[:2] == ["Загрузить кадры", "Пришлю другой файл"]
    assert await count(stage, Study) == (0,)


async def choose_template(player: Player) -> None:
    await player.sends("/template")
    await player.presses("математика")
    await player.presses("6")


async def test_a_template_comes_back_filled_in(stage: Stage, cast: Cast, group: int) -> None:
    await choose_template(cast.anna)

    message = await cast.anna.last()
    assert message["document"]["name"] == "shablon-math-6.xlsx"
    assert "заданий в нём 13" in message["caption"]
    key = next(iter(stored(stage)))
    content = (stage.directory / "files" / key).read_bytes()
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    header = next(row for row in sheet.iter_rows() if str(row[0].value).startswith("Код"))
    for number in range(24):
        for place, cell in enumerate(header):
            below = sheet.cell(int(header[0].row or 0) + 1 + number, place + 1)
            if place == 0:
                below.value = f"К{number:02}"
            elif "(" in str(cell.value):
                below.value = number % 2
    filled = io.BytesIO()
    book.save(filled)

    await cast.anna.sends_file("2849657.xlsx", filled.getvalue())
    if "Как называется работа?" in await cast.anna.reads():
        await cast.anna.sends("Входная диагностика")
    if "За какой год" in await cast.anna.reads():
        await cast.anna.presses("2026")

    assert "таблица по шаблону бота: 24 работы" in await cast.anna.reads()
    await cast.anna.presses(SEND)
    assert await studies(stage) == [("", "Входная диагностика", 2026, "math", 6)]
    assert "24 участника" in await cast.marina.reads(group)


async def test_a_template_is_forgotten_after_three_days(stage: Stage, cast: Cast) -> None:
    await choose_template(cast.anna)
    assert len(stored(stage)) == 1

    await stage.advance(days=3, hours=1)

    assert stored(stage) == set()


async def test_templates_are_for_those_who_load_results(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/template")

    assert "Файлы результатов присылает завуч или методист." in await cast.marina.reads()


async def test_a_corrected_file_sent_before_the_first_was_decided_stands_alone(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    header = ["Код", "Класс", "1", "2", "3", "4"]
    for size in (24, 25):
        await sends(cast.anna, xlsx(tmp_path, [header, *works(size, 4)]))
        await cast.anna.sends("Входная диагностика")
        await cast.anna.presses("2026")
        await cast.anna.presses("математика")

    await cast.anna.presses(SEND)

    said = [one["text"] for one in await cast.anna.messages() if "text" in one]
    assert "Вместо этого файла взят присланный позже. Этот удалён." in said
    assert [one.status for one in await uploads(stage)] == ["dropped", "confirmed"]
    assert "25 участников" in await cast.marina.reads(group)


async def test_a_district_of_many_schools_asks_page_by_page(stage: Stage, cast: Cast) -> None:
    def grow(session: Session) -> None:
        for number in range(20):
            add_scope(
                session,
                ScopeLevel.SCHOOL,
                f"МБОУ «Средняя общеобразовательная школа № {number}»",
                parent=cast.district.municipality,
            )

    await stage.run(grow)
    await sends(cast.olga, FORM)
    await cast.olga.presses("2026")
    await cast.olga.presses("английский язык")

    assert "Страница 1 из 4" in await cast.olga.reads()
    await cast.olga.presses("Дальше ›")
    line = next(one for one in (await cast.olga.reads()).splitlines() if one.startswith("7. "))
    await cast.olga.presses("7")

    assert f"24 работы, {line.removeprefix('7. ')}." in await cast.olga.reads()
    found = await stage.run(lambda session: session.scalars(select(Upload.answers)).one())
    assert set(found) == {"year", "subject", "school"}
