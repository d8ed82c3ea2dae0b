"""An author is told all mistakes at once, each with its cell."""

import openpyxl
import pytest

from services.forms.check import check_file
from services.forms.simulate import simulate
from tests.services.forms.at_hand import KITCHEN, TODAY, survey


def check(tmp_path, text):
    path = tmp_path / "form.md"
    path.write_text(text, encoding="utf-8")
    return check_file(path)


def found(report):
    return {(e.sheet, e.row, e.column, e.code) for e in report.errors}


COLUMNS = "relevant | constraint | calculation | choice_filter"
MISTAKES = [
    ("text | a | A ${zz}", (2, "label", "no_question")),
    ("text | a | A | ${zz} = 1", (2, "relevant", "no_question")),
    ("text | a | A | ${a", (2, "relevant", "unclosed")),
    ("text | a | A | selected(1,", (2, "relevant", "expression")),
    ("text | a | A | a = 1", (2, "relevant", "bare_name")),
    ("text | a | A | | regex(., '[')", (2, "constraint", "regex")),
    ("txt | a | A", (2, "type", "unknown_type")),
    ("select_one t | a | A", (2, "type", "no_list")),
    ("select_one s | a | A | | | | colour = 'x'", (2, "choice_filter", "no_column")),
    ("text | | A", (2, "name", "no_name")),
    ("text | my name | A", (2, "name", "bad_name")),
    ("geotrace | a | A", (2, "type", "not_carried")),
    ("select_one_from_file a.csv | a | A", (2, "type", "not_carried")),
    ("calculate | a | | | | pulldata('x', 'y', 'z', 'w')", (2, "calculation", "not_carried")),
    ("text | a | A | ${last-saved#a} = 1", (2, "relevant", "not_carried")),
    ("text | a | A | ${a} = 'x'", (2, "relevant", "circle")),
]


@pytest.mark.parametrize(("row", "place"), MISTAKES)
def test_a_mistake_is_shown_in_its_cell(tmp_path, row, place):
    report = check(tmp_path, survey(row, "text | z | Z", choices=("s | x | X",), columns=COLUMNS))

    assert ("survey", *place) in found(report)
    assert all(error.message for error in report.errors)


def test_all_mistakes_are_told_at_once(tmp_path):
    rows = [row for row, _ in MISTAKES[:-1]]
    report = check(tmp_path, survey(*rows, choices=("s | x | X", "s | x | Y"), columns=COLUMNS))
    rows_named = {row for sheet, row, _, _ in found(report) if sheet == "survey"}

    assert rows_named >= set(range(2, len(rows) + 2))
    assert ("choices", 3, "name", "twice") in found(report)


def test_a_repeated_name_is_a_mistake_within_a_group_only(tmp_path):
    group = ("begin_group | g | G", "text | a | A", "end_group | | ")

    assert found(check(tmp_path, survey("text | a | A", *group))) == set()
    twice = check(tmp_path, survey("text | a | A", "text | a | B"))
    assert found(twice) == {("survey", 3, "name", "twice")}


@pytest.mark.parametrize("rows", [("begin_group | g | G", "text | a | A"), ("end_group | | ",)])
def test_groups_must_be_closed(tmp_path, rows):
    report = check(tmp_path, survey("text | z | Z", *rows))

    assert [(error.sheet, error.code) for error in report.errors] == [("survey", "xlsform")]
    assert report.errors[0].row is not None


def test_a_form_that_asks_nothing_is_a_mistake(tmp_path):
    report = check(tmp_path, survey("note | n | Привет"))

    assert [error.code for error in report.errors] == ["no_questions"]


def test_doubtful_things_are_warnings(tmp_path):
    report = check(
        tmp_path,
        survey(
            "text | a | A | ${b} = 'q'",
            "select_one s | b | B |",
            "audit | audit | |",
            "text | long | " + "я" * 600,
            "text | c | C | | . != 'x'",
            choices=("s | x | X", "t | y | Y"),
            columns="relevant | constraint",
        ),
    )
    codes = {(warning.row, warning.code) for warning in report.warnings}

    assert report.errors == ()
    assert codes >= {(2, "later"), (2, "choice"), (4, "ignored"), (5, "long"), (6, "no_message")}
    assert ("choices", 3, "unused") in {(w.sheet, w.row, w.code) for w in report.warnings}


def test_the_report_counts_questions_minutes_and_languages(tmp_path):
    report = check(tmp_path, KITCHEN).to_json()

    assert (report["title"], report["questions"], report["languages"]) == (
        "Кухня",
        11,
        ["ru", "en"],
    )
    assert report["minutes"] >= 1
    assert report["errors"] == []
    assert set(report) == {"title", "questions", "minutes", "languages", "errors", "warnings"}


