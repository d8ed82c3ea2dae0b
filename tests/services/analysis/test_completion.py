"""Completion, status and confidence of tasks."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis import (
    DifferentStudies,
    Thresholds,
    completion,
    inspect,
    merge,
    only_school,
    pool,
    summarise,
    summary_to_json,
)
from services.analysis.thresholds import Threshold, confidence_of, status_of
from services.results import Exam, Group, Task
from tests.services.analysis.exams import exam_of, group_exam
from tests.services.results.files import SAMPLES, sample

EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
TABLES = st.lists(
    st.tuples(st.integers(0, 1), st.none() | st.integers(0, 3)), min_size=1, max_size=40
)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_sample_gives_what_is_expected_of_it(name: str) -> None:
    entry = inspect([SAMPLES / name])[0]
    expected = dict(EXPECTED[name])
    completions = expected.pop("completion", None)
    by_school = expected.pop("by_school", None)
    assert {key: entry[key] for key in expected} == expected
    if completions is not None:
        assert {code: task["completion"] for code, task in entry["tasks"].items()} == completions
    if by_school is not None:
        assert {group["login"]: group["tasks"] for group in entry["groups"]} == by_school


@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(
    rows: list[tuple[int, int | None]], chance: random.Random
) -> None:
    exam = exam_of(rows, (1, 3))
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert completion(exam) == completion(exam_of(shuffled, (1, 3)))


@given(TABLES, st.data())
def test_splitting_a_file_and_merging_it_changes_nothing(
    rows: list[tuple[int, int | None]], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(rows)))
    whole = exam_of(rows, (1, 3))
    first = replace(whole, pupils=whole.pupils[:cut])
    second = replace(whole, pupils=whole.pupils[cut:])
    assert pool(first, second).pupils == whole.pupils
    assert completion(pool(second, first)) == completion(whole)


@given(TABLES, st.lists(st.sampled_from(["edu1", "edu2", "edu3"]), min_size=40, max_size=40))
def test_schools_pool_by_their_works_and_not_by_their_means(
    rows: list[tuple[int, int | None]], owners: list[str]
) -> None:
    exam = exam_of(rows, (1, 3), schools=owners[: len(rows)])
    parts = [completion(only_school(exam, school.key)) for school in exam.schools]
    for code, figure in completion(exam).items():
        known = [part[code] for part in parts if code in part]
        assert figure.n == sum(part.n for part in known)
        pooled = sum(part.n * part.percent for part in known) / figure.n
        assert figure.percent == pytest.approx(pooled)


def test_a_task_nobody_was_offered_has_no_figure() -> None:
    assert list(completion(exam_of([(1, None), (0, None)], (1, 2)))) == ["1"]


def test_what_was_not_offered_is_no_failure() -> None:
    figures = completion(exam_of([(1, None), (1, 2)], (1, 2)))
    assert (figures["2"].n, figures["2"].percent) == (1, 100)


def test_groups_pool_by_participants() -> None:
    exam = Exam("vpr_task_completion", "ВПР", 2026, "Физика", 7, None, None, (Task("1", 1, "Б"),))
    groups = (
        Group("a", None, "school", None, 30, {"1": 50.0}),
        Group("b", None, "school", None, 10, {"1": 90.0}),
        Group("c", None, "region", None, 9000, {"1": 10.0}),
    )
    figure = completion(replace(exam, groups=groups))["1"]
    assert (figure.n, figure.percent) == (40, 60.0)


@pytest.mark.parametrize(
    ("percent", "level", "status"),
    [
        (60.0, "Б", "sufficient"),
        (59.99, "Б", "uncertain"),
        (57.0, "Б", "uncertain"),
        (56.99, "Б", "deficit"),
        (30.0, "П", "sufficient"),
        (28.5, "В", "uncertain"),
        (28.49, "В", "deficit"),
        (5.0, None, "unknown"),
    ],
)
def test_a_status_is_the_point_against_its_threshold(
    percent: float, level: str | None, status: str
) -> None:
    assert status_of(percent, level, Thresholds()) == status


@pytest.mark.parametrize(
    ("percent", "level", "n", "low", "high", "status", "confidence"),
    [
        (20.0, "П", 58, 13.0, 27.0, "deficit", "firm"),
        (41.0, "Б", 58, 31.0, 50.0, "deficit", "firm"),
        (45.0, "Б", 58, 33.0, 58.0, "deficit", "likely"),
        (90.0, "Б", 58, 80.0, 95.0, "sufficient", "firm"),
        (70.0, "Б", 58, 58.0, 80.0, "sufficient", "likely"),
        (58.0, "Б", 5000, 57.2, 58.8, "uncertain", "firm"),
        (0.0, "Б", 9, 0.0, 30.0, "deficit", "low"),
        (20.0, None, 58, 13.0, 27.0, "unknown", "likely"),
    ],
)
def test_confidence_is_whether_the_whole_interval_lies_beyond(
    percent: float, level: str | None, n: int, low: float, high: float, status: str, confidence: str
) -> None:
    rules = Thresholds()
    assert status_of(percent, level, rules) == status
    assert confidence_of(status, n, low, high, level, rules) == confidence


def test_state_exams_have_their_own_thresholds() -> None:
    rules = Thresholds.for_exam("gia_protocol")
    assert status_of(50, "Б", rules) == "sufficient"
    assert status_of(49.9, "Б", rules) == "deficit"
    assert status_of(15, "В", rules) == "sufficient"


def test_thresholds_are_configuration() -> None:
    strict = Thresholds(levels={"Б": Threshold(80, 75)})
    figures = completion(exam_of([(1,)] * 7 + [(0,)] * 3, (1,)), strict)
    assert figures["1"].status == "deficit"


def test_a_percent_on_the_threshold_is_not_lost_to_rounding() -> None:
    figures = completion(exam_of([(1,)] * 57 + [(0,)] * 43, (1,)))
    assert figures["1"].status == "uncertain"


def test_the_same_works_under_other_codes_say_the_same() -> None:
    exam = sample("vpr_individual_math6.xlsx")
    reordered = replace(exam, pupils=tuple(reversed(exam.pupils)))
    assert summary_to_json(summarise(merge(exam))) == summary_to_json(summarise(merge(reordered)))


def test_another_year_is_another_study() -> None:
    exam = sample("vpr_individual_math6.xlsx")
    with pytest.raises(DifferentStudies):
        merge(exam, replace(sample("vpr_tasks_math6.xlsx"), year=2025))


def test_works_on_other_tasks_do_not_pool() -> None:
    with pytest.raises(DifferentStudies):
        pool(exam_of([(1,)], (1,)), exam_of([(1,)], (2,)))


def test_reports_that_disagree_are_told() -> None:
    exam = exam_of([(1,)] * 5 + [(0,)] * 5, (1,))
    told = merge(exam, group_exam(exam, "school", 10, {"1": 62.0})).warnings
    assert [(w.code, w.params["percents"]) for w in told] == [("reports_disagree", [50.0, 62.0])]


def test_samples_of_one_study_agree() -> None:
    names = ("vpr_individual_math6", "vpr_tasks_math6", "vpr_planned_results_math6")
    study = merge(*(sample(f"{name}.xlsx") for name in names), sample("vpr_marks_math6.xlsx"))
    assert study.warnings == ()
    region = study.group("region")
    assert region is not None
    assert (region.tasks["11"], region.marks["5"]) == (19, 11.54)
