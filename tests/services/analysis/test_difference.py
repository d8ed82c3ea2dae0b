"""What a corrected file changed."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from services.analysis import Thresholds, merge
from services.analysis.difference import MarksChanged, TaskChanged, difference
from services.analysis.document import Material, document
from services.results import Exam
from tests.services.analysis.exams import exam_of, marked


def findings(exam: Exam) -> dict[str, Any]:
    return document(Material(merge(exam)), Thresholds())


def test_only_what_changed_is_told() -> None:
    rows = [(1, 1)] * 12 + [(0, 1)] * 8
    mended = [(1, 1)] * 8 + [(0, 1)] * 12
    found = difference(findings(exam_of(rows, (1, 1))), findings(exam_of(mended, (1, 1))))
    assert found.tasks == (TaskChanged("1", None, 60, 40, "sufficient", "deficit"),)
    assert (found.n_was, found.n_now, found.not_told, found.newly_told) == (20, 20, (), ("1",))
    assert found.any


def test_a_task_that_came_and_one_that_went_are_told() -> None:
    old, new = exam_of([(1, 1)] * 10, (1, 1)), exam_of([(1,)] * 10, (1,))
    assert difference(findings(old), findings(new)).tasks == (
        TaskChanged("2", None, 100, None, "sufficient", None),
    )
    assert difference(findings(new), findings(old)).tasks == (
        TaskChanged("2", None, None, 100, None, "sufficient"),
    )


def test_marks_are_told_by_name() -> None:
    old, new = marked([5] * 5 + [3] * 5), marked([5] * 5 + [2] * 5)
    assert difference(findings(old), findings(new)).marks == (
        MarksChanged("passed", 100, 50),
        MarksChanged("sou", 68, 58),
        MarksChanged("2", 0, 50),
        MarksChanged("3", 50, 0),
    )


def test_findings_of_before_marks_were_reckoned_can_be_compared() -> None:
    new = findings(marked([3] * 10))
    old = {name: new[name] for name in ("summary", "tasks", "judged")}
    assert not difference(old, new).any


def test_a_row_less_is_a_difference_though_no_percent_moved() -> None:
    found = difference(findings(marked([3] * 10)), findings(marked([3] * 9)))
    assert (found.n_was, found.n_now, found.any) == (10, 9, True)


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), min_size=1))
def test_the_same_file_again_changes_nothing(rows: list[tuple[int, int]]) -> None:
    told = findings(exam_of(rows, (1, 1)))
    assert not difference(told, findings(exam_of(list(reversed(rows)), (1, 1)))).any
