"""Results come into the chat as files and leave as a summary in the association's group."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models.groups import GroupChat
from db.models.people import Person
from db.models.results import FindingVote, Study, Summary, Upload
from db.models.scopes import ScopeLevel
from services.access import Role
from services.scopes import Place, add_scope
from tests.cast import Cast, register
from tests.conversations.test_groups import brought_in, link
from tests.services.results.files import MATH, RUSSIAN, SAMPLES, changed, package
from tests.stage import Player, Stage

TASKS = SAMPLES / "vpr_tasks_math6.xlsx"
SEND = "Отправить в ШМО"


@pytest.fixture
async def group(stage: Stage, cast: Cast) -> int:
    """The linked group of the school's mathematicians; Pavel of another school sits in it too."""
    return await linked(stage, cast.district.math, cast.marina, cast.anna, cast.pavel)


async def linked(stage: Stage, association: Place, *people: Player) -> int:
    chat_id = await stage.group("Математики 106", people[0], *people[1:], bot="admin")
    now = stage.bot.clock.now()

    def link(session: Session) -> None:
        row = session.get(GroupChat, chat_id)
        if row is None:
            row = GroupChat(chat_id=chat_id, title="Математики 106", added_at=now)
            session.add(row)
        row.status, row.scope_id = "linked", association.id

    await stage.run(link)
    return chat_id


async def sends(player: Player, path: Path) -> str:
    """Send a file under a name that tells nothing; what the bot says of it."""
    await player.sends_file("2849657.xlsx", _content(path))
    return await player.reads()


def _content(path: Path) -> bytes:
    return path.read_bytes()


async def loads(player: Player, *paths: Path) -> None:
    for path in paths:
        await sends(player, path)
    await player.presses(SEND)


async def count(stage: Stage, *tables: type) -> tuple[int, ...]:
    def counting(session: Session) -> tuple[int, ...]:
        return tuple(
            session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables
        )

    found: tuple[int, ...] = await stage.run(counting)
    return found


async def uploads(stage: Stage) -> list[Upload]:
    found: list[Upload] = await stage.run(
        lambda session: list(session.scalars(select(Upload).order_by(Upload.id)))
    )
    return found


def stored(stage: Stage) -> set[str]:
    return {path.name for path in (stage.directory / "files").iterdir()}


async def documents(player: Player) -> list[dict[str, Any]]:
    return [one for one in await player.messages() if "document" in one]


def score_above_the_maximum(sheet: Worksheet) -> None:
    sheet["Q31"] = 5


async def test_a_file_becomes_a_summary_in_the_group(stage: Stage, cast: Cast, group: int) -> None:
    preview = await sends(cast.anna, MATH)

    assert "ВПР-2026, математика, 6 класс" in preview
    assert "58 работ, МБОУ СОШ № 106" in preview
    assert "группа «Математики 106»" in preview
    assert "Пока ничего не сохранено" in preview
    assert await count(stage, Study, Summary) == (0, 0)

    await cast.anna.presses(SEND)

    assert "отправлено в группу «Математики 106»" in await cast.anna.reads()
    message = await cast.marina.last(group)
    assert message["photo"]["width"] == 1080
    assert "ВПР-2026, математика, 6 класс. 58 участников" in message["caption"]
    assert (
        "Решать текстовые задачи на проценты (№ 11, П): 16\u00a0% (от 9 до 24)"
        in message["caption"]
    )
    assert message["caption"].count("Можно опираться.") == 2
    assert message["caption"].count("Похоже, но данных мало.") == 1
    assert message["caption"].count("Обсудим:") == 1
    assert [[key["text"] for key in row] for row in message["keyboard"]] == [
        ["1 В план", "1 Не наше", "1 Помощь"],
        ["2 В план", "2 Не наше", "2 Помощь"],
        ["3 В план", "3 Не наше", "3 Помощь"],
        ["Откуда цифры?", "Подробно"],
    ]


async def test_two_files_of_a_study_go_as_one_summary_with_the_region(
    stage: Stage, cast: Cast, group: int
) -> None:
    await sends(cast.anna, MATH)

    assert "уйдёт присланное раньше: «Индивидуальные результаты»" in await sends(cast.anna, TASKS)
    await cast.anna.presses(SEND)

    caption = await cast.marina.reads(group)
    lines = caption.splitlines()
    assert lines[1] == "Разница с областью мала: трудность общая, не особенность школы."
    assert "по области 19" in caption
    assert len(caption) <= 550
    assert await count(stage, Study, Summary) == (1, 1)
    said = [one["text"] for one in await cast.anna.messages() if "text" in one]
    assert "Этот файл загружен вместе с другим того же исследования." in said


