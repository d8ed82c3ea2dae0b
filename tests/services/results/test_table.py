"""Own studies in tables that follow no form: wide and long, with quirks of real ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.results import FileRefused, ParsedFile, Pupil
from tests.services.results.files import read_here, written

HEAD = ["№ п/п", "Код ученика", "Класс", "Вариант", "1", "2", "3 (2б)", "Сумма", "Отметка"]
ROWS = [
    [place, f"У{place}", "6А" if place < 4 else "6Б", 1, 1, 0, 2, 3, 4] for place in range(1, 7)
]
KNOWN = {"year": "2025", "subject": "Математика", "grade": "6", "occasion": "Входной срез"}
TITLE = ["Контрольный срез по математике, 6 класс"]
DAY = ["Дата:", "15.12.2025"]


def told(parsed: ParsedFile) -> set[tuple[str, str | None]]:
    return {(warning.code, warning.cell) for warning in parsed.warnings}


def one(parsed: ParsedFile) -> Pupil:
    return parsed.exams[0].pupils[0]


def test_a_wide_table_is_read_with_what_its_lines_tell(tmp_path: Path) -> None:
    parsed = read_here(written(tmp_path, [TITLE, DAY, [], HEAD, *ROWS]))
    exam = parsed.exams[0]
    assert (parsed.kind, exam.exam, exam.occasion) == ("table", None, None)
    assert (exam.year, exam.subject, exam.grade) == (2025, "Математика", 6)
    assert {task.code: task.max for task in exam.tasks} == {"1": 1, "2": 1, "3": 2}
    assert one(parsed) == Pupil("", "6А", "1", (1.0, 0.0, 2.0), (False,) * 3, 3.0, 4)
    assert [(q.key, q.options) for q in parsed.questions] == [("occasion", (TITLE[0],))]
    assert told(parsed) == {("maximum_guessed", None)}


def test_the_occasion_is_the_senders_own_words(tmp_path: Path) -> None:
    path = written(tmp_path, [TITLE, DAY, HEAD, *ROWS])
    parsed = read_here(path, answers={"occasion": "  Срез за полугодие "})
    assert (parsed.exams[0].occasion, parsed.questions) == ("Срез за полугодие", ())


def test_a_labelled_name_of_the_work_needs_no_question(tmp_path: Path) -> None:
    label = ["Название работы: Входной контроль"]
    parsed = read_here(written(tmp_path, [TITLE, DAY, label, HEAD, *ROWS]))
    assert (parsed.exams[0].occasion, parsed.questions) == ("Входной контроль", ())


def test_a_row_of_maxima_is_no_work(tmp_path: Path) -> None:
    maxima = ["", "Макс. балл", "", "", 1, 3, 2, 6, ""]
    exam = read_here(written(tmp_path, [HEAD, maxima, *ROWS]), answers=KNOWN).exams[0]
    assert [task.max for task in exam.tasks] == [1, 3, 2]
    assert len(exam.pupils) == 6
    assert exam.warnings == ()


def test_a_caption_over_several_columns_and_trailing_totals(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["№", "Код", "Класс", "Баллы за задания", None, None, "Итого"],
        [None, None, None, "№1", "№2", "№3", None],
        *[[n, f"К{n}", "5А", 1, 0, "X", 1] for n in range(1, 5)],
        [None, None, "Итого", 4, 0, 0, 4],
        ["Процент выполнения", None, None, 100, 0, 0, None],
    ]
    parsed = read_here(written(tmp_path, rows), answers=KNOWN)
    assert (len(parsed.exams[0].pupils), parsed.exams[0].grade) == (4, 5)
    assert one(parsed).not_attempted == (False, False, True)


def test_cells_merged_down_a_column_belong_to_all_their_rows(tmp_path: Path) -> None:
    head = ["Школа", "Класс", "Код", "1", "2"]
    rows = [["СОШ № 1", "7А", "a", 1, 0], [None, None, "b", 0, 1], ["СОШ № 2", "7Б", "c", 1, 1]]
    exam = read_here(written(tmp_path, [head, *rows]), answers=KNOWN).exams[0]
    assert [(p.school, p.class_label) for p in exam.pupils] == [
        ("СОШ № 1", "7А"),
        ("СОШ № 1", "7А"),
        ("СОШ № 2", "7Б"),
    ]
    assert [(school.name, school.actual) for school in exam.schools] == [
        ("СОШ № 1", 2),
        ("СОШ № 2", 1),
    ]


def test_numbers_as_text_and_decimal_commas_count(tmp_path: Path) -> None:
    rows = [["Код", "1", "2"], ["a", "1,5", " 2 "], ["b", "0", "н/п"]]
    exam = read_here(written(tmp_path, rows), answers=KNOWN).exams[0]
    assert [pupil.scores for pupil in exam.pupils] == [(1.5, 2.0), (0.0, None)]


def test_plus_and_minus_are_right_and_wrong(tmp_path: Path) -> None:
    rows = [
        ["Код", "1", "2 (2б)", "3"],
        ["a", "+", "-", "-"],
        ["b", "-", "+", "н/п"],
        ["c", "±", "+", 1],
    ]
    exam = read_here(written(tmp_path, rows), answers=KNOWN).exams[0]
    assert [pupil.scores for pupil in exam.pupils] == [(1, 0, None), (0, 2, None), (0.5, 2, 1)]


def test_grades_in_one_table_are_exams_of_their_own(tmp_path: Path) -> None:
    rows = [["Предмет", "Класс", "Код", "1", "2"]]
    rows += [["Физика", "7А", "a", 1, 0], ["Физика", "8А", "b", 1, 1], ["Химия", "8А", "c", 1, 1]]  # type: ignore[list-item]
    exams = read_here(written(tmp_path, rows), answers=KNOWN).exams
    assert [(exam.subject, exam.grade) for exam in exams] == [
        ("Физика", 7),
        ("Физика", 8),
        ("Химия", 8),
    ]


def test_numbers_of_classes_from_one_on_are_no_grades(tmp_path: Path) -> None:
    rows = [["Код", "Класс", "1", "2"], ["a", 1, 1, 0], ["b", 2, 1, 1]]
    assert [exam.grade for exam in read_here(written(tmp_path, rows)).exams] == [None]
    rows = [["Код", "Класс", "1", "2"], ["a", 6, 1, 0], ["b", 6, 1, 1]]
    assert [exam.grade for exam in read_here(written(tmp_path, rows)).exams] == [6]


def test_sheets_of_classes_are_one_work(tmp_path: Path) -> None:
    rows = [TITLE, DAY, ["№", "Код", "1", "2"], [1, "a", 1, 0], [2, "b", 0, 2]]
    path = written(tmp_path, rows, rows[:-1], names=["6А", "6Б"])
    parsed = read_here(path, answers=KNOWN)
    exam = parsed.exams[0]
    assert len(parsed.exams) == 1
    assert [pupil.class_label for pupil in exam.pupils] == ["6А", "6А", "6Б"]
    assert [task.max for task in exam.tasks] == [1, 2]


def test_a_column_nobody_understands_is_asked_about(tmp_path: Path) -> None:
    rows = [
        ["Код", "Класс", "Чтение", "Письмо", "Цвет"],
        ["a", "4А", 2, 1, "синий"],
        ["b", "4А", 0, 1, "красный"],
    ]
    path = written(tmp_path, [["Комплексная работа"], *rows])
    asked = [q for q in read_here(path).questions if q.name == "column"]
    assert [(q.key, q.params["cell"], q.params["caption"]) for q in asked] == [
        ("column:C", "C2", "Чтение"),
        ("column:D", "D2", "Письмо"),
        ("column:E", "E2", "Цвет"),
    ]
    assert (asked[0].options[0], asked[2].options[0]) == ("task", "school")
    answers = {**KNOWN, "column:C": "task", "column:D": "task", "column:E": "skip"}
    parsed = read_here(path, answers=answers)
    assert parsed.questions == ()
    assert [task.code for task in parsed.exams[0].tasks] == ["Чтение", "Письмо"]
    assert "синий" not in str(parsed)


def test_an_answer_may_call_a_task_a_total(tmp_path: Path) -> None:
    path = written(tmp_path, [["Код", "1", "2", "3"], ["a", 1, 0, 1], ["b", 1, 1, 2]])
    exam = read_here(path, answers={**KNOWN, "column:D": "total"}).exams[0]
    assert [task.code for task in exam.tasks] == ["1", "2"]


def test_a_long_table_becomes_works(tmp_path: Path) -> None:
    head = ["Код", "Класс", "Номер задания", "Балл", "Макс. балл", "Проверяемое умение"]
    rows = [
        [code, "7А", f"Задание {task}", score, 2, f"умение {task}"]
        for code, scores in {"a": (1, 2), "b": (0, "X")}.items()
        for task, score in enumerate(scores, 1)
    ]
    exam = read_here(written(tmp_path, [head, *rows]), answers=KNOWN).exams[0]
    assert [(t.code, t.max, t.skill) for t in exam.tasks] == [
        ("1", 2, "умение 1"),
        ("2", 2, "умение 2"),
    ]
    assert [(p.scores, p.not_attempted, p.total) for p in exam.pupils] == [
        ((1, 2), (False, False), 3),
        ((0, 0), (False, True), 0),
    ]


def test_a_long_table_tells_what_is_wrong_in_which_cell(tmp_path: Path) -> None:
    head = ["Код", "Задание", "Балл", "Макс. балл"]
    rows = [
        ["a", 1, 1, 2],
        ["a", 1, 1, 2],
        ["b", 1, 3, 2],
        ["c", 1, 1, 2],
        ["c", 1, 2, 2],
        ["d", 1, "н", 2],
    ]
    parsed = read_here(written(tmp_path, [head, *rows]), answers=KNOWN)
    assert [(bad.row, bad.problem.code, bad.problem.cell) for bad in parsed.bad_rows] == [
        (4, "score_above_max", "C4"),
        (6, "duplicate_code", "C6"),
    ]
    assert {("duplicate_row", "C3"), ("absent", None)} <= told(parsed)
    assert (parsed.rows_read, parsed.exams[0].absent) == (1, 1)


def test_wrong_cells_of_a_wide_table_are_told(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Код", "Класс", "Вариант", "1 (1б)", "2 (2б)", "Итого", "Отметка"],
        ["a", "6А", 1, 1, 3, 4, 5],
        ["b", "6А", 1, 1, "много", 1, 5],
        ["c", "6А", 1, 1, 2, 9, 5],
        ["d", "6А", 1, 1, 2, 3, 7],
        ["d", "6А", 1, 1, 2, 3, 7],
        ["d", "6А", 1, 1, 1, 2, 7],
        ["d", "6Б", 1, 1, 1, 2, 4],
        ["e", "6А", "отсутствовал", None, None, None, None],
        ["f", "6А", 1, -1, 1, 2, 4],
    ]
    parsed = read_here(written(tmp_path, rows), answers=KNOWN)
    assert [(bad.problem.code, bad.problem.cell) for bad in parsed.bad_rows] == [
        ("score_above_max", "E2"),
        ("unknown_score", "E3"),
        ("duplicate_code", "A7"),
        ("score_below_zero", "D10"),
    ]
    assert {
        ("total_differs", "F4"),
        ("unknown_mark", "G5"),
        ("duplicate_row", "A6"),
        ("absent", None),
    } <= told(parsed)
    assert "много" not in str(parsed)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_text_tables_of_every_make_are_read(encoding: str, separator: str, tmp_path: Path) -> None:
    rows = [["Код", "Класс", "1", "2"], ["a", "6А", "1", "0"], ["b", "6А", "", "X"]]
    path = tmp_path / "срез.txt"
    path.write_bytes("\r\n".join(separator.join(row) for row in rows).encode(encoding))
    exam = read_here(path, answers=KNOWN).exams[0]
    assert [pupil.scores for pupil in exam.pupils] == [(1, 0), (None, 0)]


@pytest.mark.parametrize(
    "rows",
    [
        [["Класс", "1", "2", "3"], ["5А", 85.5, 40, 66], ["5Б", 75, 30, 44]],
        [["слово", "дело"], ["a", "b"]],
        [["Задание", "Макс. балл", "Умение"], [1, 2, "a"], [2, 1, "b"]],
        [["Урок", "Понедельник", "Вторник"], [1, "физика", "химия"], [2, "химия", "физика"]],
        [[1, 2, 3], [1, 0, 1], [0, 0, 1]],
    ],
    ids=["percents", "words", "a plan of tasks", "a timetable", "numbers alone"],
)
def test_a_table_that_holds_no_works_is_not_taken_for_one(
    rows: list[list[object]], tmp_path: Path
) -> None:
    with pytest.raises(FileRefused) as refused:
        read_here(written(tmp_path, rows))
    assert refused.value.code == "unknown_kind"


def test_a_hidden_sheet_is_nobodys_results(tmp_path: Path) -> None:
    import openpyxl

    path = written(tmp_path, [TITLE], [HEAD, *ROWS])
    book = openpyxl.load_workbook(path)
    book.worksheets[1].sheet_state = "hidden"
    book.save(path)
    with pytest.raises(FileRefused):
        read_here(path)


def test_an_own_work_in_the_shape_of_a_form_is_no_vpr(tmp_path: Path) -> None:
    head = ["ОО", "Код участника", "Класс", "Вариант", "1 (1б)", "2 (2б)", "Сумма баллов"]
    rows = [["СОШ № 1", "a", "9А", 1, 0, 1, 1]]
    title = ["Контрольный срез, химия, 9 класс, 2025"]
    assert read_here(written(tmp_path, [title, head, *rows])).kind == "table"
    assert read_here(written(tmp_path, [title, head[1:], rows[0][1:]])).kind == "table"
    heading = ["ВПР 2025 Химия 9 класс"]
    assert read_here(written(tmp_path, [heading, head, *rows])).kind == "vpr_individual"
