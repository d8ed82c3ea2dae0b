"""ВПР «Индивидуальные результаты»: what counts, what does not, what is said about it."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from services.results import FileRefused, Oddity, ParsedFile, to_json
from tests.services.results.files import RUSSIAN, changed, read_here


def told(parsed: ParsedFile) -> set[tuple[str, str | None]]:
    return {(warning.code, warning.cell) for warning in parsed.warnings}


def test_a_report_of_several_schools_keeps_them_apart() -> None:
    exam = read_here(RUSSIAN).exams[0]
    assert [(s.login, s.declared, s.actual) for s in exam.schools] == [
        ("edu621001", 47, 47),
        ("edu621002", 21, 21),
        ("edu621003", 6, 6),
    ]
    assert exam.schools[0].name == "МБОУ «Кадомская СШ»"
    assert exam.schools[0].municipality == "Кадомский муниципальный район"
    assert sum(pupil.school == "edu621002" for pupil in exam.pupils) == 21


def test_the_same_code_in_two_schools_is_two_pupils() -> None:
    parsed = read_here(RUSSIAN)
    assert parsed.rows_read == 74
    assert parsed.warnings == ()


def test_not_attempted_counts_as_zero_and_is_shown_apart() -> None:
    exam = read_here(RUSSIAN).exams[0]
    skipped = [pupil for pupil in exam.pupils if any(pupil.not_attempted)]
    place = [task.code for task in exam.tasks].index("4.2")
    assert len(skipped) == 1
    assert skipped[0].not_attempted[place]
    assert skipped[0].scores[place] == 0


def test_a_score_above_the_maximum_names_its_cell_and_stays_out(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["Q31"] = 5

    parsed = read_here(changed(tmp_path, change))
    assert [(bad.row, bad.problem) for bad in parsed.bad_rows] == [
        (31, Oddity("score_above_max", "Q31", {"task": "11", "max": 2.0, "value": "5"}))
    ]
    assert (parsed.rows_read, parsed.rows_dropped) == (57, 0)
    assert len(parsed.exams[0].pupils) == 57
    agreed = parsed.without_bad_rows()
    assert (agreed.bad_rows, agreed.rows_read, agreed.rows_dropped) == ((), 57, 1)


def test_a_repeated_row_is_counted_once(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.append([cell.value for cell in sheet[20]])

    parsed = read_here(changed(tmp_path, change))
    assert told(parsed) == {("duplicate_row", "D68")}
    assert (parsed.rows_read, parsed.rows_dropped, parsed.bad_rows) == (58, 1, ())


def test_one_code_with_two_results_waits_for_a_decision(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["D30"] = sheet["D29"].value

    parsed = read_here(changed(tmp_path, change))
    assert [bad.problem.code for bad in parsed.bad_rows] == ["duplicate_code"]
    assert parsed.bad_rows[0].problem.cell == "D30"
    assert parsed.rows_read == 57


def test_an_absent_pupil_is_no_participant(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["F12"] = "отсутствовал"

    parsed = read_here(changed(tmp_path, change))
    assert parsed.exams[0].absent == 1
    assert parsed.rows_read == 57
    assert ("declared_differs", "A9") in told(parsed)


@pytest.mark.parametrize("sign", ["н/п", "-", "—"])
def test_a_task_that_was_not_offered_has_no_score(tmp_path: Path, sign: str) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["H12"], sheet["T12"] = sign, None

    exam = read_here(changed(tmp_path, change)).exams[0]
    assert exam.pupils[2].scores[1] is None
    assert not exam.pupils[2].not_attempted[1]
    assert exam.warnings == ()


@pytest.mark.parametrize("sign", ["X", "Х", "x", "х"])
def test_both_letters_x_mean_not_attempted(tmp_path: Path, sign: str) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["H12"], sheet["T12"] = sign, None

    pupil = read_here(changed(tmp_path, change)).exams[0].pupils[2]
    assert (pupil.scores[1], pupil.not_attempted[1]) == (0.0, True)


def test_a_missing_mark_is_silent_and_a_strange_one_is_not(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["U12"], sheet["V12"], sheet["U13"] = "нет отметки", "-", 7

    parsed = read_here(changed(tmp_path, change))
    assert told(parsed) == {("unknown_mark", "U13")}
    third = parsed.exams[0].pupils[2]
    assert (third.mark, third.journal_mark) == (None, None)


def test_an_unreadable_score_is_told_without_its_words(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["J39"] = "Иванов"

    parsed = read_here(changed(tmp_path, change))
    assert told(parsed) == {("unknown_score", "J39")}
    assert "Иванов" not in json.dumps(to_json(parsed), ensure_ascii=False)


def test_a_total_that_does_not_add_up_is_told(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["T12"] = 3

    assert told(read_here(changed(tmp_path, change))) == {("total_differs", "T12")}


def test_a_formula_nobody_saved_is_not_read_as_zero(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["Q31"] = "=1+1"

    parsed = read_here(changed(tmp_path, change))
    assert told(parsed) == {("formula_without_value", "Q31")}
    assert parsed.rows_read == 57


def test_a_total_left_as_a_formula_is_counted_again(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        for row in range(10, 68):
            sheet[f"T{row}"] = f"=SUM(G{row}:S{row})"

    parsed = read_here(changed(tmp_path, change))
    assert parsed.warnings == ()
    assert parsed.exams[0].pupils[0].total == 12


def test_formulas_everywhere_refuse_the_file_at_its_first_cell(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        for row in range(10, 68):
            sheet[f"G{row}"] = "=1"

    with pytest.raises(FileRefused) as refused:
        read_here(changed(tmp_path, change))
    assert (refused.value.code, refused.value.cell) == ("formula_without_value", "G10")


def test_a_table_that_starts_lower_keeps_true_addresses(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["Q31"] = 5
        sheet.insert_rows(1, 3)
        sheet.insert_cols(1, 2)

    parsed = read_here(changed(tmp_path, change))
    assert parsed.bad_rows[0].problem.cell == "S34"
    assert parsed.exams[0].subject == "Математика"


def test_two_subjects_in_one_sheet_are_two_exams(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        other = openpyxl.load_workbook(RUSSIAN).worksheets[0]
        for row in other.iter_rows(values_only=True):
            sheet.append(row)

    exams = read_here(changed(tmp_path, change)).exams
    assert [(e.subject, e.grade, len(e.pupils)) for e in exams] == [
        ("Математика", 6, 58),
        ("Русский язык", 5, 74),
    ]
    assert len(exams[0].tasks) == len(exams[1].tasks) == 13


def test_latin_and_cyrillic_criteria_are_one_code(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["G8"] = "1K1 (4б)"

    assert read_here(changed(tmp_path, change, RUSSIAN)).exams[0].tasks[0].code == "1К1"


def test_without_a_level_row_levels_are_unknown(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.delete_rows(7)

    exam = read_here(changed(tmp_path, change)).exams[0]
    assert {task.level for task in exam.tasks} == {None}
    assert len(exam.pupils) == 58


def test_the_grade_comes_from_codes_when_no_line_tells_it(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A3"] = None

    exam = read_here(changed(tmp_path, change)).exams[0]
    assert (exam.grade, exam.subject, exam.year) == (6, "Математика", 2026)


def test_nothing_that_names_a_pupil_leaves_the_parser(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.insert_cols(5)
        sheet["E8"] = "ФИО"
        for row in range(10, 68):
            sheet[f"E{row}"] = "Канарейкина Анна"
            sheet[f"F{row}"] = "Канарейкина"

    parsed = read_here(changed(tmp_path, change))
    document = json.dumps(to_json(parsed), ensure_ascii=False)
    assert parsed.personal
    assert len(parsed.exams[0].pupils) == 58
    assert "Канарейкина" not in document
    assert "60001" not in document
