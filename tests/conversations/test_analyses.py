"""The analysis in private: from a study to a topic, comparisons, districts, files, refusals."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import openpyxl
import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.models.people import Person
from db.models.results import FindingVote, Summary
from db.models.scopes import ScopeLevel
from handlers.analyses.buttons import (
    AnalyseSummary,
    CompareWider,
    CompareYears,
    ListStudies,
    OpenAnalysis,
    OpenArea,
    OpenAreas,
    OpenClass,
    OpenClasses,
    OpenDistrict,
    OpenDistrictArea,
    OpenFiles,
    OpenMarks,
    ShowYearsTogether,
    TakeAway,
    WhoHasSent,
)
from handlers.ui.buttons import Button, ButtonCodec
from services.access import Role
from services.analyses.exports import Form
from services.results import Exam
from services.scopes import Place, add_scope
from tests.cast import Cast, register
from tests.conversations.test_intruders import presses_data
from tests.services.analysed import JOURNAL, MARKS, MATH, TASKS, exams, of_school, of_year, store
from tests.stage import Player, Stage

RUSSIAN = "2849913.xlsx"


async def load(
    stage: Stage,
    where: Place,
    sender: Player,
    found: Sequence[Exam],
    earlier: Sequence[tuple[int, Sequence[Exam]]] = (),
) -> int:
    now = stage.bot.clock.now()

    def put(session: Session) -> int:
        person = session.scalars(select(Person.id).where(Person.account == sender.id)).one()
        return store(session, where, found, person, now, earlier=earlier)

    study_id: int = await stage.run(put)
    return study_id


async def joins(stage: Stage, name: str, role: Role, place: Place, *subjects: str) -> Player:
    player = await stage.person(name)
    now = stage.bot.clock.now()
    await stage.run(
        lambda session: register(session, player.id, name, role, place, now, subjects=subjects)
    )
    await player.starts()
    return player


async def presses_signed(player: Player, button: Button) -> str:
    """Press a button that is signed for this very chat, as if it had been shown there."""
    codec = ButtonCodec(player.stage.bot._settings.button_secret())
    await player.sends("/menu")
    await presses_data(player, codec.pack(button, chat_id=player.id))
    return await player.reads()


@pytest.fixture
async def math(stage: Stage, cast: Cast) -> int:
    """The school's mathematics with the region beside it."""
    return await load(stage, cast.district.school, cast.anna, exams(MATH, TASKS, MARKS, JOURNAL))


async def test_a_teacher_goes_from_a_study_to_a_topic(cast: Cast, math: int) -> None:
    await cast.marina.sends("/analysis")
    assert "1. ВПР-2026, математика, 6 кл." in await cast.marina.reads()
    await cast.marina.presses("1")

    overview = (await cast.marina.reads()).splitlines()
    assert overview[1] == "МБОУ СОШ № 106, 58 участников"
    assert overview[2] == "Разница с областью мала: трудность общая, не особенность школы."
    assert overview[3] == "Даётся трудно:"
    assert overview[4].endswith("(№ 11, П): 16\u00a0% (9–24), обл. 19, можно опираться")
    assert overview[7] == "Получается (можно опираться):"
    assert overview[-1].startswith("Успеваемость 98\u00a0%, качество 74\u00a0%, СОУ 60.")

    await cast.marina.presses("1")
    area = await cast.marina.reads()
    assert "Решать текстовые задачи на проценты (№ 11, П)" in area
    assert "Набрано 16\u00a0% баллов (от 9 до 24), 58 участников." in area
    assert "Даётся трудно: достаточно от 30. Можно опираться" in area
    assert "Рядом: район 19, область 19, страна 20. Разница мала: трудность общая." in area

    await cast.marina.presses("Дальше ›")
    assert "(№ 12," in await cast.marina.reads()
    await cast.marina.presses("‹ К исследованию")
    await cast.marina.presses("Все темы")
    assert "1. · Оперировать понятием целое число (№ 1, Б): 84" in await cast.marina.reads()
    await cast.marina.presses("Дальше ›")
    await cast.marina.presses("9")
    assert "(№ 9, Б)" in await cast.marina.reads()


async def test_the_usual_figures_come_with_their_meaning(cast: Cast, math: int) -> None:
    told = await presses_signed(cast.anna, OpenMarks(math))

    assert "Успеваемость 98\u00a0%, по области" in told
    assert "доля «4» и «5»" in told
    assert "степень обученности, «5» — 100, «4» — 64, «3» — 36, «2» — 16" in told
    assert "Рядом с журналом: ниже 41\u00a0%" in told
    assert "На две отметки и больше" not in told