async def test_a_second_file_later_adds_the_region_and_keeps_the_votes(
    stage: Stage, cast: Cast, group: int
) -> None:
    await loads(cast.anna, MATH)
    await cast.marina.presses("2 Помощь", chat_id=group)
    old = (await cast.marina.last(group))["message_id"]

    await loads(cast.anna, TASKS)

    assert "Дополнено сравнением, голоса целы." in await cast.marina.reads(group)
    answer = await cast.anna.presses("2 В план", chat_id=group, message_id=old)
    assert answer is not None
    assert "в план 1, не наше 0, помощь 1" in answer["text"]
    assert await count(stage, Study, Summary) == (1, 2)


async def test_members_vote_and_may_change_their_word(stage: Stage, cast: Cast, group: int) -> None:
    await loads(cast.anna, MATH)

    first = await cast.marina.presses("1 В план", chat_id=group)
    await cast.anna.presses("1 В план", chat_id=group)
    again = await cast.marina.presses("1 Не наше", chat_id=group)

    assert first is not None
    assert first["text"].startswith("Ваш голос по № 11: в план. Сейчас: в план 1, не наше 0")
    assert again is not None
    assert "в план 1, не наше 1, помощь 0" in again["text"]
    assert await count(stage, FindingVote) == (2,)


async def test_a_stranger_in_the_group_is_told_how_to_join_and_does_not_count(
    stage: Stage, cast: Cast, group: int
) -> None:
    stranger = await stage.person("Гость")
    await stage.post(
        "/sim/member", chat_id=group, user_id=stranger.id, by=cast.marina.id, status="member"
    )
    await loads(cast.anna, MATH)

    for guest in (stranger, cast.pavel):
        answer = await guest.presses("1 В план", chat_id=group)
        assert answer is not None
        assert "Это для учителей объединения" in answer["text"]
    assert await count(stage, FindingVote) == (0,)


async def test_the_origin_of_the_figures_fits_a_small_window(
    stage: Stage, cast: Cast, group: int
) -> None:
    await loads(cast.anna, MATH, TASKS)

    answer = await cast.pavel.presses("Откуда цифры?", chat_id=group)

    assert answer is not None
    assert answer["alert"]
    assert "«Индивидуальные результаты» и ещё 1" in answer["text"]
    assert "58 работ. Доля баллов = набрано ÷ возможно. Отброшено строк: 0." in answer["text"]
    assert len(answer["text"]) <= 200


async def test_the_table_opens_by_the_link_for_members_only(
    stage: Stage, cast: Cast, group: int
) -> None:
    await loads(cast.anna, MATH, TASKS)
    link = (await cast.marina.last(group))["keyboard"][-1][1]["url"]
    payload = link.partition("start=")[2]

    await cast.marina.starts(payload)
    assert (
        "● Находить часть числа и число по его части (№ 3, Б): 53\u00a0%"
        in await cast.marina.reads()
    )
    assert "Страница 1 из" in await cast.marina.reads()

    await cast.pavel.starts(payload)
    assert "нет или оно не ваше" in await cast.pavel.reads()

    stranger = await stage.person("Гость")
    await stranger.starts(payload)
    assert "Это для учителей объединения" in await stranger.reads()


async def test_a_bad_row_is_named_by_its_cell_and_may_be_left_out(
    stage: Stage, cast: Cast, group: int, tmp_path: Path
) -> None:
    preview = await sends(cast.anna, changed(tmp_path, score_above_the_maximum))

    assert "прочитано 57 из 58 строк" in preview
    assert "ячейка Q31: стоит 5, а наибольший балл за задание 11 — 2." in preview
    buttons = await cast.anna.buttons()
    assert buttons == ["Пришлю исправленный", "Загрузить без строки 31", "Отмена"]

    await cast.anna.presses("Загрузить без строки 31")

    assert "57 участников" in await cast.marina.reads(group)
    answer = await cast.marina.presses("Откуда цифры?", chat_id=group)
    assert answer is not None
    assert "Отброшено строк: 1." in answer["text"]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Отмена", "Отменено: файл удалён, ничего не сохранено."),
        ("Пришлю исправленный", "Хорошо, жду исправленный файл."),
    ],
)
async def test_a_file_that_is_left_leaves_nothing(
    stage: Stage, cast: Cast, label: str, said: str
) -> None:
    await sends(cast.anna, MATH)

    await cast.anna.presses(label)

    assert said in await cast.anna.reads()
    assert [(one.status, one.parsed) for one in await uploads(stage)] == [("dropped", None)]
    assert stored(stage) == set()
    assert await count(stage, Study, Summary) == (0, 0)


