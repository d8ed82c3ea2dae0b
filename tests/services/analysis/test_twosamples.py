"""Two percents against each other, checked by other people's code."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from services.analysis import Figure, Thresholds
from services.analysis.completion import figure_of, share_figure
from services.analysis.intervals import Moments
from services.analysis.twosamples import change_interval, change_p_value, rest_of
from services.results import Task

RULES = Thresholds()
COUNTS = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SCORES = st.lists(st.integers(0, 4), min_size=3, max_size=40).filter(lambda x: len(set(x)) > 1)


def share(right: int, n: int) -> Figure:
    return share_figure(Task("1", 1), n, 100 * right / n, RULES)


def points(scores: list[int]) -> Figure:
    squares = sum(score * score for score in scores)
    return figure_of(Task("1", 4), Moments(len(scores), sum(scores), squares, 4), RULES)


@given(COUNTS, COUNTS)
def test_a_change_of_shares_has_newcombes_interval(
    now: tuple[int, int], was: tuple[int, int]
) -> None:
    expected = confint_proportions_2indep(*now, *was, method="newcomb", compare="diff")
    found = change_interval(share(*now), share(*was))
    assert found == pytest.approx([100 * bound for bound in expected], abs=1e-6)


@given(COUNTS, COUNTS)
def test_two_shares_are_tested_as_statsmodels_does(
    now: tuple[int, int], was: tuple[int, int]
) -> None:
    assume(0 < now[0] + was[0] < now[1] + was[1])
    _z, expected = proportions_ztest([now[0], was[0]], [now[1], was[1]])
    assert change_p_value(share(*now), share(*was)) == pytest.approx(expected, abs=1e-9)


def test_all_right_twice_is_no_change() -> None:
    assert change_p_value(share(20, 20), share(30, 30)) == 1


@given(SCORES, SCORES)
def test_points_get_welchs_test_and_interval(now: list[int], was: list[int]) -> None:
    scaled = [[25 * score for score in scores] for scores in (now, was)]
    expected = stats.ttest_ind(*scaled, equal_var=False).pvalue
    assert change_p_value(points(now), points(was)) == pytest.approx(expected, abs=1e-9)
    means = CompareMeans(*map(DescrStatsW, scaled))
    low, high = means.tconfint_diff(usevar="unequal")
    bounds = [max(-100.0, low), min(100.0, high)]
    assert change_interval(points(now), points(was)) == pytest.approx(bounds, abs=1e-6)


@given(COUNTS, COUNTS)
def test_the_interval_holds_the_change_and_turns_round_with_it(
    now: tuple[int, int], was: tuple[int, int]
) -> None:
    one, other = share(*now), share(*was)
    low, high = change_interval(one, other)
    assert -100 <= low <= one.percent - other.percent + 1e-9 <= high + 2e-9
    assert change_interval(other, one) == pytest.approx((-high, -low), abs=1e-9)


@given(COUNTS, COUNTS)
def test_the_rest_of_a_place_and_we_make_the_place(
    own: tuple[int, int], rest: tuple[int, int]
) -> None:
    right, n = own[0] + rest[0], own[1] + rest[1]
    found = rest_of(100 * own[0] / own[1], own[1], 100 * right / n, n)
    assert found is not None
    assert found == pytest.approx((100 * rest[0] / rest[1], rest[1]), abs=1e-9)


def test_a_place_that_is_we_alone_has_no_rest() -> None:
    assert rest_of(50, 20, 50, 20) is None