async def test_topics_stand_beside_the_region_and_last_year(stage: Stage, cast: Cast) -> None:
    this, tasks = exams(MATH, TASKS)
    earlier = [(year, [of_year(this, year)]) for year in (2024, 2025)]
    await load(stage, cast.district.school, cast.anna, [this, tasks], earlier)
    await cast.marina.sends("/analysis")
    await cast.marina.presses("1")
    await cast.marina.presses("Сравнить")
    assert "Рядом с областью." in await cast.marina.reads()
    assert "= Находить часть числа и число по его части (№ 3, Б): 53 и 44 (+9)" in (
        await cast.marina.reads()
    )

    await cast.marina.presses("Район")
    assert "Рядом с районом." in await cast.marina.reads()
    await cast.marina.presses("Прошлый год")
    years = await cast.marina.reads()
    assert "Те же умения раньше (2025)." in years
    assert "(№ 1, Б): 84 и 84 в 2025 (0)" in years
    await cast.marina.presses("Вместе за 3 года")
    together = await cast.marina.reads()
    assert "Вместе 2024, 2025 и 2026" in together
    assert "(№ 1, Б): 84\u00a0% (78–89), 174 работы" in together


async def test_a_topic_tells_of_its_years(stage: Stage, cast: Cast) -> None:
    [this] = exams(MATH)
    study = await load(
        stage, cast.district.school, cast.anna, [this], [(2025, [of_year(this, 2025)])]
    )

    told = await presses_signed(cast.marina, OpenArea(study, 0))

    assert "По годам: 2025 — 84 (73–92), 2026 — 84 (73–92)." in told


async def test_words_find_a_study_and_questions_are_left_to_others(
    stage: Stage, cast: Cast, math: int
) -> None:
    await load(stage, cast.district.school, cast.anna, exams(RUSSIAN))

    await cast.anna.sends("математика 6")
    assert "По словам «математика 6» нашлось:" in await cast.anna.reads()
    assert await cast.anna.buttons() == ["1", "В начало"]
    await cast.anna.presses("1")
    assert "ВПР-2026, математика, 6 класс" in await cast.anna.reads()

    await cast.anna.sends("/analysis русский 2026")
    assert "русский язык, 5 кл." in await cast.anna.reads()
    await cast.anna.sends("/analysis химия")
    assert "ничего не нашлось" in await cast.anna.reads()
    for question in ("задачи на проценты даются трудно", "химия 8", "6"):
        await cast.anna.sends(question)
        assert "нашлось" not in await cast.anna.reads()


async def test_studies_stand_under_their_years(stage: Stage, cast: Cast, math: int) -> None:
    [this] = exams(MATH)
    for year in (2024, 2025):
        await load(stage, cast.district.school, cast.anna, [of_year(this, year)])

    await cast.anna.sends("/analysis")

    lines = (await cast.anna.reads()).splitlines()[1:]
    assert [line for line in lines if line.isdecimal()] == ["2026", "2025", "2024"]
    assert lines.index("2025") < lines.index("2. ВПР-2025, математика, 6 кл.")


async def test_a_teacher_sees_the_own_school_and_subjects_only(
    stage: Stage, cast: Cast, math: int
) -> None:
    russian = await load(stage, cast.district.school, cast.anna, exams(RUSSIAN))

    await cast.marina.sends("/analysis")
    assert "русский" not in await cast.marina.reads()
    assert "нет или оно не ваше" in await presses_signed(cast.marina, OpenAnalysis(russian))

    await cast.pavel.sends("/analysis")
    assert "Результатов пока нет." in await cast.pavel.reads()
    for button in (
        OpenAnalysis(math),
        OpenAreas(math),
        OpenArea(math, 0),
        OpenMarks(math),
        CompareWider(math),
        CompareYears(math),
        ShowYearsTogether(math),
        OpenDistrict(math),
        OpenDistrictArea(math, 0),
        WhoHasSent(math),
        OpenFiles(math),
        TakeAway(math, Form.SHEET),
        OpenClasses(math),
        OpenClass(math, "00"),
        OpenAnalysis(10**9),
    ):
        assert "нет или оно не ваше" in await presses_signed(cast.pavel, button), button


