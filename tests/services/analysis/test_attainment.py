"""Marks beside those of wider places and of last year."""

from __future__ import annotations

import pytest
from statsmodels.stats.weightstats import DescrStatsW

from services.analysis import Thresholds, merge
from services.analysis.attainment import Attainment, attainment, bounds, peers, twos, verdicts
from services.analysis.intervals import wilson
from services.results import Exam, Group
from tests.services.analysis.exams import marked, told_exam
from tests.services.results.files import sample

RULES = Thresholds()


def line(level: str, n: int, **marks: float) -> Group:
    shares = {name.removeprefix("m"): percent for name, percent in marks.items()}
    return Group(level, None, level, None, n, marks=shares)


def own_of(exam: Exam, *groups: Group) -> Attainment:
    found = attainment(merge(exam, told_exam(exam, *groups)))
    assert found is not None
    return found


def test_marks_are_counted_with_their_usual_figures() -> None:
    own = own_of(marked([5] * 5 + [4] * 10 + [3] * 8 + [2] * 2))
    assert own.counts == {"2": 2, "3": 8, "4": 10, "5": 5}
    assert own.figures == {"passed": 92, "quality": 60, "sou": (500 + 640 + 288 + 32) / 25}


def test_the_usual_figures_have_their_intervals() -> None:
    marks = [5] * 5 + [4] * 10 + [3] * 8 + [2] * 2
    told = bounds(own_of(marked(marks)))
    assert told["passed"] == pytest.approx(wilson(92, 25))
    weights = [{5: 100, 4: 64, 3: 36, 2: 16}[mark] for mark in marks]
    assert told["sou"] == pytest.approx(DescrStatsW(weights).tconfint_mean())


def test_without_works_the_line_on_the_school_tells() -> None:
    found = attainment(merge(sample("vpr_marks_math6.xlsx")))
    assert found is not None
    assert (found.n, found.counts) == (58, {"2": 1, "3": 14, "4": 38, "5": 5})


def test_a_line_on_the_region_is_never_ours() -> None:
    exam = told_exam(marked([3]), line("region", 9000, m2=10, m3=40, m4=40, m5=10))
    study = merge(exam)
    assert attainment(study) is None
    assert peers(study)["region"].figures["passed"] == 90


def test_unmarked_works_are_no_twos() -> None:
    assert attainment(merge(sample("vsosh_municipal_2026.csv"))) is None


@pytest.mark.parametrize(
    ("good", "quality"), [(45, "common"), (75, "own_higher"), (15, "own_lower")]
)
def test_marks_are_held_against_the_region(good: int, quality: str) -> None:
    exam = marked([4] * good + [3] * (90 - good))
    told = verdicts(
        own_of(exam), {"region": own_of(marked([4] * 500 + [3] * 500))}, RULES
    )  # fmt: skip
    assert told == {"region": {"passed": "common", "quality": quality}}


def test_few_marks_are_held_against_nothing() -> None:
    few, region = own_of(marked([2] * 9)), own_of(marked([5] * 900))
    assert verdicts(few, {"region": region}, RULES) == {
        "region": {"passed": "unknown", "quality": "unknown"}
    }


def test_a_municipality_that_is_mostly_we_is_not_compared() -> None:
    own = own_of(marked([2] * 50))
    district = own_of(marked([2] * 50 + [5] * 9))
    assert verdicts(own, {"municipality": district}, RULES)["municipality"]["passed"] == "unknown"
    larger = own_of(marked([2] * 50 + [5] * 50))
    assert verdicts(own, {"municipality": larger}, RULES)["municipality"]["passed"] == "own_lower"


@pytest.mark.parametrize(
    ("now", "grew", "beyond"),
    [(3, False, False), (5, True, False), (12, True, True), (1, False, False)],
)
def test_the_share_of_twos_may_not_grow_by_ten_points(now: int, grew: bool, beyond: bool) -> None:
    own = own_of(marked([2] * now + [4] * (40 - now)))
    last = merge(marked([2] + [4] * 39, year=2025))
    older = merge(marked([2] * 40, year=2024))
    found = twos(own, [(2025, last), (2024, older)], RULES)
    assert found is not None
    assert (found.since, found.was, found.now) == (2025, 2.5, 2.5 * now)
    assert (found.grew, found.beyond_chance) == (grew, beyond)
    assert found.low <= found.now - found.was <= found.high


def test_few_twos_of_few_works_are_not_growth() -> None:
    own = own_of(marked([2] * 5 + [4] * 4))
    assert twos(own, [(2025, merge(marked([4] * 40, year=2025)))], RULES) is None
    assert twos(own, [], RULES) is None