async def test_the_same_file_twice_is_one_upload(stage: Stage, cast: Cast, group: int) -> None:
    await sends(cast.anna, MATH)
    await sends(cast.anna, MATH)
    assert len(await uploads(stage)) == 1

    await cast.anna.presses(SEND)
    again = await sends(cast.anna, MATH)

    assert "этот файл уже загружен" in again
    assert await cast.anna.buttons() == ["Открыть таблицу", "Пришлю исправленный", "В начало"]
    await cast.anna.presses("Открыть таблицу")
    assert "Доля баллов" in await cast.anna.reads()
    assert await count(stage, Study, Summary) == (1, 1)


async def test_a_confirmation_pressed_twice_is_one(stage: Stage, cast: Cast, group: int) -> None:
    await sends(cast.anna, MATH)
    message = await cast.anna.last()
    data = message["keyboard"][0][0]["data"]

    for _ in range(2):
        await stage.post(
            "/sim/press", user_id=cast.anna.id, message_id=message["message_id"], data=data
        )
    await stage.quiet()

    assert await count(stage, Study, Summary) == (1, 1)
    pushed = [one for one in await cast.marina.messages(group) if one["from"]["is_bot"]]
    assert len(pushed) == 1
    said = [one.get("text", "") for one in await cast.anna.messages()]
    assert any("Этот файл уже загружен." in one for one in said)


async def test_a_summary_waits_for_a_group_and_goes_when_it_is_linked(
    stage: Stage, cast: Cast
) -> None:
    assert "группы пока нет, сводка подождёт" in await sends(cast.anna, MATH)
    await cast.anna.presses(SEND)

    assert "пока без группы, сводка ждёт" in await cast.anna.reads()
    assert "Методисту района сообщено" in await cast.anna.reads()
    assert "ШМО учителей математики нет подключённой группы" in await cast.olga.reads()

    chat_id = await brought_in(stage, cast.marina)
    await link(stage, cast, chat_id)

    assert "58 участников" in await cast.marina.reads(chat_id)
    assert "МБОУ СОШ № 106: отправлено в группу" in await cast.anna.reads()


async def test_a_methodologist_loads_all_schools_and_an_administrator_only_theirs(
    stage: Stage, cast: Cast
) -> None:
    await give_schools(stage, cast)
    rows = await sends(cast.anna, RUSSIAN)
    assert "В файле школы, но вашей среди них нет" in rows
    assert await count(stage, Study) == (0,)

    vera = await stage.person("Вера")
    await stage.run(
        lambda session: register(
            session,
            vera.id,
            "Вера",
            Role.ADMINISTRATOR,
            cast.district.small_school,
            stage.bot.clock.now(),
        )
    )
    assert "Строки других школ" in await sends(vera, RUSSIAN)
    await vera.presses(SEND)
    assert await count(stage, Study) == (1,)

    assert "74 работы, 3 школы" in await sends(cast.olga, RUSSIAN)
    await cast.olga.presses(SEND)
    assert await count(stage, Study) == (4,)


async def give_schools(stage: Stage, cast: Cast) -> None:
    """The other two schools of the sample, and an association of the small one."""

    def grow(session: Session) -> None:
        for name, login in (
            ("МБОУ «Кадомская СШ»", "edu621001"),
            ("МБОУ «Восходская СШ»", "edu621002"),
        ):
            add_scope(
                session, ScopeLevel.SCHOOL, name, parent=cast.district.municipality, login=login
            )
        add_scope(
            session,
            ScopeLevel.ASSOCIATION,
            "ШМО словесников",
            parent=cast.district.small_school,
            subject="russian",
        )

    await stage.run(grow)


async def small_group(stage: Stage, cast: Cast) -> int:
    """The group of the small school's association of Russian."""
    place = await stage.run(
        lambda session: next(one for one in _associations(session, cast.district.small_school.id))
    )
    return await linked(stage, place, cast.pavel)