async def test_a_teacher_without_subjects_is_told_what_is_missing(
    stage: Stage, cast: Cast, math: int
) -> None:
    nina = await joins(stage, "Нина", Role.TEACHER, cast.district.school)

    await nina.sends("/analysis")

    assert "Не знаю ваших предметов" in await nina.reads()


async def test_a_stranger_is_shown_the_way_in(stage: Stage, cast: Cast, math: int) -> None:
    guest = await stage.person("Гость")
    await guest.starts()

    await guest.sends("/analysis")

    assert "ВПР" not in await guest.reads()
    assert "Пока мы не знакомы" in await guest.reads()


async def test_stale_numbers_land_on_a_sentence(cast: Cast, math: int) -> None:
    assert "нет или оно не ваше" in await presses_signed(cast.marina, OpenArea(math, 99))
    assert "нет или оно не ваше" in await presses_signed(cast.marina, OpenArea(math, -1))
    assert "нет или оно не ваше" in await presses_signed(cast.marina, CompareWider(math, "world"))
    assert "Страница 3 из 3" in await presses_signed(cast.marina, OpenAreas(math, 99))
    assert "1. ВПР-2026" in await presses_signed(cast.marina, ListStudies(99))


async def test_a_role_taken_away_closes_the_study_at_once(
    stage: Stage, cast: Cast, math: int
) -> None:
    await presses_signed(cast.marina, OpenAnalysis(math))
    await stage.run(
        lambda session: session.execute(
            update(Person).where(Person.account == cast.marina.id).values(subjects=["physics"])
        )
    )

    await cast.marina.presses("1")

    assert "нет или оно не ваше" in await cast.marina.reads()


async def test_the_whole_table_and_the_topics_lead_to_each_other(
    stage: Stage, cast: Cast, math: int
) -> None:
    await presses_signed(cast.marina, OpenAreas(math))
    await cast.marina.presses("Вся таблица")
    assert "Доля баллов, в скобках промежуток." in await cast.marina.reads()
    await cast.marina.presses("Разбор по темам")
    assert "Даётся трудно:" in await cast.marina.reads()

    [summary] = await stage.run(lambda session: list(session.scalars(select(Summary.id))))
    assert "Школы между собой не сравниваю" in (
        await presses_signed(cast.olga, AnalyseSummary(summary))
    )
    assert "нет или оно не ваше" in await presses_signed(cast.pavel, AnalyseSummary(summary))
    assert "нет или оно не ваше" in await presses_signed(cast.marina, AnalyseSummary(10**9))


async def test_few_works_tell_no_shares(stage: Stage, cast: Cast) -> None:
    [this] = exams(MATH)
    small = replace(this, pupils=tuple(this.pupils)[:7])
    study = await load(stage, cast.district.school, cast.anna, [small])

    told = await presses_signed(cast.anna, OpenAnalysis(study))

    assert "Работ меньше 10" in told
    assert "Даётся трудно" not in told
    assert "нет или оно не ваше" in await presses_signed(cast.anna, OpenArea(study, 0))


async def test_few_works_are_told_together_with_earlier_years(stage: Stage, cast: Cast) -> None:
    [this] = exams(MATH)
    works = tuple(this.pupils)
    small = replace(this, pupils=works[:7])
    before = of_year(replace(this, pupils=works[7:20]), 2025)
    study = await load(stage, cast.district.school, cast.anna, [small], [(2025, [before])])

    told = await presses_signed(cast.anna, OpenAnalysis(study))

    assert "Своих работ мало. Ниже — вместе с прошлыми годами, всего работ 20." in told
    assert "Даётся трудно" in told


async def test_marks_alone_show_what_there_is(stage: Stage, cast: Cast) -> None:
    await load(stage, cast.district.school, cast.anna, exams(MARKS))

    await cast.anna.sends("/analysis")
    await cast.anna.presses("1")

    told = await cast.anna.reads()
    assert "Заданий в этом файле нет" in told
    assert "58 участников" in told
    assert "Успеваемость" in told
    assert "Файлы и справка" not in await cast.anna.buttons()
    await cast.anna.presses("Отметки")
    assert "по области" in await cast.anna.reads()


async def districted(stage: Stage, cast: Cast, schools: int) -> list[int]:
    """The same study in several schools, each with works of its own."""
    [this] = exams(MATH)
    works = tuple(this.pupils)
    of = cast.district

    def grow(session: Session) -> list[Place]:
        more = [
            add_scope(session, ScopeLevel.SCHOOL, f"Школа {n}", parent=of.municipality)
            for n in range(3, schools + 1)
        ]
        return [of.school, of.small_school, *more]

    places: list[Place] = await stage.run(grow)
    return [
        await load(
            stage, one, cast.olga, [of_school(this, one.name, works[at * 14 : at * 14 + 14])]
        )
        for at, one in enumerate(places[:schools])
    ]


