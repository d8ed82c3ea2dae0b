"""A teacher's own classes, beside the parallel where nobody else can be read from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis import Thresholds, completion, merge
from services.analysis.classes import ClassFigures, class_figures, labels_in, plain_class
from services.findings import class_figures as class_figures_of_parts
from services.findings import classes_in
from services.results import Exam, to_json
from tests.services.analysis.exams import exam_of, group_exam, in_classes

RULES = Thresholds()


def parallel(**classes: tuple[int, int]) -> Exam:
    """Classes of one grade, each as right answers among works."""
    rows: list[tuple[int]] = []
    labels: list[str | None] = []
    for label, (right, n) in classes.items():
        rows += [(1,)] * right + [(0,)] * (n - right)
        labels += [label] * n
    return in_classes(exam_of(rows, (1,)), labels)


def figures(exam: Exam, *labels: str) -> ClassFigures:
    return class_figures(merge(exam), labels, RULES)


def test_a_class_is_told_with_the_interval_of_its_own_works() -> None:
    exam = parallel(А=(5, 20), Б=(10, 15), В=(15, 16))
    found = figures(exam, "А")
    alone = completion(exam_of([(1,)] * 5 + [(0,)] * 15, (1,)))["1"]
    assert (found.n, found.few, found.rows[0].figure) == (20, False, alone)
    assert found.rows[0].threshold == 60


def test_the_parallel_and_wider_places_stand_beside_it() -> None:
    exam = parallel(А=(5, 20), Б=(10, 15), В=(15, 16))
    study = merge(exam, group_exam(exam, "region", 9000, {"1": 44.0}))
    found = class_figures(study, ["А"], RULES)
    assert (found.parallel, found.parallel_n) == ("shown", 51)
    assert found.rows[0].parallel == pytest.approx(100 * 30 / 51)
    assert found.rows[0].peers == {"region": 44}


@pytest.mark.parametrize(
    ("exam", "told"),
    [
        (parallel(А=(5, 20)), "alone"),
        (parallel(А=(5, 20), Б=(10, 25)), "one_class"),
        (parallel(А=(5, 20), Б=(10, 25), В=(1, 4)), "few_works"),
        (parallel(А=(5, 20), Б=(10, 25), В=(1, 5)), "shown"),
    ],
    ids=["no other", "one other", "one other and a few", "two others"],
)
def test_no_other_class_can_be_got_by_subtraction(exam: Exam, told: str) -> None:
    found = figures(exam, "А")
    assert found.parallel == told
    assert (found.rows[0].parallel is None) == (told != "shown")
    assert (found.parallel_n == 0) == (told != "shown")


def test_who_has_two_classes_of_three_does_not_read_the_third() -> None:
    exam = parallel(А=(5, 20), Б=(10, 25), В=(9, 22))
    assert figures(exam, "А").parallel == "shown"
    both = figures(exam, "А", "Б")
    assert (both.parallel, both.n) == ("one_class", 45)
    assert both.rows[0].figure.percent == pytest.approx(100 * 15 / 45)


def test_works_without_a_class_are_somebody_elses() -> None:
    rows = [(1,)] * 30
    exam = in_classes(exam_of(rows, (1,)), ["7А"] * 20 + [None] * 10)
    assert figures(exam, "7А").parallel == "one_class"


def test_few_works_are_said_to_be_few() -> None:
    found = figures(parallel(А=(5, 9)), "А")
    assert (found.few, found.rows[0].figure.confidence) == (True, "low")


def test_a_class_nobody_is_in_has_no_rows() -> None:
    found = figures(parallel(А=(5, 9)), "Щ")
    assert (found.n, found.rows, found.marks) == (0, (), None)


@pytest.mark.parametrize("label", ["7А", "7 а", "7-А", "7«А»", "А", "7A"])
def test_a_class_is_known_under_all_its_spellings(label: str) -> None:
    assert plain_class(label, 7) == plain_class("7А", 7)
    assert figures(parallel(**{"7А": (5, 20)}), label).n == 20


def test_other_classes_stay_other() -> None:
    assert len({plain_class(label, 7) for label in ("7А", "7Б", "7", "71", "7-2")}) == 5


def test_classes_are_listed_as_the_file_spells_them() -> None:
    exam = parallel(**{"7Б": (1, 2), "7А": (1, 2)})
    assert labels_in(exam) == ("7А", "7Б")
    part = {"exam": to_json(exam), "dropped": 0}
    assert classes_in([part, part]) == ("7А", "7Б")
    assert class_figures_of_parts([part], "7А").n == 2


def test_marks_of_the_class_are_its_own() -> None:
    exam = parallel(А=(2, 2), Б=(1, 1))
    assert figures(exam, "А").marks is None


@given(st.lists(st.tuples(st.integers(0, 1), st.sampled_from("АБВ")), min_size=1))
def test_classes_together_are_the_parallel(rows: list[tuple[int, str]]) -> None:
    exam = in_classes(exam_of([row[:1] for row in rows], (1,)), [label for _r, label in rows])
    parts = [figures(exam, label).rows[0].figure for label in {label for _row, label in rows}]
    whole = completion(exam)["1"]
    assert sum(part.n for part in parts) == whole.n
    weighed = sum(part.n * part.percent for part in parts) / whole.n
    assert weighed == pytest.approx(whole.percent)
