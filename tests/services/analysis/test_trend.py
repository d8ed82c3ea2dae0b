"""The same skills over the years."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.analysis import Thresholds, merge
from services.analysis.study import Study
from services.analysis.trend import changes, trend
from services.results import Exam, Task
from tests.services.analysis.exams import SKILLS, exam_of, group_exam, solved

RULES = Thresholds()


def years_of(*exams: Exam) -> list[tuple[int, Study]]:
    return [(exam.year or 0, merge(exam)) for exam in exams]


def verdict(now: Exam, was: Exam) -> str:
    (change,) = changes(trend(merge(now), years_of(was), RULES), RULES)
    return change.verdict


def test_years_come_oldest_first_and_this_one_last() -> None:
    now, *before = solved(20, 40), solved(30, 40, year=2025), solved(10, 40, year=2024)
    told = trend(merge(now), years_of(*before), RULES)
    assert [(one.year, one.n, one.figures["1"].percent) for one in told] == [
        (2024, 40, 25),
        (2025, 40, 75),
        (2026, 40, 50),
    ]


def test_figures_of_a_year_stand_under_the_number_the_task_has_now() -> None:
    before = replace(solved(10, 40, year=2025), tasks=(Task("7", 1, "Б", SKILLS[0].upper()),))
    told = trend(merge(solved(20, 40)), years_of(before), RULES)
    assert told[0].figures["1"].percent == 25


def test_another_skill_under_the_same_number_is_not_compared() -> None:
    before = replace(solved(10, 40, year=2025), tasks=(Task("1", 1, "Б", SKILLS[1]),))
    assert trend(merge(solved(20, 40)), years_of(before), RULES) == ()


def test_without_earlier_years_there_is_no_trend() -> None:
    assert trend(merge(solved(20, 40)), (), RULES) == ()
    assert changes((), RULES) == ()


@pytest.mark.parametrize(
    ("now", "was", "expected"),
    [
        (solved(36, 40), solved(20, 40, year=2025), "rose"),
        (solved(4, 40), solved(20, 40, year=2025), "fell"),
        (solved(22, 40), solved(20, 40, year=2025), "same"),
        (solved(9, 9), solved(0, 40, year=2025), "few"),
        (solved(40, 40), solved(0, 9, year=2025), "few"),
    ],
    ids=["rose", "fell", "same", "few now", "few then"],
)
def test_a_change_is_told_only_beyond_chance(now: Exam, was: Exam, expected: str) -> None:
    assert verdict(now, was) == expected


def test_a_change_is_told_with_its_interval() -> None:
    years = trend(merge(solved(36, 40)), years_of(solved(20, 40, year=2025)), RULES)
    (change,) = changes(years, RULES)
    assert (change.since, change.was, change.now, change.points) == (2025, 50, 90, 40)
    # Newcombe's interval by hand: 90 % (76.9-96.0) and 50 % (35.2-64.8).
    assert (change.low, change.high) == pytest.approx((20.2, 56.0), abs=0.1)


def test_a_skill_missing_last_year_is_held_against_the_year_before() -> None:
    now = exam_of([(1, 1)] * 20, (1, 1), skills=SKILLS[:2])
    last = exam_of([(1,)] * 20, (1,), skills=SKILLS[:1], year=2025)
    older = exam_of([(0, 0)] * 20, (1, 1), skills=SKILLS[:2], year=2024)
    found = changes(trend(merge(now), years_of(last, older), RULES), RULES)
    assert [(one.code, one.since) for one in found] == [("1", 2025), ("2", 2024)]


def test_one_odd_skill_among_many_is_chance() -> None:
    skills = tuple(f"Умение {sign}" for sign in "абвгдежзиклмнопрстуф")
    half = [tuple(int((row + task) % 2 == 0) for task in range(20)) for row in range(40)]
    odd = [(1 if index < 29 else 0, *row[1:]) for index, row in enumerate(half)]
    now = exam_of(odd, (1,) * 20, skills=skills)
    was = exam_of(half, (1,) * 20, skills=skills, year=2025)
    alone = changes(
        trend(
            merge(exam_of([row[:1] for row in odd], (1,), skills=skills[:1])),
            years_of(exam_of([row[:1] for row in half], (1,), skills=skills[:1], year=2025)),
            RULES,
        ),
        RULES,
    )
    among = changes(trend(merge(now), years_of(was), RULES), RULES)
    assert (alone[0].verdict, among[0].verdict) == ("rose", "same")


def test_a_year_known_only_from_a_report_on_groups_counts_too() -> None:
    full = solved(20, 40, year=2025)
    before = group_exam(full, "school", 40, {"1": 50.0})
    years = trend(merge(solved(36, 40)), years_of(before), RULES)
    assert (years[0].n, years[0].figures["1"].percent) == (40, 50)
    assert changes(years, RULES)[0].verdict == "rose"


def test_a_region_of_last_year_is_not_our_last_year() -> None:
    before = group_exam(solved(20, 40, year=2025), "region", 9000, {"1": 50.0})
    assert trend(merge(solved(36, 40)), years_of(before), RULES) == ()