async def test_few_works_are_judged_together_with_other_schools(stage: Stage, cast: Cast) -> None:
    await give_schools(stage, cast)
    chat_id = await small_group(stage, cast)

    await sends(cast.olga, RUSSIAN)
    await cast.olga.presses(SEND)

    message = await cast.pavel.last(chat_id)
    assert "6 участников" in message["caption"]
    assert (
        "Своих работ мало, поэтому судим вместе с другими школами района: 74 работы, 3 школы."
        in message["caption"]
    )
    assert "Разница с областью" not in message["caption"]
    assert len(message["caption"]) <= 550


async def test_few_works_without_neighbours_are_not_judged(
    stage: Stage, cast: Cast, tmp_path: Path
) -> None:
    await give_schools(stage, cast)
    chat_id = await small_group(stage, cast)

    def only_the_small_one(sheet: Worksheet) -> None:
        keep = False
        for row in range(sheet.max_row, 8, -1):
            keep = "edu621003" in f"{sheet.cell(row, 1).value}{sheet.cell(row, 3).value}"
            if not keep:
                sheet.delete_rows(row)

    await sends(cast.olga, changed(tmp_path, only_the_small_one, RUSSIAN))
    await cast.olga.presses(SEND)

    message = await cast.pavel.last(chat_id)
    assert "photo" not in message
    assert "6 участников" in message["text"]
    assert "Работ меньше 10, поэтому выводов не делаю" in message["text"]
    assert "%" not in message["text"]
    assert [[key["text"] for key in row] for row in message["keyboard"]] == [
        ["Откуда цифры?", "Подробно"]
    ]


def _associations(session: Session, school_id: int) -> tuple[Place, ...]:
    from services.scopes import associations_of

    return associations_of(session, school_id, "russian")


async def test_a_list_of_staff_is_refused_and_taken_out_of_the_chat(
    stage: Stage, cast: Cast
) -> None:
    said = await sends(cast.anna, SAMPLES / "staff_2026.xlsx")

    assert "список сотрудников (48 строк), а не результаты" in said
    assert await documents(cast.anna) == []
    assert stored(stage) == set()
    assert [(one.status, one.parsed, one.name) for one in await uploads(stage)] == [
        ("refused", None, "")
    ]


async def test_a_protocol_with_names_is_refused_and_taken_out_of_the_chat(
    stage: Stage, cast: Cast
) -> None:
    said = await sends(cast.anna, SAMPLES / "oge_protocol_rus9.xlsx")

    assert "фамилии и номера документов детей" in said
    assert await documents(cast.anna) == []
    assert stored(stage) == set()
    assert await count(stage, Study, Summary) == (0, 0)


async def test_a_file_with_a_column_of_names_is_refused(
    stage: Stage, cast: Cast, tmp_path: Path
) -> None:
    def name_them(sheet: Worksheet) -> None:
        header = next(row for row in sheet.iter_rows() if row[0].value == "ОО")
        header[-1].offset(0, 1).value = "ФИО"

    said = await sends(cast.anna, changed(tmp_path, name_them))

    assert "столбцы с фамилиями" in said
    assert await documents(cast.anna) == []
    assert stored(stage) == set()