async def test_a_methodologist_sees_the_district_and_never_a_school(
    stage: Stage, cast: Cast
) -> None:
    studies = await districted(stage, cast, 3)

    await cast.olga.sends("/analysis")
    assert (await cast.olga.reads()).count("ВПР-2026") == 1
    await cast.olga.presses("1")

    told = await cast.olga.reads()
    assert "Кадомский муниципальный район: 3 школы из 3, 42 участника" in told
    assert "Даётся трудно" in told
    assert "Школы здесь только вместе." in told
    for name in ("106", "Енкаевская", "Школа 3"):
        assert name not in told
    await cast.olga.presses("1")
    assert "42 участника" in await cast.olga.reads()
    await cast.olga.presses("‹ К исследованию")
    await cast.olga.presses("Все темы")
    assert "(№ 1, Б)" in await cast.olga.reads()
    for study in studies:
        assert "нет или оно не ваше" in await presses_signed(cast.olga, OpenAnalysis(study))


async def test_of_a_school_the_district_tells_only_whether_it_has_sent(
    stage: Stage, cast: Cast
) -> None:
    await districted(stage, cast, 1)
    await cast.olga.sends("/analysis")
    await cast.olga.presses("1")
    assert "когда результаты пришлют хотя бы три" in await cast.olga.reads()

    await cast.olga.presses("Кто прислал")

    assert (await cast.olga.reads()).splitlines()[1:] == [
        "Кадомский муниципальный район: прислали 1 из 2.",
        "· МБОУ «Енкаевская ООШ»: пока нет",
        "✓ МБОУ СОШ № 106",
    ]


async def test_the_head_of_the_district_and_an_observer_see_the_district(
    stage: Stage, cast: Cast
) -> None:
    [study, *_rest] = await districted(stage, cast, 3)
    vera = await joins(stage, "Вера", Role.OBSERVER, cast.district.municipality)

    for player in (cast.galina, vera):
        await player.sends("/analysis")
        await player.presses("1")
        assert "3 школы из 3" in await player.reads()
        assert "нет или оно не ваше" in await presses_signed(player, OpenAnalysis(study))


async def test_a_district_beside_is_none_of_theirs(stage: Stage, cast: Cast) -> None:
    [study, *_rest] = await districted(stage, cast, 3)

    def grow(session: Session) -> Place:
        return add_scope(
            session, ScopeLevel.MUNICIPALITY, "Сасовский район", parent=cast.district.region
        )

    beside: Place = await stage.run(grow)
    oleg = await joins(stage, "Олег", Role.METHODOLOGIST, beside)

    assert "нет или оно не ваше" in await presses_signed(oleg, OpenDistrict(study))
    await oleg.sends("/analysis")
    assert "Результатов пока нет." in await oleg.reads()


async def test_the_table_comes_as_a_file_with_a_telling_name(
    stage: Stage, cast: Cast, math: int
) -> None:
    await presses_signed(cast.anna, OpenFiles(math))
    assert await cast.anna.buttons() == [
        "Таблица XLSX",
        "Картинка",
        "Тёмная картинка",
        "Справка DOCX",
        "Вся таблица",
        "‹ К исследованию",
        "В начало",
    ]

    answer = await cast.anna.presses("Таблица XLSX")
    assert answer is not None
    assert "Готовлю" in answer["text"]
    await stage.due()

    document = (await cast.anna.last())["document"]
    assert document["name"] == "ВПР-2026,-математика,-6-класс,-МБОУ-СОШ-№-106.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(await downloaded(stage, document["file_id"])))
    assert book.sheetnames == ["Темы", "Отметки", "Откуда цифры"]
    rows = list(book["Темы"].iter_rows(values_only=True))
    assert rows[0][:5] == ("Задание", "Умение", "Уровень", "Работ", "Доля баллов")
    assert rows[11][:4] == ("11", "Решать текстовые задачи на проценты", "П", 58)
    assert "02-86" in " ".join(
        str(row[0]) for row in book["Откуда цифры"].iter_rows(values_only=True)
    )


async def downloaded(stage: Stage, file_id: str) -> bytes:
    """A file as the telephone gets it."""
    assert stage._http is not None
    async with stage._http.get(f"{stage.url}/sim/file/{file_id}") as answer:
        assert answer.status == 200
        return await answer.read()


