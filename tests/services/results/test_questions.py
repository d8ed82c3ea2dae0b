"""What a file does not say is asked, and what the sender says is taken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from services.results import ParsedFile, Question, from_json, parse, to_json
from services.results.facts import whole_year
from services.results.subjectwords import named
from tests.services.results.files import MATH, SAMPLES, changed, read_here, written

FORM = SAMPLES / "form_english8.xlsx"
OLYMPIAD = SAMPLES / "vsosh_municipal_2026.csv"
INDIVIDUAL = [
    "ОО", "Название ОО", "Код участника", "Класс", "Вариант", "1 (1б)", "2 (2б)", "Первичный балл",
]  # fmt: skip
WORK = ["edu621106", "СОШ № 106(edu621106)", 60001, 1, 1, 1, 2, 3]


def asked(parsed: ParsedFile) -> dict[str, tuple[str, ...]]:
    return {question.key: question.options for question in parsed.questions}


def test_a_form_without_a_heading_asks_for_year_and_subject() -> None:
    parsed = read_here(FORM)
    assert asked(parsed) == {"year": (), "subject": ()}
    answered = read_here(FORM, answers={"year": "2026", "subject": "английский"})
    exam = answered.exams[0]
    assert answered.questions == ()
    assert (exam.year, exam.subject, exam.grade) == (2026, "Английский язык", 8)


def test_an_answer_for_one_exam_is_taken_too() -> None:
    exam = read_here(FORM, answers={"0.year": "2026", "0.subject": "Английский язык"}).exams[0]
    assert (exam.year, exam.subject) == (2026, "Английский язык")


@pytest.mark.parametrize("said", ["", "next year", "26", "1926"])
def test_an_answer_that_is_no_year_is_asked_again(said: str) -> None:
    assert "year" in asked(read_here(OLYMPIAD, answers={"year": said}))


def test_an_olympiad_asks_for_its_year_only() -> None:
    assert list(asked(read_here(OLYMPIAD))) == ["year"]


def test_an_answer_never_overrules_the_file() -> None:
    exam = read_here(MATH, answers={"year": "2019", "subject": "Физика", "grade": "9"}).exams[0]
    assert (exam.year, exam.subject, exam.grade) == (2026, "Математика", 6)


def test_a_school_year_is_offered_as_both_its_years(tmp_path: Path) -> None:
    rows = [
        ["Срез, физика, 8 класс, 2025/2026 учебный год"],
        ["Код", 1, 2],
        ["a", 1, 0],
        ["b", 1, 1],
    ]
    parsed = read_here(written(tmp_path, rows))
    assert asked(parsed)["year"] == ("2025", "2026")
    assert whole_year("2025/26") == 2026


def test_individual_results_without_a_heading_say_what_they_lack(tmp_path: Path) -> None:
    parsed = read_here(written(tmp_path, [INDIVIDUAL, WORK]))
    assert parsed.kind == "vpr_individual"
    assert list(asked(parsed)) == ["year", "subject"]
    assert parsed.exams[0].grade == 6


def test_two_sheets_without_a_subject_are_asked_about_apart(tmp_path: Path) -> None:
    path = written(tmp_path, [INDIVIDUAL, WORK], [INDIVIDUAL, WORK])
    assert list(asked(read_here(path))) == ["year", "0.subject", "1.subject"]
    told = {"year": "2026", "0.subject": "Физика", "1.subject": "Химия"}
    parsed = read_here(path, answers=told)
    assert [(exam.year, exam.subject) for exam in parsed.exams] == [
        (2026, "Физика"),
        (2026, "Химия"),
    ]
    assert parsed.questions == ()


def test_the_name_of_a_sheet_may_tell_the_subject(tmp_path: Path) -> None:
    parsed = read_here(
        written(tmp_path, [INDIVIDUAL, WORK], [INDIVIDUAL, WORK], names=["Физика", "По химии"])
    )
    assert [exam.subject for exam in parsed.exams] == ["Физика", "Химия"]
    assert list(asked(parsed)) == ["year"]


def test_a_grade_is_chosen_from_eleven_the_likely_first(tmp_path: Path) -> None:
    def change(sheet: object) -> None:
        for row in range(2, 28):
            sheet[f"A{row}"] = f"{'XYZ'[row % 3]}-{row}"  # type: ignore[index]

    parsed = read_here(changed(tmp_path, change, FORM))
    assert asked(parsed)["grade"] == tuple(map(str, range(1, 12)))
    assert read_here(changed(tmp_path, change, FORM), answers={"grade": "8"}).exams[0].grade == 8
    again = read_here(changed(tmp_path, change, FORM), answers={"grade": "12"})
    assert "grade" in asked(again)


def test_answers_reach_the_parser_process() -> None:
    answers = {"year": "2026", "subject": "Английский язык"}
    assert parse(FORM, answers=answers) == read_here(FORM, answers=answers)


def test_questions_survive_text() -> None:
    question = Question("column", None, ("task", "skip"), {"column": "D", "caption": "?"})
    parsed = read_here(FORM)
    assert question.key == "column:D"
    assert from_json(json.loads(json.dumps(to_json(parsed)))) == parsed


def test_a_file_stored_before_there_were_questions_is_read() -> None:
    parsed = read_here(MATH)
    told = to_json(parsed)
    for name in ("questions", "staff", "staff_warnings"):
        del told[name]
    assert from_json(told) == parsed


@pytest.mark.parametrize(
    ("line", "subjects"),
    [
        ("Контрольная работа по математике", ("Математика",)),
        ("Срез по русскому языку и литературе", ("Русский язык", "Литература")),
        ("Диагностика: обществознание", ("Обществознание",)),
        ("Иностранный язык (английский)", ("Английский язык",)),
        ("Физической культуры", ("Физическая культура",)),
        ("Трудности детей", ()),
    ],
)
def test_subjects_are_known_in_any_case(line: str, subjects: tuple[str, ...]) -> None:
    assert named(line) == subjects