def _plain_table(folder: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Дата", "Сумма"])
    sheet.append(["1 мая", 100])
    path = folder / "money.xlsx"
    book.save(path)
    return path


def _written(name: str, content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return write


CORNER = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1"><v>1</v></c></row>'
    b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
ENTITY = b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'

BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "nothing in it": (_written("a.xlsx", b"   "), "Файл пустой."),
    "a password": (_written("a.xlsx", ENCRYPTED), "Файл защищён паролем"),
    "a picture": (_written("a.xlsx", b"\x89PNG\r\n\x1a\n0000"), "Это не таблица."),
    "half a package": (lambda _: MATH.with_name("half"), "Файл повреждён"),
    "the far corner": (
        lambda folder: package(folder, {"xl/worksheets/sheet1.xml": CORNER}),
        "слишком много строк или столбцов",
    ),
    "an entity": (
        lambda folder: package(folder, {"xl/worksheets/sheet1.xml": ENTITY}),
        "Файл ссылается на чужие данные",
    ),
    "macros": (
        lambda folder: package(folder, {"xl/vbaProject.bin": b"0"}),
        "В файле макросы",
    ),
    "a bomb": (
        lambda folder: package(
            folder, {"xl/sharedStrings.xml": b"<sst>" + b"A" * (60 << 20) + b"</sst>"}
        ),
        "становится слишком большим",
    ),
    "another table": (_plain_table, "это не отчёт о результатах"),
}


async def test_bad_files_get_their_sentences_and_nothing_is_kept(
    stage: Stage, cast: Cast, tmp_path: Path
) -> None:
    for number, (name, (make, sentence)) in enumerate(BAD.items(), 1):
        path = make(tmp_path)
        content = _content(MATH)[:4000] if path.name == "half" else _content(path)

        await cast.anna.sends_file("results.xlsx", content)

        assert sentence in await cast.anna.reads(), name
        assert "Ничего не сохранено" in await cast.anna.reads(), name
        assert stored(stage) == set(), name
        assert [(one.status, one.parsed) for one in await uploads(stage)] == [
            ("refused", None)
        ] * number
    assert await count(stage, Study, Summary) == (0, 0)


async def test_a_file_above_twenty_megabytes_is_not_even_fetched(stage: Stage, cast: Cast) -> None:
    content = io.BytesIO(bytes(21 << 20))
    await stage.post_file("/sim/message", "document", "huge.xlsx", content, user_id=cast.anna.id)
    await stage.quiet()

    assert "Файл больше 20 МБ" in await cast.anna.reads()
    assert stored(stage) == set()
    assert await uploads(stage) == []


async def test_a_teacher_is_told_who_sends_results(stage: Stage, cast: Cast) -> None:
    said = await sends(cast.marina, MATH)

    assert "Файлы результатов присылает завуч или методист." in said
    assert stored(stage) == set()
    assert await uploads(stage) == []


async def test_files_are_forgotten_a_day_after_they_were_loaded(
    stage: Stage, cast: Cast, group: int
) -> None:
    await sends(cast.anna, MATH)
    await cast.anna.presses(SEND)
    sha = (await uploads(stage))[0].file_key
    assert sha in stored(stage)

    await stage.advance(hours=25)

    assert sha not in stored(stage)


async def test_a_file_nobody_decides_on_is_dropped_after_a_day(stage: Stage, cast: Cast) -> None:
    await sends(cast.anna, MATH)

    await stage.advance(hours=25)

    assert "Файл ждал ответа сутки и удалён" in await cast.anna.reads()
    assert stored(stage) == set()


async def test_the_twenty_first_file_of_an_hour_waits(stage: Stage, cast: Cast) -> None:
    now = stage.bot.clock.now()

    def past(session: Session) -> None:
        anna = session.scalars(select(Person).where(Person.account == cast.anna.id)).one()
        for number in range(20):
            session.add(
                Upload(
                    person_id=anna.id,
                    scope_id=cast.district.school.id,
                    file_key=f"{number}",
                    name="",
                    status="refused",
                    sent_at=now,
                )
            )

    await stage.run(past)

    assert "За час пришло 20 файлов, это предел." in await sends(cast.anna, MATH)
    await stage.advance(hours=2)
    assert "Пока ничего не сохранено" in await sends(cast.anna, MATH)


async def test_a_crash_after_the_confirmation_loses_nothing(
    stage: Stage, cast: Cast, group: int
) -> None:
    await sends(cast.anna, MATH)
    stage.bot.jobs._stopping = True
    await cast.anna.presses(SEND)
    assert await count(stage, Study, Summary) == (1, 0)

    await stage.bot.stop()
    await stage.start_bot()
    await stage.due()

    assert "58 участников" in await cast.marina.reads(group)
    assert "отправлено в группу" in await cast.anna.reads()


async def test_what_is_kept_names_no_pupil(stage: Stage, cast: Cast, group: int) -> None:
    await loads(cast.anna, MATH)
    sheet = openpyxl.load_workbook(MATH).worksheets[0]
    header = next(row for row in sheet.iter_rows() if row[0].value == "ОО")
    column = [cell.value for cell in header].index("Код участника")
    codes = {
        str(row[column].value)
        for row in sheet.iter_rows(min_row=header[0].row + 1)
        if row[column].value is not None
    }

    studies: list[Study] = await stage.run(lambda session: list(session.scalars(select(Study))))
    kept = {str(value) for part in studies[0].data["parts"] for value in _leaves(part["exam"])}

    assert len(codes) == 58
    assert not codes & kept


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in _leaves(item)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]
