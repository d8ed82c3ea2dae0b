"""What papers say: figures with works and intervals, decisions, nobody's name but an owner's."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from handlers.papers.composing import compose, values
from handlers.papers.composing.samples import explained, sample
from handlers.papers.composing.words import say
from handlers.papers.writing import file_name, paper_texts, written_as
from handlers.ui.texts import TextLibrary, Texts
from services.papers import PaperKind, Told, fields, lint
from services.papers.model import Document, Span
from services.papers.package import checked
from services.papers.word.filling import filled
from services.papers.word.writing import document
from tests.handlers.ui.conftest import LOCALES
from tests.services.papers import told as scenes
from tests.services.papers.packages import assert_sound, words

TEXTS = paper_texts()


def said(told: Told, texts: Texts = TEXTS) -> str:
    return words(assert_sound(document(compose(told, texts))))


def test_minutes_have_all_a_meeting_needs() -> None:
    text = said(scenes.told(PaperKind.MINUTES))

    for part in (
        "ПРОТОКОЛ № 2",
        "заседания методического объединения",
        "ШМО учителей математики",
        "14 октября 2026 г.",
        "Присутствовали:",
        "Повестка дня",
        "СЛУШАЛИ:",
        "Число участников: 58.",
        "ОБСУДИЛИ:",
        "РЕШИЛИ:",
        "Голосовали: «за» ______",
        "Председатель",
        "Секретарь",
    ):
        assert part in text, part
    assert "16 % (от 9 до 24), по области 21 %; дефицит, на вывод можно опираться." in text
    assert "Разница с областью мала: трудности общие." in text
    assert "Мера: Схема-полоска" in text
    assert "Ответственный: М. С. Кузнецова. Срок: 27 ноября 2026 г." in text
    assert "Обратиться за методической помощью к методисту: «Вычислять" in text
    assert "В план работы не включать" in text
    assert "г.." not in text


def test_what_nobody_said_is_left_to_the_hand() -> None:
    area = replace(scenes.meeting().areas[0], measure=None, owner=None, due_on=None)
    meeting = scenes.meeting(areas=(area,), number=0, note="")

    text = said(scenes.told(PaperKind.MINUTES, meeting=meeting))

    rule = "____________________"
    assert "ПРОТОКОЛ № ____" in text
    assert f"Мера: {rule}" in text
    assert f"Ответственный: {rule}. Срок: {rule}." in text
    assert "Отметили" not in text


def test_a_meeting_without_votes_leaves_room_for_what_was_said() -> None:
    areas = tuple(replace(one, plan=0, not_ours=0, help=0) for one in scenes.meeting().areas)

    text = said(scenes.told(PaperKind.MINUTES, meeting=scenes.meeting(areas=areas)))

    assert "число голосов" not in text
    assert "ОБСУДИЛИ:" in text


def test_the_plan_says_who_does_what_until_when_and_how_it_shows() -> None:
    made = assert_sound(document(compose(scenes.told(PaperKind.PLAN), TEXTS)))

    (table,) = made.tables
    head = [cell.text for cell in table.rows[0].cells]
    assert head == [
        "№", "Проблемное поле", "Мера", "Ответственный", "Срок", "Как увидим, что получилось",
    ]  # fmt: skip
    first = [cell.text.replace("\u00a0", " ") for cell in table.rows[1].cells]
    assert first[3:5] == ["М. С. Кузнецова", "27 ноября 2026 г."]
    assert "выше нынешних 16 % (промежуток от 9 до 24)" in first[5]
    assert [row.cells[2].text for row in table.rows[2:]] == [
        "Обратиться за методической помощью к методисту"
    ]


def test_an_empty_plan_says_so() -> None:
    text = said(scenes.told(PaperKind.PLAN, meeting=scenes.meeting(areas=())))

    assert "ничего не включено" in text


def test_the_report_has_figures_findings_and_a_careful_end() -> None:
    text = said(scenes.told(PaperKind.REPORT))

    for part in (
        "АНАЛИТИЧЕСКАЯ СПРАВКА",
        "Успеваемость 88 %, качество знаний 45 %",
        "16 (9–24)",
        "дефицит, похоже",
        "у границы",
        "без вывода",
        "18 (61)",
        "в пределах случайного",
        "Понизили 10 %, подтвердили 59 %, повысили 31 % участников (58 работ).",
        "а не оценка чьего-либо труда",
        "Опираться можно на 2 из них",
        "не оценивают работу учителей",
        "сумма набранных баллов ÷ (число участников × наибольший балл за задание)",
        "Отброшено строк: 1.",
        "«Индивидуальные результаты», «Выполнение заданий»",
        "уровень Б от 60 %, уровень П от 30 %",
    ):
        assert part in text, part


def test_a_small_study_says_with_what_it_was_put_together() -> None:
    text = said(Told(PaperKind.REPORT, scenes.MADE_ON, scenes.few()))

    assert "вместе с работами прошлых лет (2024, 2025, 2026): всего 21 работа" in text
    assert text.count("Работ меньше 10") == 1
    assert "Успеваемость 8" not in text


def test_too_few_works_are_not_judged_and_show_no_shares() -> None:
    study = scenes.few(pool=None, tasks=(), findings=())

    for kind in PaperKind:
        text = said(scenes.told(kind, study=study))
        body = text.partition("Приложение")[0]
        assert not re.search(r"\d\s?%", body.replace("берём 100 %", "")), kind
    assert "Общих выводов не делается" in said(scenes.told(PaperKind.REPORT, study=study))


def test_a_study_without_levels_skills_or_peers_is_told_by_its_tasks() -> None:
    bare = scenes.task("11", skill=None, level=None, peer=None, peer_level=None)
    tasks = tuple(replace(bare, code=str(n)) for n in range(1, 4))
    study = scenes.study(
        tasks=tasks, findings=tasks, peer_level=None, difference="unknown", marks=(), journal=(),
        trends=(), hints=(), held_on=None,
    )  # fmt: skip

    text = said(scenes.told(PaperKind.REPORT, study=study))

    assert "Задание 1: 16 % (от 9 до 24)" in text
    assert "Область" not in text


def test_pooled_schools_are_not_called_a_school() -> None:
    study = scenes.study(wide=True, place="Кадомский муниципальный район")

    text = said(scenes.told(PaperKind.REPORT, study=study))

    assert "Наши школы" in text
    assert "Наша школа" not in text


@pytest.mark.parametrize("kind", list(PaperKind))
def test_no_paper_speaks_of_classes_pupils_or_places_in_a_row(kind: PaperKind) -> None:
    text = said(scenes.told(kind))

    assert not re.search(r"\b\d{1,2}\s?«?[АБВГД]»?\s+класс", text)
    assert "рейтинг" not in text.lower()


@pytest.mark.parametrize("kind", list(PaperKind))
def test_papers_can_be_read_in_english_too(kind: PaperKind) -> None:
    english = TextLibrary.load(LOCALES).of("en")

    text = said(scenes.told(kind), english)

    assert "VPR" in text or "MINUTES" in text or "PLAN" in text


def test_emphasis_is_kept_and_what_people_wrote_is_not_markup() -> None:
    first, *rest = say(TEXTS, "paper-noted", note="<b>5 < 6 & «да»</b>")

    assert first == Span("Отметили:", bold=True)
    assert "".join(one.text for one in rest) == " <b>5 < 6 & «да»</b>"
    assert not any(one.bold for one in rest)


def test_a_file_name_is_one_everywhere() -> None:
    name = written_as(scenes.told(PaperKind.MINUTES), TEXTS, None).name

    assert name == "Протокол № 2, ВПР-2026, математика, 6 класс.docx"
    assert file_name('a/b\\c:*?"<>|\n' + "я" * 300) == f"a b c {'я' * 114}.docx"


# Forms


@pytest.mark.parametrize("kind", list(PaperKind))
def test_every_field_has_a_value_for_every_paper(kind: PaperKind) -> None:
    known, given = fields(), values(scenes.told(kind), TEXTS)

    assert set(given) == set(known.names)
    for loop, names in known.rows.items():
        rows = given[loop]
        assert isinstance(rows, list)
        assert all(set(row) == set(names) for row in rows), loop


@pytest.mark.parametrize("kind", list(PaperKind))
def test_a_sample_is_a_sound_form_of_its_paper(kind: PaperKind) -> None:
    content = document(sample(kind, TEXTS))
    checked(content)
    reading = lint.read(content)

    assert reading.problems == []
    assert all(kind in fields().kinds_of(one) for one in reading.used)
    assert fields().lacking(frozenset(reading.used), kind) == ()

    told = scenes.told(kind)
    text = words(assert_sound(filled(content, values(told, TEXTS), None, compose(told, TEXTS))))
    assert "{" not in text
    assert "ВПР-2026, математика, 6 класс" in text
    assert "Решать текстовые задачи на проценты" in text


def test_every_field_is_explained_in_both_languages() -> None:
    library = TextLibrary.load(LOCALES)
    for name in sorted(fields().all_names()):
        for language in ("ru", "en"):
            assert explained(name, library.of(language)), name


def test_the_sample_explains_every_field_of_its_paper() -> None:
    for kind in PaperKind:
        blocks: Document = sample(kind, TEXTS)
        text = words(assert_sound(document(blocks)))
        for name in fields().of(kind):
            assert f"\n{name}\n" in text, name