async def test_the_table_comes_as_a_picture_in_light_and_dark(
    stage: Stage, cast: Cast, math: int
) -> None:
    for label in ("Картинка", "Тёмная картинка"):
        await presses_signed(cast.marina, OpenFiles(math))
        assert "Справка DOCX" not in await cast.marina.buttons()
        await cast.marina.presses(label)
        await stage.due()

        assert (await cast.marina.last())["photo"]["width"] == 1080
        assert "Для разговора о темах, не для оценки людей." in await cast.marina.reads()


async def test_the_report_is_ordered_from_the_study(stage: Stage, cast: Cast, math: int) -> None:
    await presses_signed(cast.anna, OpenFiles(math))

    await cast.anna.presses("Справка DOCX")
    await stage.due()

    assert (await cast.anna.last())["document"]["name"].endswith(".docx")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("покажи впр по учителям, кто хуже всех", "по ВПР работу учителей не оценивают"),
        ("результаты ВПР по классам", "Свои классы учитель видит сам"),
        ("рейтинг школ района", "по ВПР школы не ранжируют"),
        ("сколько двоек можно поставить", "портит саму проверку"),
    ],
)
async def test_what_is_refused_comes_with_its_reason_and_something_instead(
    stage: Stage, cast: Cast, math: int, words: str, reason: str
) -> None:
    for player in (cast.anna, cast.olga, cast.marina, cast.galina):
        await player.sends(words)
        assert reason in await player.reads()
        assert "Основание" in await player.buttons()

    await cast.anna.presses("Основание")
    assert "02-86" in await cast.anna.reads()
    await cast.anna.presses("Трудные темы по школе")
    assert "Решать текстовые задачи" in await cast.anna.reads()
    await cast.anna.sends(words)
    await cast.anna.presses("Сравнить с областью")
    assert "Рядом с областью." in await cast.anna.reads()


async def test_what_help_is_wanted_comes_from_the_associations(
    stage: Stage, cast: Cast, math: int
) -> None:
    await cast.anna.sends("покажи впр по учителям, кто хуже всех")
    await cast.anna.presses("Какая помощь нужна")
    assert "Помощи по темам пока никто не просил." in await cast.anna.reads()

    await stage.run(_asks_for_help)
    await cast.anna.sends("рейтинг учителей")
    await cast.anna.presses("Какая помощь нужна")
    assert "1. Решать текстовые задачи на проценты (№ 11, П) — ВПР-2026" in await cast.anna.reads()
    assert "Марина" not in await cast.anna.reads()
    await cast.anna.presses("1")
    assert "58 участников" in await cast.anna.reads()

    await cast.pavel.sends("рейтинг учителей")
    await cast.pavel.presses("Какая помощь нужна")
    assert "Помощи по темам пока никто не просил." in await cast.pavel.reads()


def _asks_for_help(session: Session) -> None:
    summary = session.scalars(select(Summary)).first()
    assert summary is not None
    session.add(
        FindingVote(
            summary_id=summary.id, finding=1, account=77, name="Марина", choice="help",
            at=summary.created_at,
        )
    )  # fmt: skip


async def test_three_years_stand_in_for_classes(stage: Stage, cast: Cast) -> None:
    [this] = exams(MATH)
    await load(stage, cast.district.school, cast.anna, [this], [(2025, [of_year(this, 2025)])])

    await cast.anna.sends("результаты по классам")
    await cast.anna.presses("Показать за 3 года")

    assert "Вместе 2025 и 2026" in await cast.anna.reads()


async def test_without_results_the_ways_of_a_refusal_say_so(stage: Stage, cast: Cast) -> None:
    for label in ("Трудные темы по школе", "Сравнить с областью"):
        await cast.anna.sends("рейтинг учителей")
        await cast.anna.presses(label)
        assert "Результатов пока нет." in await cast.anna.reads()


async def test_the_menu_leads_to_the_analysis(stage: Stage, cast: Cast, math: int) -> None:
    director = await joins(stage, "Игорь", Role.DIRECTOR, cast.district.school)
    await director.sends("/menu")
    if "Анализ результатов" not in await director.buttons():
        await director.presses("Ещё ›")

    await director.presses("Анализ результатов")

    assert "математика" in await director.reads()
    await director.sends("/help анализ")
    assert "/analysis" in await director.reads() or "Разобрать" in await director.reads()
