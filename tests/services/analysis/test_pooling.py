"""Few works are judged together with others, and that is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis import Thresholds, merge, summarise, summary_from_json, summary_to_json
from services.analysis.neighbours import guarded
from services.analysis.pooling import Pool, pool_of
from services.results import Exam, Group, School, Task
from tests.services.analysis.exams import SKILLS, solved, told_exam

RULES = Thresholds()


def around(*sizes: tuple[int, int]) -> list[Exam]:
    return [
        solved(right, n, schools=[f"other{place}"] * n) for place, (right, n) in enumerate(sizes)
    ]


def pooled(own: Exam, *before: Exam, others: list[Exam] | None = None) -> Pool | None:
    earlier = [(exam.year or 0, merge(exam)) for exam in before]
    return pool_of(merge(own), earlier, others or (), RULES)


def test_enough_works_need_nobody_else() -> None:
    assert pooled(solved(5, 10), solved(5, 10, year=2025), others=around((9, 9), (9, 9))) is None


def test_few_works_are_judged_with_those_of_earlier_years() -> None:
    found = pooled(solved(2, 6), solved(1, 5, year=2025), solved(1, 9, year=2024))
    assert found is not None
    assert (found.by, found.years, found.schools) == ("years", (2024, 2025, 2026), 1)
    assert (found.n, found.own_n) == (20, 6)
    figure = found.tasks["1"].figure
    assert (figure.n, figure.percent, figure.status) == (20, 20, "deficit")
    assert figure.confidence == "firm"


def test_no_more_years_are_taken_than_told() -> None:
    old = solved(9, 9, year=2023)
    found = pooled(solved(2, 6), solved(1, 5, year=2025), old)
    assert found is not None
    assert found.years == (2025, 2026)


def test_a_year_with_another_skill_does_not_help() -> None:
    other = replace(solved(5, 9, year=2025), tasks=(Task("1", 1, "Б", SKILLS[1]),))
    assert pooled(solved(2, 6), other) is None


def test_without_earlier_years_schools_of_the_municipality_help() -> None:
    found = pooled(solved(2, 6), others=around((3, 8), (4, 9), (0, 5)))
    assert found is not None
    assert (found.by, found.years, found.schools, found.n) == ("schools", (2026,), 4, 28)
    assert found.tasks["1"].figure.percent == pytest.approx(100 * 9 / 28)


def test_years_of_the_own_school_go_before_other_schools() -> None:
    found = pooled(solved(2, 6), solved(1, 9, year=2025), others=around((3, 8), (4, 9)))
    assert found is not None
    assert found.by == "years"


def test_a_lone_other_school_is_not_given_away() -> None:
    assert pooled(solved(2, 6), others=around((30, 40))) is None


def test_a_large_other_school_is_not_given_away_by_tiny_ones() -> None:
    assert pooled(solved(2, 6), others=around((30, 40), (1, 4))) is None
    assert pooled(solved(2, 6), others=around((30, 40), (1, 5))) is not None


def test_our_own_works_are_never_taken_twice() -> None:
    again = replace(solved(2, 6), schools=(School("edu1", "МБОУ", None, None, 6),))
    found = pooled(solved(2, 6), others=[again, *around((3, 8), (4, 9))])
    assert found is not None
    assert (found.schools, found.n) == (3, 23)


def test_a_school_told_by_two_reports_is_taken_once() -> None:
    first, second = around((3, 8), (4, 9))
    line = told_exam(first, Group("other0", None, "school", None, 8, {"1": 37.5}))
    found = pooled(solved(2, 6), others=[line, first, second])
    assert found is not None
    assert (found.schools, found.n) == (3, 23)


def test_schools_known_only_from_reports_on_groups_help_too() -> None:
    lines = [Group(name, name, "school", None, 20, {"1": 50.0}) for name in ("a", "b")]
    found = pooled(solved(3, 6), others=[told_exam(solved(1, 1), *lines)])
    assert found is not None
    assert (found.n, found.tasks["1"].figure.percent) == (46, 50)


def test_own_studies_of_one_name_are_pooled_only_with_the_same_skills() -> None:
    def own_study(exam: Exam, skill: str) -> Exam:
        task = replace(exam.tasks[0], skill=skill)
        return replace(exam, exam=None, occasion="Срез", tasks=(task,))

    own = own_study(solved(2, 6), SKILLS[0])
    same = [own_study(exam, SKILLS[0]) for exam in around((3, 8), (4, 9))]
    other = [own_study(exam, SKILLS[1]) for exam in around((3, 8), (4, 9))]
    assert pooled(own, others=same) is not None
    assert pooled(own, others=other) is None


def test_a_finding_keeps_its_own_figure_beside_the_pooled_one() -> None:
    own, before = solved(5, 6), solved(1, 30, year=2025)
    study = merge(own)
    pool = pool_of(study, [(2025, merge(before))], (), RULES)
    finding = summarise(study, pool=pool).findings[0]
    assert (finding.n, round(finding.percent), finding.confidence) == (6, 83, "low")
    assert finding.pooled is not None
    assert (finding.pooled.by, finding.pooled.n, round(finding.pooled.percent)) == ("years", 36, 17)
    assert finding.pooled.status == "deficit"


def test_what_a_finding_is_judged_by_survives_the_way_through_a_row() -> None:
    study = merge(solved(2, 6))
    pool = pool_of(study, [(2025, merge(solved(1, 30, year=2025)))], (), RULES)
    summary = summarise(study, pool=pool)
    assert summary.findings[0].pooled
    assert summary_from_json(summary_to_json(summary)) == summary


def test_a_skill_that_is_fine_over_the_years_is_no_finding() -> None:
    study = merge(solved(2, 6))
    pool = pool_of(study, [(2025, merge(solved(30, 30, year=2025)))], (), RULES)
    assert summarise(study, pool=pool).findings == ()


SHARES = st.lists(st.integers(1, 9).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))


@given(SHARES)
def test_a_pool_is_weighted_by_works(sizes: list[tuple[int, int]]) -> None:
    found = pooled(solved(2, 6), others=around(*sizes))
    if found is None:
        assert not guarded([n for _right, n in sizes]) or 6 + sum(n for _r, n in sizes) < 10
        return
    figure = found.tasks["1"].figure
    right, n = 2 + sum(right for right, _n in sizes), 6 + sum(n for _right, n in sizes)
    assert figure.n == n
    assert figure.percent == pytest.approx(100 * right / n)
    assert figure.low <= figure.percent <= figure.high


@given(st.lists(st.integers(1, 30)))
def test_whoever_knows_a_school_besides_the_own_learns_of_no_fewer_than_five(
    others: list[int],
) -> None:
    if guarded(others):
        assert all(sum(others) - one >= 5 for one in others)
