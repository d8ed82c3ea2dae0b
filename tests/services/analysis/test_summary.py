"""What a summary says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from services.analysis import (
    Summary,
    Thresholds,
    merge,
    municipality_summary,
    school_summary,
    summarise,
    summary_from_json,
    summary_to_json,
    weakest,
)
from services.errors import NotFound
from services.results import Pupil
from tests.services.analysis.exams import exam_of, group_exam
from tests.services.results.files import sample


@pytest.fixture(scope="module")
def math() -> Summary:
    names = ("vpr_individual_math6", "vpr_tasks_math6", "vpr_planned_results_math6")
    return summarise(merge(*(sample(f"{name}.xlsx") for name in names)))


def test_three_weakest_skills_come_first(math: Summary) -> None:
    assert [(f.code, f.status, f.confidence) for f in math.findings] == [
        ("11", "deficit", "firm"),
        ("9", "deficit", "firm"),
        ("3", "deficit", "likely"),
    ]
    first = math.findings[0]
    assert first.skill == "Решать текстовые задачи на проценты"
    assert (first.municipality, first.region, first.country) == (19.39, 19, 20)
    assert (first.level, first.n, first.threshold) == ("П", 58, 30)


def test_a_region_that_is_equally_low_makes_it_common(math: Summary) -> None:
    assert math.difference == "common"
    assert (math.question, math.question_skill) == (
        "where_it_breaks",
        "Решать текстовые задачи на проценты",
    )


def test_a_summary_tells_where_its_figures_come_from(math: Summary) -> None:
    source = math.source
    assert (source.rows, source.dropped, source.not_attempted) == (58, 0, 0)
    assert source.date == date(2026, 4, 20)
    assert source.kinds == ("vpr_individual", "vpr_task_completion", "vpr_planned_results")


def test_a_summary_survives_the_way_through_a_row(math: Summary) -> None:
    assert summary_from_json(json.loads(json.dumps(summary_to_json(math)))) == math


def test_a_summary_names_neither_classes_nor_pupils(math: Summary) -> None:
    told = json.dumps(summary_to_json(math))
    assert "class" not in told
    assert "pupil" not in told


def test_without_any_wider_report_nothing_is_compared() -> None:
    summary = summarise(merge(sample("2849913.xlsx")))
    assert summary.difference == "unknown"
    assert [finding.code for finding in summary.findings] == ["5.1", "2К3", "1К2"]
    assert summary.findings[0].region is None


def test_a_catalogue_names_the_skill() -> None:
    finding = summarise(merge(sample("2849913.xlsx"))).findings[0]
    assert finding.skill == "Расставлять знаки препинания при прямой речи"


def test_without_a_catalogue_a_finding_is_named_by_its_code() -> None:
    summary = summarise(merge(exam_of([(0,)] * 20, (1,))))
    assert (summary.findings[0].skill, summary.question_skill) == (None, "1")


def test_a_catalogue_of_other_tasks_is_not_believed() -> None:
    exam = sample("2849913.xlsx")
    other = replace(exam, tasks=(replace(exam.tasks[0], max=9), *exam.tasks[1:]))
    assert {finding.skill for finding in summarise(merge(other)).findings} == {None}


@pytest.mark.parametrize(
    ("region", "difference"), [(50.0, "common"), (80.0, "own_lower"), (10.0, "own_higher")]
)
def test_the_region_is_lower_equal_or_higher(region: float, difference: str) -> None:
    exam = exam_of([(1,)] * 20 + [(0,)] * 20, (1,))
    summary = summarise(merge(exam, group_exam(exam, "region", 9000, {"1": region})))
    assert summary.findings[0].difference == summary.difference == difference


def test_few_works_judge_nothing() -> None:
    exam = exam_of([(0,)] * 9, (1,))
    summary = summarise(merge(exam, group_exam(exam, "region", 9000, {"1": 90.0})))
    assert summary.findings[0].confidence == "low"
    assert summary.difference == "unknown"


def test_among_dozens_of_tasks_one_odd_one_is_chance() -> None:
    rows = [tuple(1 if (row + task) % 2 else 0 for task in range(30)) for row in range(40)]
    exam = exam_of(rows, (1,) * 30)
    percents = {str(task): 50.0 for task in range(1, 31)} | {"1": 66.0}
    others = group_exam(exam, "region", 9000, percents)
    first = next(f for f in weakest(merge(exam, others), limit=30) if f.code == "1")
    alone = Thresholds(many_tasks=1000)
    naive = next(f for f in weakest(merge(exam, others), alone, limit=30) if f.code == "1")
    assert (first.difference, naive.difference) == ("common", "own_lower")


def test_firm_findings_go_before_larger_doubtful_ones() -> None:
    firm = [1] * 45 + [0] * 55
    doubtful = [1] * 3 + [0] * 7 + [None] * 90
    rows = list(zip(doubtful, firm, strict=True))
    found = weakest(merge(exam_of(rows, (1, 1))))
    told = [(finding.code, finding.confidence, round(finding.percent)) for finding in found]
    assert told == [("2", "firm", 45), ("1", "likely", 30)]


def test_sufficient_tasks_are_no_findings() -> None:
    summary = summarise(merge(exam_of([(1,)] * 20, (1,))))
    assert (summary.findings, summary.question) == ((), None)


def test_much_not_attempted_asks_why() -> None:
    exam = exam_of([(0,)] * 20, (1,))
    skipped = tuple(replace(pupil, not_attempted=(True,)) for pupil in exam.pupils[:8])
    summary = summarise(merge(replace(exam, pupils=skipped + exam.pupils[8:])))
    assert summary.question == "why_skipped"
    assert summary.source.not_attempted == 8


def test_one_school_of_several_is_shown_alone() -> None:
    exam = sample("2849913.xlsx")
    large, small = school_summary(exam, "edu621001"), school_summary(exam, "edu621003")
    assert (large.n, small.n) == (47, 6)
    assert {finding.confidence for finding in small.findings} == {"low"}


def test_a_school_may_be_named() -> None:
    assert school_summary(sample("2849913.xlsx"), "МБОУ «Енкаевская ООШ»").n == 6


def test_a_school_that_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        school_summary(sample("2849913.xlsx"), "edu629999")


def test_a_district_pools_all_its_works() -> None:
    summary = municipality_summary(sample("2849913.xlsx"))
    assert summary.n == 74
    assert summary.source.schools == 3


def test_a_report_on_groups_alone_gives_a_summary_too() -> None:
    summary = summarise(merge(sample("vpr_tasks_math6.xlsx")))
    assert [finding.code for finding in summary.findings] == ["11", "9", "3"]
    assert summary.n == 58
    assert summary.difference == "common"


def test_a_pupil_of_another_school_never_counts() -> None:
    exam = sample("2849913.xlsx")
    stranger = Pupil("edu629999", None, None, (0.0,) * 13, (False,) * 13, 0.0)
    assert school_summary(replace(exam, pupils=(*exam.pupils, stranger)), "edu621001").n == 47
