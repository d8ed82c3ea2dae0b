"""Every kind is recognised by what is inside."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from services.results import FileRefused, to_json
from services.results.kinds import KINDS
from tests.services.results.files import MATH, SAMPLES, changed, read_here, sample

EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_the_kind_does_not_depend_on_the_name(name: str, tmp_path: Path) -> None:
    copy = tmp_path / "2849657.bin"
    copy.write_bytes((SAMPLES / name).read_bytes())
    assert read_here(copy).kind == EXPECTED[name]["kind"]


def test_every_kind_has_its_own_name() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert {kind["kind"] for kind in EXPECTED.values()} <= {kind.name for kind in KINDS}


def test_task_completion_knows_whose_line_is_whose() -> None:
    exam = sample("vpr_tasks_math6.xlsx")
    assert [(g.level, g.login, g.schools, g.n) for g in exam.groups] == [
        ("country", None, 34112, 1401877),
        ("region", None, 231, 9120),
        ("municipality", "reg62_m031", 5, 245),
        ("school", "edu621106", None, 58),
    ]
    assert exam.groups[3].tasks["11"] == 16.38
    assert {task.code: task.max for task in exam.tasks}["9"] == 2
    assert exam.date == date(2026, 4, 20)


def test_task_codes_written_as_numbers_are_read(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["D8"], sheet["E8"], sheet["F8"] = 1, 2.1, "2,2"

    codes = [
        t.code
        for t in read_here(changed(tmp_path, change, SAMPLES / "vpr_tasks_math6.xlsx"))
        .exams[0]
        .tasks
    ]
    assert codes[:4] == ["1", "2.1", "2.2", "4"]


def test_an_impossible_percent_is_told_and_left_out(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["E12"] = 840.8

    exam = read_here(changed(tmp_path, change, SAMPLES / "vpr_tasks_math6.xlsx")).exams[0]
    assert [(w.code, w.cell) for w in exam.warnings] == [("not_a_percent", "E12")]
    assert "2" not in exam.groups[2].tasks


def test_planned_results_give_skills_and_places_by_their_names() -> None:
    exam = sample("vpr_planned_results_math6.xlsx")
    skills = {task.code: task.skill for task in exam.tasks}
    assert skills["11"] == "Решать текстовые задачи на проценты"
    assert {g.level: g.n for g in exam.groups} == {
        "region": 9120,
        "municipality": 245,
        "school": 58,
        "country": 1401877,
    }


def test_a_skill_keeps_its_own_commas_and_points(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A10"] = "1.1. Сравнивать числа, большие 1,5. Объяснять"

    exam = read_here(changed(tmp_path, change, SAMPLES / "vpr_planned_results_math6.xlsx")).exams[0]
    assert exam.tasks[0].code == "1.1"
    assert exam.tasks[0].skill == "Сравнивать числа, большие 1,5. Объяснять"


def test_marks_are_percents_of_works_by_group() -> None:
    exam = sample("vpr_marks_math6.xlsx")
    assert exam.groups[3].marks == {"2": 1.72, "3": 24.14, "4": 65.52, "5": 8.62}


def test_the_journal_comparison_is_read_in_both_variants(tmp_path: Path) -> None:
    wide = sample("vpr_journal_math6.xlsx")
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Сравнение отметок с отметками по журналу"],
        ["ВПР 2026 Математика 6 класс"],
        ["Группы участников", "Кол-во участников", "%"],
        ["Рязанская область"],
        ["Понизили (Отметка < Отметка по журналу) %", 2226, 24.41],
        ["Подтвердили (Отметка = Отметке по журналу) %", 6420, 70.39],
        ["Повысили (Отметка > Отметка по журналу) %", 474, 5.2],
        ["Всего", 9120, 100],
    ):
        sheet.append(row)
    book.save(tmp_path / "older.xlsx")
    older = read_here(tmp_path / "older.xlsx").exams[0]
    assert older.kind == wide.kind == "vpr_journal_comparison"
    assert dict(older.groups[0].journal) == dict(wide.groups[0].journal)
    assert (older.groups[0].level, older.groups[0].n) == ("region", 9120)


def test_the_collection_form_stops_at_the_first_empty_code() -> None:
    parsed = read_here(SAMPLES / "form_english8.xlsx")
    exam = parsed.exams[0]
    assert (len(exam.pupils), exam.absent, exam.grade) == (24, 2, 8)
    assert exam.pupils[0].total == 2
    assert [w.code for w in exam.warnings] == ["absent"]


def test_an_older_form_with_more_columns_between_tasks_is_read(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.insert_cols(6, 2)
        sheet["F1"], sheet["G1"] = "Вариант (часть 2)", "Пол"
        for row in range(2, 28):
            sheet[f"F{row}"], sheet[f"G{row}"] = 1, "ж"

    exam = read_here(changed(tmp_path, change, SAMPLES / "form_english8.xlsx")).exams[0]
    assert [task.code for task in exam.tasks] == ["1", "2", "3", "4К1", "4К2", "4К3", "4К4"]
    assert len(exam.pupils) == 24


@pytest.mark.parametrize("name", ["oge_protocol_rus9.xlsx", "ege_protocol_math11.xlsx"])
def test_a_protocol_of_an_exam_is_personal_and_leaves_only_scores(name: str) -> None:
    parsed = read_here(SAMPLES / name)
    document = json.dumps(to_json(parsed), ensure_ascii=False)
    assert parsed.personal
    assert "Аверин" not in document
    assert "6100" not in document
    assert "000001" not in document
    assert any(w.code == "maximum_guessed" for w in parsed.warnings)


def test_two_protocols_in_one_sheet_share_a_header(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=3, max_row=12)]
        sheet.append(["Средние", None, None, None, None, None, None, None, 10])
        sheet.append(["02 - Математика 2026.06.03"])
        for row in rows:
            sheet.append(row)

    exams = read_here(changed(tmp_path, change, SAMPLES / "oge_protocol_rus9.xlsx")).exams
    assert [(e.subject, e.exam, len(e.pupils)) for e in exams] == [
        ("Русский язык", "ОГЭ", 41),
        ("Математика", "ОГЭ", 10),
    ]


def test_a_mask_nobody_knows_is_a_bad_row(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["L5"], sheet["M6"] = "+?-", "5(2)"

    parsed = read_here(changed(tmp_path, change, SAMPLES / "oge_protocol_rus9.xlsx"))
    assert [bad.row for bad in parsed.bad_rows] == [5, 6]
    assert parsed.rows_read == 39


def test_a_staff_list_counts_people_and_keeps_nobody() -> None:
    parsed = read_here(SAMPLES / "staff_2026.xlsx")
    assert (parsed.people, parsed.personal, parsed.exams) == (48, True, ())


def test_an_olympiad_in_an_old_encoding_is_read() -> None:
    exam = sample("vsosh_municipal_2026.csv")
    assert (exam.subject, exam.grade, exam.max_score) == ("Математика", 7, 35)
    assert len(exam.pupils) == 34
    assert not any("М-7" in str(pupil) for pupil in exam.pupils)


def test_a_table_of_no_known_kind_says_whether_it_names_people(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Фамилия", "Телефон"])
    book.worksheets[0].append(["Иванов", "+7"])
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(FileRefused) as refused:
        read_here(tmp_path / "a.xlsx")
    assert (refused.value.code, refused.value.params) == ("unknown_kind", {"personal": True})


def test_a_helper_sheet_beside_the_results_is_passed_by(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(MATH)
    book.create_sheet("Служебный", 0).append(["вариант", 1, 2])
    book.save(tmp_path / "a.xlsx")
    assert len(read_here(tmp_path / "a.xlsx").exams) == 1


def test_an_old_workbook_is_read_like_a_new_one() -> None:
    old = read_here(Path(__file__).parent / "old_individual.xls")
    assert old.exams == read_here(MATH).exams


def test_first_scores_are_told_from_tasks(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A1"] = "Распределение первичных баллов"
        sheet.delete_rows(9)
        for place in range(13):
            sheet.cell(8, 4 + place).value = place

    exam = read_here(changed(tmp_path, change, SAMPLES / "vpr_tasks_math6.xlsx")).exams[0]
    assert exam.kind == "vpr_primary_scores"
    assert exam.groups[3].points["0"] == 84.48
    assert exam.groups[3].tasks == {}


def test_completion_by_marks_is_not_taken_for_completion(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A1"] = "Выполнение заданий группами участников"

    parsed = read_here(changed(tmp_path, change, SAMPLES / "vpr_tasks_math6.xlsx"))
    assert parsed.kind == "vpr_task_completion_by_marks"
    assert [(w.code, w.cell) for w in parsed.warnings] == [("figures_not_used", None)]


def test_short_lines_of_a_text_table_are_filled(tmp_path: Path) -> None:
    lines = (SAMPLES / "vsosh_municipal_2026.csv").read_text(encoding="cp1251").splitlines()
    path = tmp_path / "x.csv"
    path.write_text("\n".join(["Протокол", *lines, "35;М-7-35"]), encoding="utf-8-sig")
    parsed = read_here(path)
    assert (parsed.kind, parsed.rows_read, parsed.rows_dropped) == ("olympiad", 34, 1)