def test_rows_of_a_spreadsheet_are_its_own(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "survey"
    for row in (["type", "name", "label"], [], [], ["text", "a", "${b}"]):
        book.active.append(row)
    book.save(tmp_path / "f.xlsx")
    [error] = check_file(tmp_path / "f.xlsx").errors

    assert (error.sheet, error.row, error.column) == ("survey", 4, "label")


def played(tmp_path, text, answers, **more):
    path = tmp_path / "form.md"
    path.write_text(text, encoding="utf-8")
    return simulate(path, answers, TODAY, **more)


def test_a_simulation_shows_what_a_person_would_meet(tmp_path):
    steps = played(
        tmp_path,
        KITCHEN,
        {
            "name": "Аня",
            "age": 30,
            "work": {"area": "north", "town": "shatsk", "seen": ["kadom"]},
            "mark": 3,
            "since": "2026-01-01",
            "kids": [{"years": 3, "toy": "мяч"}, {"years": 9}],
        },
    )

    assert [(step["name"], step["answer"], step["accepted"]) for step in steps] == [
        ("name", "Аня", True),
        ("age", 30, True),
        ("work/area", "north", True),
        ("work/town", "shatsk", False),
        ("work/seen", ["kadom"], True),
        ("mark", 3, True),
        ("since", "2026-01-01", True),
        ("kids[1]/years", 3, True),
        ("kids[1]/toy", "мяч", True),
        ("kids[2]/years", 9, True),
        ("thanks", None, True),
        ("more", None, True),
    ]
    assert steps[1]["label"] == "Аня, сколько вам лет?"
    assert steps[3]["error"] == "not_a_choice"
    assert steps[10] == {
        "name": "thanks",
        "type": "note",
        "label": "Вместе 12",
        "answer": None,
        "accepted": True,
        "error": None,
    }


def test_flat_answers_and_defaults_are_taken(tmp_path):
    steps = played(tmp_path, KITCHEN, {"who": "Оля", "area": "south", "age": 20})

    assert [(step["name"], step["answer"]) for step in steps[:4]] == [
        ("name", "Оля"),
        ("age", 20),
        ("work/area", "south"),
        ("work/town", None),
    ]


def test_a_missing_required_answer_is_one_refused_step(tmp_path):
    steps = played(tmp_path, KITCHEN, {"age": 7, "mark": 0}, language="en")

    assert (steps[0]["accepted"], steps[0]["error"]) == (False, "required")
    assert (steps[1]["accepted"], steps[1]["error"]) == (False, "От 18 до 99")
    assert steps[2]["label"] == "Mark"


def test_files_in_a_simulation_go_by_name(tmp_path):
    steps = played(tmp_path, survey("image | p | P", "file | f | F"), {"p": "a.png", "f": {"x": 1}})

    assert steps[0]["accepted"]
    assert (steps[1]["accepted"], steps[1]["error"]) == (False, "wrong_kind")


@pytest.mark.parametrize(
    ("pattern", "code"),
    [("'(a+)+b'", "slow_regex"), ("'([a-z]*x){2,}'", "slow_regex"), ("${z}", "not_carried")],
)
def test_a_pattern_that_could_stop_the_bot_is_refused(tmp_path, pattern, code):
    row = f"text | a | A | | regex(., {pattern})"
    report = check(tmp_path, survey(row, "text | z | Z", columns="relevant | constraint"))

    assert ("survey", 2, "constraint", code) in found(report)


@pytest.mark.parametrize("pattern", ["^[0-9]{6}$", r"\d+(,\d+)?", r"(да\|нет)+", r"[^@]+@[^@]+"])
def test_an_ordinary_pattern_is_fine(tmp_path, pattern):
    row = f"text | a | A | regex(., '{pattern}') | Не так"
    report = check(tmp_path, survey(row, columns="constraint | constraint_message"))

    assert report.errors == ()


def test_cells_may_be_written_loosely(tmp_path):
    text = survey("select_one   s | a | A  a", choices=("s | x | X",)).replace("type", "Type")

    assert check(tmp_path, text).errors == ()


def test_a_language_may_be_named_without_its_code(tmp_path):
    report = check(tmp_path, survey("text | a | A").replace("| label |", "| label::Русский |"))

    assert report.languages == ("ru",)


def test_a_row_with_too_many_cells_is_explained(tmp_path):
    [error] = check(tmp_path, survey("text | a | A | too | many")).errors

    assert (error.code, "written" in error.message) == ("cells", True)
