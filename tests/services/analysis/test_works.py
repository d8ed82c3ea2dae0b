"""Which works of several reports are counted."""

from __future__ import annotations

from dataclasses import replace

from services.analysis import Thresholds, merge
from services.analysis.works import works_once
from services.results import Exam, School
from tests.services.analysis.exams import exam_of, group_exam, solved

RULES = Thresholds()


def form_of(exam: Exam) -> Exam:
    return replace(exam, kind="vpr_collection_form")


def test_two_kinds_of_reports_of_a_school_do_not_double_its_works() -> None:
    study = merge(solved(8, 20), form_of(solved(7, 19)))
    assert study.participants(RULES) == 20


def test_the_fuller_report_is_taken_whichever_comes_first() -> None:
    study = merge(form_of(solved(7, 19)), solved(8, 20))
    assert study.participants(RULES) == 20


def test_a_school_only_the_other_report_lists_joins() -> None:
    both = form_of(solved(7, 19, schools=["edu1"] * 10 + ["edu2"] * 9))
    assert merge(solved(8, 20), both).participants(RULES) == 29


def test_a_school_is_the_same_by_login_or_by_name() -> None:
    named = replace(solved(7, 19), schools=(School(None, "edu1", None, None, 19),))
    assert sum(len(exam.pupils) for exam in works_once([solved(8, 20), form_of(named)])) == 20


def test_files_of_one_kind_are_all_counted() -> None:
    first, second = solved(8, 20), solved(7, 19, schools=["edu2"] * 19)
    assert merge(first, second).participants(RULES) == 39


def test_works_on_other_tasks_are_left_out_and_said_to_be() -> None:
    other = exam_of([(1, 1)] * 7, (1, 2), schools=["edu2"] * 7)
    study = merge(other, solved(8, 20))
    assert (study.participants(RULES), len(study.own.tasks)) == (20, 1)
    assert [(one.code, one.params) for one in study.warnings] == [("other_tasks", {"works": 7})]


def test_the_region_is_kept_though_works_are_left_out() -> None:
    other = exam_of([(1, 1)] * 7, (1, 2))
    study = merge(solved(8, 20), other, group_exam(solved(8, 20), "region", 900, {"1": 50.0}))
    assert study.group("region") is not None
