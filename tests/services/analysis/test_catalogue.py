"""Task catalogues are data that must fit the exams they speak of."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.analysis.catalogue import CATALOGUES, catalogue, described, load, look_first_in
from services.analysis.catalogue_import import CatalogueRefused, Row, keep, read
from tests.services.results.files import RUSSIAN, SAMPLES, read_here, sample


@pytest.mark.parametrize(
    "path", sorted((CATALOGUES / "vpr").glob("*.csv")), ids=lambda path: path.stem
)
def test_every_catalogue_can_be_read(path: Path) -> None:
    tasks = load(path)
    assert tasks
    assert all(task.skill and task.level in {"Б", "П", "В"} and task.max for task in tasks.values())


def test_the_catalogue_says_what_the_planned_results_say() -> None:
    known = catalogue("Математика", 6)
    told = sample("vpr_planned_results_math6.xlsx").tasks
    assert known is not None
    assert {task.code: (task.max, task.skill) for task in told} == {
        code: (task.max, task.skill) for code, task in known.items()
    }


def test_levels_of_a_file_and_of_the_catalogue_agree() -> None:
    exam = read_here(RUSSIAN).exams[0]
    known = catalogue("Русский язык", 5)
    assert known is not None
    assert {task.code: task.level for task in exam.tasks} == {
        code: task.level for code, task in known.items()
    }


def test_a_report_without_levels_gets_them() -> None:
    exam = described(sample("vpr_tasks_math6.xlsx"))
    assert {task.code: task.level for task in exam.tasks}["11"] == "П"


def test_a_code_that_stands_twice_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("code,max,level,skill\n1,1,Б,a\n1,1,Б,b\n", encoding="utf-8")
    with pytest.raises(ValueError, match="twice"):
        load(path)


def test_a_subject_cannot_lead_out_of_the_folder() -> None:
    assert catalogue("../../secret", 5) is None


def state_exam(root: Path) -> Path:
    """A catalogue of the sample's state exam, with higher maxima than anybody reached."""
    exam = sample("ege_protocol_math11.xlsx")
    lines = [f"{task.code},{task.max + 1:g},\u041f,skill {task.code}," for task in exam.tasks]
    path = root / "source.csv"
    path.write_text("\n".join(["code,max,level,skill,content_element", *lines]), encoding="utf-8")
    return path


def test_a_catalogue_gives_a_state_exam_its_maxima(tmp_path: Path) -> None:
    exam = sample("ege_protocol_math11.xlsx")
    assert exam.subject
    assert exam.grade
    keep(read(state_exam(tmp_path)), tmp_path, family="ege", named=(exam.subject, exam.grade, None))
    told = described(exam)
    look_first_in(None)

    assert [task.max for task in told.tasks] == [task.max + 1 for task in exam.tasks]
    assert told.tasks[0].skill == "skill 1"
    assert described(exam) == exam


def test_the_catalogue_of_the_year_comes_first(tmp_path: Path) -> None:
    exam = sample("vpr_tasks_math6.xlsx")
    assert exam.subject
    assert exam.grade
    rows = [Row(task.code, task.max, "", f"of the year {task.code}", "") for task in exam.tasks]
    keep(rows, tmp_path, family="vpr", named=(exam.subject, exam.grade, exam.year))
    told = described(exam)
    look_first_in(None)

    assert told.tasks[0].skill == "of the year 1"


def test_a_report_that_names_skills_becomes_a_catalogue() -> None:
    rows = read(SAMPLES / "vpr_planned_results_math6.xlsx")

    assert {row.code: row.skill for row in rows} == {
        task.code: task.skill for task in sample("vpr_planned_results_math6.xlsx").tasks
    }


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("code,max,level\n1,1,\u0411\n", "line 1: no column skill"),
        ("code,max,level,skill\n1,one,\u0411,a\n", "line 2: max"),
        ("code,max,level,skill\n1,0,\u0411,a\n", "line 2: a code"),
        ("code,max,level,skill\n1,1,Z,a\n", "line 2: level"),
        ("code,max,level,skill\n1,1,,a\n1,1,,b\n", "twice: 1"),
        ("code,max,level,skill\n", "no tasks"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused_by_its_line(
    words: str, why: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(words, encoding="cp1251")
    with pytest.raises(CatalogueRefused, match=why):
        read(path)


def test_a_catalogue_written_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    words = "code;max;level;skill;content_element\n1;1,5;\u0411;\u0414\u0440\u043e\u0431\u0438;\n"
    path.write_bytes(words.encode("cp1251"))

    assert [(one.code, one.max, one.level) for one in read(path)] == [("1", 1.5, "\u0411")]
