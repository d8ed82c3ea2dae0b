"""Hints ask about conditions, and only where a school differs from its region."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from services.analysis import Study, Thresholds, merge
from services.analysis.boundaries import boundaries, expected, window
from services.analysis.hints import CODES, Hint, hints
from services.results import Exam, Group
from tests.services.analysis.exams import marked, told_exam
from tests.services.results.files import sample

RULES = Thresholds()
EVEN = {str(score): 100 / 21 for score in range(21)}


def told(study: Study, before: Study | None = None) -> list[str]:
    return [hint.code for hint in hints(study, before, RULES)]


def scored(counts: dict[int, int]) -> Exam:
    """Works by first score, of a scale where «3» begins with 6, «4» with 11 and «5» with 16."""
    totals = [score for score, count in counts.items() for _work in range(count)]
    marks = [2 + sum(score >= start for start in (6, 11, 16)) for score in totals]
    return marked(marks, totals=totals)


def beside_region(exam: Exam, **told_of_it: dict[str, float]) -> Study:
    return merge(exam, told_exam(exam, Group("r", None, "region", None, 9000, **told_of_it)))


def heaped(at: int) -> dict[int, int]:
    """Five works on every score; `at` more where a mark begins, taken from just below."""
    spread = dict.fromkeys(range(21), 5)
    return spread | {5: 5 - at, 6: 5 + at, 10: 5 - at, 11: 5 + at, 15: 5 - at, 16: 5 + at}


def test_works_heaped_where_marks_begin_are_asked_about() -> None:
    (hint,) = hints(beside_region(scored(heaped(4)), points=EVEN), None, RULES)
    assert hint == Hint("marks_pile", {"own": 90.0, "region": pytest.approx(50), "n": 30})


def test_an_even_spread_is_not() -> None:
    assert told(beside_region(scored(heaped(0)), points=EVEN)) == []


def test_a_heap_the_whole_region_has_is_not_ours() -> None:
    points = {str(score): float(count) for score, count in heaped(4).items()}
    assert told(beside_region(scored(heaped(4)), points=points)) == []


def test_without_a_region_nothing_is_asked() -> None:
    assert told(merge(scored(heaped(4)))) == []
    assert told(merge(marked([4] * 40, [2] * 40))) == []


def test_few_works_ask_nothing() -> None:
    assert told(beside_region(scored({5: 0, 6: 4, 10: 0, 11: 4, 3: 2}), points=EVEN)) == []


def totals_of(*works: tuple[int, float]) -> Counter[tuple[int | None, float]]:
    return Counter((mark, total) for mark, total in works)


def test_marks_begin_where_works_show_it() -> None:
    assert boundaries(totals_of((2, 5), (3, 6), (3, 10), (4, 12), (5, 18))) == (6, 12)


def test_marks_that_contradict_scores_show_nothing() -> None:
    assert boundaries(totals_of((2, 8), (3, 6), (3, 10))) == ()


def test_marks_begin_where_the_shares_of_the_region_meet() -> None:
    shares = {"2": 600 / 21, "3": 500 / 21, "4": 500 / 21, "5": 500 / 21}
    region = Group("r", None, "region", None, 9000, points=EVEN, marks=shares)
    assert boundaries(Counter(), region) == (6, 11, 16)


def test_nobody_is_expected_where_the_region_has_nobody() -> None:
    own = window(totals_of((2, 5), (3, 6)), (6,))
    assert expected(own, {"5": 0.0, "6": 0.0}) is None
    assert expected(own, {"5": 1.0, "6": 3.0}) == 75


def journal(lowered: float, confirmed: float, raised: float) -> dict[str, float]:
    return {"lowered": lowered, "confirmed": confirmed, "raised": raised}


def test_many_marks_above_the_journal_are_asked_about() -> None:
    exam = marked([4] * 40, [3] * 16 + [4] * 24)
    (hint,) = hints(beside_region(exam, journal=journal(20, 74, 6)), None, RULES)
    assert hint == Hint("marks_raised", {"own": 40.0, "region": 6, "n": 40})


def test_as_many_as_in_the_region_are_not() -> None:
    exam = marked([4] * 40, [3] * 16 + [4] * 24)
    assert told(beside_region(exam, journal=journal(10, 55, 35))) == []


def test_marks_below_the_journal_are_no_hint() -> None:
    exam = marked([3] * 40, [4] * 40)
    assert told(beside_region(exam, journal=journal(20, 74, 6))) == []


def fifth(good: int, region: float) -> Study:
    return graded(good, region, 5, 2026)


def fourth(good: int, region: float) -> Study:
    return graded(good, region, 4, 2025)


def graded(good: int, region: float, grade: int, year: int) -> Study:
    exam = replace(marked([4] * good + [3] * (50 - good), year=year), grade=grade)
    return beside_region(exam, marks={"2": 0.0, "3": 100 - region, "4": region, "5": 0.0})


def test_a_fall_from_the_fourth_grade_to_the_fifth_is_asked_about() -> None:
    (hint,) = hints(fifth(15, 50), fourth(45, 55), RULES)
    assert hint.code == "grade_drop"
    assert hint.params == {
        "grade": 5,
        "since": 2025,
        "was": 90,
        "now": 30,
        "region_was": 55,
        "region_now": 50,
        "n": 50,
    }


def test_a_fall_the_whole_region_has_is_not_ours() -> None:
    assert told(fifth(15, 30), fourth(45, 85)) == []


def test_a_fall_of_another_grade_is_not_looked_at() -> None:
    assert told(graded(15, 50, 8, 2026), graded(45, 55, 7, 2025)) == []
    older = replace(RULES, drop_grades=(8,))
    assert hints(graded(15, 50, 8, 2026), graded(45, 55, 7, 2025), older)


def test_cuts_are_configuration() -> None:
    exam = marked([4] * 40, [3] * 16 + [4] * 24)
    study = beside_region(exam, journal=journal(20, 74, 6))
    assert hints(study, None, replace(RULES, raised_excess=50.0)) == ()


def test_hints_are_codes_and_plain_numbers() -> None:
    study = beside_region(scored(heaped(4)), points=EVEN)
    for hint in hints(study, None, RULES):
        assert hint.code in CODES
        assert json.loads(json.dumps(dict(hint.params))) == hint.params


def test_a_usual_school_gets_no_hint() -> None:
    names = ("individual", "tasks", "planned_results", "marks", "journal")
    assert told(merge(*(sample(f"vpr_{name}_math6.xlsx") for name in names))) == []
