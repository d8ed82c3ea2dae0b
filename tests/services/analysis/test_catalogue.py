"""Task catalogues are data that must fit the exams they speak of."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.analysis.catalogue import CATALOGUES, catalogue, described, load
from tests.services.results.files import RUSSIAN, read_here, sample


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
