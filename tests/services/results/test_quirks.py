"""The same kinds of files from other hands: wording, merged captions, odd rows and columns."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from services.results import Exam, ParsedFile
from tests.services.results.files import read_here, written

HEAD = [
    "ОО", "Муниципалитет", "Название ОО", "Код участника", "Класс", "Вариант",
    "1 (1б)", "2 (2б)", "3 (1б)", "Первичный балл", "Отметка", "Отметка по журналу",
]  # fmt: skip
HEADING = "ВПР 2026 Математика 6 класс"
SCHOOL = "МБОУ СОШ № 106(edu621106)"
TOP: list[list[object]] = [
    [], ["ВПР 2026 Математика 6 класс"], ["Предмет:", "Математика"],
    ["Максимальный первичный балл:", 4], ["Дата:", date(2026, 4, 20)], [],
]  # fmt: skip


def work(
    code: object = 60001, first: object = 1, second: object = 2, third: object = "X"
) -> list[object]:
    return ["edu621106", "Сасово", SCHOOL, code, 1, 1, first, second, third, None, 4, 5]


def individual(folder: Path, *rows: list[object], head: list[object] | None = None) -> ParsedFile:
    return read_here(
        written(folder, [["Индивидуальные результаты"], [HEADING], head or HEAD, *rows])
    )


def report(folder: Path, title: str, *rows: list[object]) -> Exam:
    parsed = read_here(written(folder, [[title], *TOP, *rows]))
    exam = parsed.exams[0]
    assert (exam.exam, exam.year, exam.subject, exam.grade) == ("ВПР", 2026, "Математика", 6)
    assert exam.date == date(2026, 4, 20)
    assert parsed.questions == ()
    return exam


@pytest.mark.parametrize(
    ("heading", "subject", "grade"),
    [
        ("ВПР 2026 Русский язык 5 класс", "Русский язык", 5),
        ("ВПР 2026. Русский язык. 5 класс", "Русский язык", 5),
        ("ВПР, 2026 год, Математика, 6 класс", "Математика", 6),
        ("ВПР 2026 г. Биология 6-й класс", "Биология", 6),
        ("ВПР 2025/2026 Физика 7 класс", "Физика", 7),
        ("ВПР-2026 осень Химия 8 класс", "Химия", 8),
        (
            "ВПР 2026 Математика (углублённый уровень) 7 класс",
            "Математика (углублённый уровень)",
            7,
        ),
        ("Всероссийские проверочные работы 2026, математика, 6 класс", "Математика", 6),
    ],
)
def test_headings_of_all_makes_tell_year_subject_and_grade(
    heading: str, subject: str, grade: int, tmp_path: Path
) -> None:
    exam = read_here(written(tmp_path, [[heading], HEAD, work()])).exams[0]
    assert (exam.exam, exam.year, exam.subject, exam.grade) == ("ВПР", 2026, subject, grade)


@pytest.mark.parametrize(
    "head",
    [
        ["Логин ОО", "МО", "Наименование ОО", "Номер участника", "Класс", "Вариант",
         "1 (макс. 1 б.)", "№2 (2 балла)", "3(1б.)", "Сумма первичных баллов",
         "Отметка за ВПР", "Отметка в журнале"],
        ["OO", "Муниципальное  образование", "Название ОО*", "Kод\nучастника", "Класс:", "Вариант",
         "Задание 1 (1б)", "Задание 2 (2б)", "Задание 3 (1б)", "Первичный балл (из 4)", "Oтметка",
         "Отметка по журналу (четверть)"],
    ],
)  # fmt: skip
def test_captions_in_other_words_and_letters_are_known(head: list[object], tmp_path: Path) -> None:
    parsed = individual(tmp_path, work(), head=head)
    pupil = parsed.exams[0].pupils[0]
    assert [task.max for task in parsed.exams[0].tasks] == [1, 2, 1]
    assert (pupil.school, pupil.mark, pupil.journal_mark) == ("edu621106", 4, 5)
    assert pupil.not_attempted == (False, False, True)


def test_a_caption_merged_over_the_tasks(tmp_path: Path) -> None:
    head = [*HEAD[:6], "Баллы за задания", None, None, *HEAD[9:]]
    below: list[object] = [*[None] * 6, "1 (1б)", "2 (2б)", "3 (1б)", None, None, None]
    parsed = individual(tmp_path, below, work(), head=head)
    assert parsed.kind == "vpr_individual"
    assert len(parsed.exams[0].pupils) == 1


def test_empty_rows_and_columns_anywhere_and_totals_at_the_end(tmp_path: Path) -> None:
    def wider(row: list[object]) -> list[object]:
        return [None, *row[:7], None, *row[7:]]

    rows: list[list[object]] = [
        [],
        wider(work()),
        [],
        wider(work(60002)),
        [None, "Средний балл", *[None] * 5, 1, None, 2],
    ]
    parsed = read_here(written(tmp_path, [[], [], [None, HEADING], [], [], wider([*HEAD]), *rows]))
    assert [task.code for task in parsed.exams[0].tasks] == ["1", "2", "3"]
    assert (parsed.rows_read, parsed.rows_dropped) == (2, 0)
    assert parsed.warnings == ()


def test_numbers_as_text_and_decimal_commas(tmp_path: Path) -> None:
    row: list[object] = [
        "edu621106",
        "Сасово",
        SCHOOL,
        "60001",
        "6А",
        "1",
        "1",
        "1,5",
        " 0 ",
        "2,5",
        "4",
        "5",
    ]
    parsed = individual(tmp_path, row)
    pupil = parsed.exams[0].pupils[0]
    assert (pupil.scores, pupil.total, pupil.mark) == ((1.0, 1.5, 0.0), 2.5, 4)
    assert parsed.warnings == ()


@pytest.mark.parametrize(
    "line",
    ["{} | Кол-во участников: 3", "{} | Количество участников - 3", "{}; число участников 3"],
)
def test_a_section_line_declares_its_works(line: str, tmp_path: Path) -> None:
    parsed = individual(tmp_path, [line.format(SCHOOL)], work(), work(60002))
    assert [(w.code, w.cell, w.params["declared"]) for w in parsed.warnings] == [
        ("declared_differs", "A4", 3)
    ]
    assert len(parsed.exams[0].schools) == 1


def test_task_codes_that_a_spreadsheet_spoilt_are_mended(tmp_path: Path) -> None:
    codes: list[object] = [
        9.1,
        *[f"9.{n}" for n in range(2, 10)],
        9.1,
        date(2026, 1, 10),
        "4 К1",
        "4.К2",
    ]
    head = [*HEAD[:6], *codes, *HEAD[9:]]
    row = [*work()[:6], *[1] * len(codes), None, 4, 5]
    tasks = individual(tmp_path, row, head=head).exams[0].tasks
    assert [task.code for task in tasks] == [
        *[f"9.{n}" for n in range(1, 11)], "10.1", "4К1", "4К2",
    ]  # fmt: skip


def test_one_study_on_two_sheets_is_one_exam(tmp_path: Path) -> None:
    first = [[HEADING], HEAD, [f"{SCHOOL} | Кол-во участников: 1"], work()]
    second = [[HEADING], HEAD, work(60002, first=5), work(60003)]
    parsed = read_here(written(tmp_path, first, second, names=["6А", "6Б"]))
    assert len(parsed.exams) == 1
    assert (len(parsed.exams[0].pupils), parsed.exams[0].max_score) == (2, 4)
    assert [(bad.sheet, bad.row, bad.exam) for bad in parsed.bad_rows] == [("6Б", 3, 0)]


@pytest.mark.parametrize(
    "rows",
    [
        [["Группы участников", "Кол-во ОО", "Кол-во участников", "1", "2", "3"],
         ["Макс балл", None, None, 1, 2, 1]],
        [["Группы участников", "Количество ОО", "Количество участников",
          "1 (1б)", "2 (2б)", "3 (1б)"]],
        [["Группы участников", "Кол-во ОО", "Кол-во участников", "Выполнение заданий, %"],
         [None, None, None, 1, 2, 3], ["Макс. балл", None, None, 1, 2, 1]],
    ],
    ids=["a row of maxima", "maxima in captions", "two rows of captions"],
)  # fmt: skip
def test_completion_of_tasks_in_its_variants(rows: list[list[object]], tmp_path: Path) -> None:
    lines: list[list[object]] = [
        ["Вся выборка", 900, 10000, "50,5", 60.5, 70],
        ["Рязанская обл.", 200, 1000, 50, 60, 70],
        ["Сасово", 5, 245, 50, 60, 70],
        [SCHOOL, None, 58, 50, 60, 70],
    ]
    exam = report(tmp_path, "Выполнение заданий", *rows, *lines)
    assert exam.kind == "vpr_task_completion"
    assert {task.code: task.max for task in exam.tasks} == {"1": 1, "2": 2, "3": 1}
    assert [group.level for group in exam.groups] == ["country", "region", "municipality", "school"]
    assert exam.groups[0].tasks == {"1": 50.5, "2": 60.5, "3": 70}


@pytest.mark.parametrize(
    "rows",
    [
        [["Группы участников", "Кол-во ОО", "Кол-во участников", 2, 3, 4, 5]],
        [["Группы участников", "Кол-во ОО", "Кол-во участников",
          "«2», %", "«3», %", "«4», %", "«5», %"]],
        [["Группы участников", "Кол-во ОО", "Кол-во участников", "Распределение отметок в %"],
         [None, None, None, "2", "3", "4", "5"]],
    ],
)  # fmt: skip
def test_statistics_of_marks_in_its_variants(rows: list[list[object]], tmp_path: Path) -> None:
    exam = report(
        tmp_path, "Статистика по отметкам", *rows, [SCHOOL, None, 20, 10, "20,5", 30, 39.5]
    )
    assert exam.kind == "vpr_marks"
    assert exam.groups[0].marks == {"2": 10, "3": 20.5, "4": 30, "5": 39.5}


def test_planned_results_with_spaces_in_numbers(tmp_path: Path) -> None:
    exam = report(
        tmp_path,
        "Достижение планируемых результатов",
        ["Проверяемые требования (умения)", "Максимальный балл", "Рязанская обл.", SCHOOL, "РФ"],
        [None, None, "9 120 уч.", "58 уч.", "1 401 877 уч."],
        ["1. Считать", "1", "87,76", 84.48, 90],
        ["4K1. Писать", 2, 50, 60, 70],
    )
    assert [(task.code, task.max, task.skill) for task in exam.tasks] == [
        ("1", 1, "Считать"),
        ("4К1", 2, "Писать"),
    ]
    assert [(group.level, group.n) for group in exam.groups] == [
        ("region", 9120), ("school", 58), ("country", 1401877),
    ]  # fmt: skip


def test_the_older_form_with_two_variants_and_a_column_of_sex(tmp_path: Path) -> None:
    head = ["Код участника", "Вариант (ч.1)", "1 (1б)", "2 (2б)", "Вариант (ч. 2)", "Пол",
            "4К1 (3б)", "Класс", "Отметка за предыдущую четверть", "Итого баллов",
            None, None, "X"]  # fmt: skip
    rows: list[list[object]] = [
        [80001 + n, 1, 0, 1, 2, "ж", 3, "8А", 5, "", None, None, n] for n in range(3)
    ]
    parsed = read_here(written(tmp_path, [head, *rows, [None] * 13, [None] * 12 + ["нет"]]))
    exam = parsed.exams[0]
    assert (parsed.kind, exam.grade, len(exam.pupils)) == ("vpr_collection_form", 8, 3)
    assert [task.code for task in exam.tasks] == ["1", "2", "4К1"]
    assert exam.pupils[0].journal_mark == 5


def test_a_protocol_with_captions_merged_over_empty_columns(tmp_path: Path) -> None:
    head = ["№", "Код ОО", "Класс", None, "Код участника", "Фамилия", "Имя", None,
            "Ответы в краткой форме", None, None, "Ответы в развернутой форме", None,
            "Первичный балл", "Оценка"]  # fmt: skip

    def row(place: object, code: str, short: str, long: str, total: object) -> list[object]:
        return [
            place,
            106,
            "9А",
            None,
            code,
            "Аверин",
            "Иван",
            None,
            None,
            short,
            None,
            None,
            long,
            total,
            4,
        ]

    rows = [
        ["Результаты ОГЭ"], ["01 - Русский язык 2026.06.09"], head,
        row("1.", "1", "+ - +", "1(2) Х(3)", 3), row(2, "2", "−+2", "0(2)1(3)", 4),
        row(3, "1", "+-+", "1(2)X(3)", 3), row(4, "2", "+++", "0(2)1(3)", 4),
        row(5, "5", "", "", None), ["Средние", *[None] * 12, 3],
        ["02 - Математика 15.06.2026"], head, row(1, "1", "++1", "2(2)3(3)", 8),
    ]  # fmt: skip
    parsed = read_here(written(tmp_path, rows))
    first, second = parsed.exams
    assert (first.exam, first.subject, first.grade) == ("ОГЭ", "Русский язык", 9)
    assert (second.subject, second.date) == ("Математика", date(2026, 6, 15))
    assert [pupil.scores for pupil in first.pupils] == [(1, 0, 1, 1, 0), (0, 1, 2, 0, 1)]
    assert (first.absent, parsed.rows_dropped) == (1, 1)
    assert [(bad.row, bad.problem.code) for bad in parsed.bad_rows] == [(7, "duplicate_code")]
    assert "Аверин" not in str(parsed)


def test_marks_do_not_make_a_basic_exam_one_of_the_ninth_grade(tmp_path: Path) -> None:
    head = ["№", "Код ОО", "Код участника", "Фамилия", "Задания с кратким ответом",
            "Первичный балл", "Отметка"]  # fmt: skip
    rows = [["02 - Математика (базовая) 2026.05.29"], head, [1, 106, "1", "Аверин", "++-", 2, 4]]
    exam = read_here(written(tmp_path, rows, names=["Протокол ЕГЭ"])).exams[0]
    assert (exam.exam, exam.grade) == ("ЕГЭ", 11)


def test_an_olympiad_under_its_title_without_a_column_of_subjects(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Протокол муниципального этапа ВсОШ по физике, 8 класс, 2026 год"],
        ["№", "Код участника", "ОО", "Задание 1", "Задание 2", "Итого", "Макс. балл", "Статус"],
        [1, "Ф-8-1", "СОШ № 1", 8, "7,5", 15.5, 50, "призёр"],
        [2, "Ф-8-2", "СОШ № 1", "-", 7, 7, 50, "участник"],
        [None, None, "Итого", 8, 14.5],
    ]
    parsed = read_here(written(tmp_path, rows))
    exam = parsed.exams[0]
    assert (parsed.kind, parsed.questions) == ("olympiad", ())
    assert (exam.subject, exam.grade, exam.year, exam.max_score) == ("Физика", 8, 2026, 50)
    assert [pupil.scores for pupil in exam.pupils] == [(8, 7.5), (None, 7)]
