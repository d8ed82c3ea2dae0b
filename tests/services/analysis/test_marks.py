"""Marks in figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.marks import Marks, journal_gap, marks_of
from tests.services.results.files import sample


def test_the_figures_of_a_school_are_those_of_its_definitions() -> None:
    marks = Marks({"5": 5, "4": 10, "3": 8, "2": 2})
    assert marks.passed() == 92
    assert marks.quality() == 60
    assert marks.learned() == (500 + 640 + 288 + 32) / 25


def test_an_unmarked_pupil_weighs_seven() -> None:
    assert Marks({"5": 1}, unmarked=1).learned() == 53.5


def test_without_works_there_is_no_figure() -> None:
    empty = Marks.of([None])
    assert (empty.passed(), empty.quality(), empty.learned(), empty.percents()) == (
        None,
        None,
        None,
        {},
    )


@given(st.lists(st.integers(2, 5), min_size=1))
def test_percents_of_marks_give_the_same_figures_as_counts(given_marks: list[int]) -> None:
    marks = Marks.of(given_marks)
    shares = Marks(marks.percents())
    assert sum(marks.percents().values()) == pytest.approx(100)
    assert shares.passed() == pytest.approx(marks.passed())
    assert shares.learned() == pytest.approx(marks.learned())


def test_works_and_reports_of_one_study_have_the_same_marks() -> None:
    works = marks_of(sample("vpr_individual_math6.xlsx")).percents()
    report = marks_of(sample("vpr_marks_math6.xlsx")).percents()
    assert works == pytest.approx(report, abs=0.01)


def test_the_journal_gap_is_that_of_the_report() -> None:
    report = sample("vpr_journal_math6.xlsx").groups[-1].journal
    assert journal_gap(sample("vpr_individual_math6.xlsx")) == pytest.approx(report, abs=0.01)
