"""Intervals and tests, checked against other people's code."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint, proportions_ztest
from statsmodels.stats.weightstats import DescrStatsW

from services.analysis.intervals import (
    Moments,
    benjamini_hochberg,
    interval,
    p_value,
    share_p_value,
    wilson,
)

SCORES = st.lists(st.integers(0, 4), min_size=2, max_size=60)


def moments(scores: list[int], most: float) -> Moments:
    return Moments(len(scores), sum(scores), sum(score * score for score in scores), most)


@given(st.integers(1, 400), st.data())
def test_wilson_is_that_of_statsmodels(n: int, data: st.DataObject) -> None:
    solved = data.draw(st.integers(0, n))
    low, high = wilson(100 * solved / n, n)
    expected = proportion_confint(solved, n, method="wilson")
    assert (low, high) == pytest.approx([100 * bound for bound in expected], abs=1e-8)


@given(SCORES.filter(lambda scores: len(set(scores)) > 1))
def test_many_points_get_the_t_interval_of_statsmodels(scores: list[int]) -> None:
    low, high = DescrStatsW([25 * score for score in scores]).tconfint_mean()
    expected = [max(0.0, low), min(100.0, high)]
    assert interval(moments(scores, 4)) == pytest.approx(expected, abs=1e-6)


@given(SCORES)
def test_an_interval_holds_its_percent_and_stays_within_bounds(scores: list[int]) -> None:
    found = moments(scores, 4)
    low, high = interval(found)
    assert 0 <= low <= found.percent + 1e-9
    assert found.percent - 1e-9 <= high <= 100
    assert high > low


def test_equal_scores_are_no_certainty() -> None:
    assert interval(moments([0] * 12, 2)) == pytest.approx(wilson(0, 12))


def test_one_work_has_an_interval_too() -> None:
    assert interval(moments([1], 2)) == pytest.approx(wilson(50, 1))


@given(SCORES.filter(lambda scores: len(set(scores)) > 1), st.floats(1, 99))
def test_the_t_test_is_that_of_scipy(scores: list[int], known: float) -> None:
    expected = stats.ttest_1samp([25 * score for score in scores], known).pvalue
    assert p_value(moments(scores, 4), known) == pytest.approx(expected, abs=1e-9)


@given(st.integers(1, 300), st.floats(1, 99), st.data())
def test_the_score_test_is_that_of_statsmodels(n: int, known: float, data: st.DataObject) -> None:
    solved = data.draw(st.integers(0, n))
    _z, expected = proportions_ztest(solved, n, known / 100, prop_var=known / 100)
    assert share_p_value(100 * solved / n, n, known) == pytest.approx(expected, abs=1e-9)


@given(st.integers(5, 200), st.data())
def test_wilson_leaves_out_exactly_what_its_test_rejects(n: int, data: st.DataObject) -> None:
    solved, known = data.draw(st.integers(0, n)), data.draw(st.floats(1, 99))
    low, high = wilson(100 * solved / n, n)
    if min(abs(known - low), abs(known - high)) > 1e-6:
        outside = not low < known < high
        assert outside == (share_p_value(100 * solved / n, n, known) < 0.05)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_the_correction_is_that_of_statsmodels(chances: list[float]) -> None:
    expected = multipletests(chances, method="fdr_bh")[1]
    assert benjamini_hochberg(chances) == pytest.approx(list(expected), abs=1e-12)


def test_nobody_knows_anything_of_a_certain_region() -> None:
    assert share_p_value(100, 20, 100) == 1
    assert share_p_value(90, 20, 100) == 0
    assert not math.isnan(share_p_value(0, 20, 0))
