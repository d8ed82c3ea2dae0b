"""What `reckon` writes down: plain, complete, and the same however the works came."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.findings import Order, reckon
from services.results import Exam, Group, Pupil, School, to_json
from tests.services.analysis.exams import SKILLS, exam_of, marked, solved, told_exam
from tests.services.results.files import sample

KEYS = {
    "study_id", "as_of", "guarded", "summary", "tasks", "judged", "disagreements", "left_out",
    "marks", "journal", "mark_groups", "hints", "trend", "changes", "pooled", "pooled_tasks",
}  # fmt: skip
NAMES = ("individual", "tasks", "planned_results", "marks", "journal")


def part(exam: Exam) -> dict[str, Any]:
    return {"kind": exam.kind, "dropped": 0, "exam": to_json(exam)}


def told(*exams: Exam, wide: bool = False, **beside: Any) -> dict[str, Any]:
    return reckon([Order(1, "now", [part(exam) for exam in exams], wide, **beside)])[0]


def earlier(*exams: Exam) -> Sequence[tuple[int, Sequence[dict[str, Any]]]]:
    return [(exam.year or 0, [part(exam)]) for exam in exams]


@pytest.fixture(scope="module")
def math() -> dict[str, Any]:
    return told(*(sample(f"vpr_{name}_math6.xlsx") for name in NAMES))


def test_every_key_is_there_whatever_is_known(math: dict[str, Any]) -> None:
    assert set(math) == KEYS
    assert set(told(exam_of([(0,)], (1,)))) == KEYS
    assert set(told(marked([3, 4]))) == KEYS


def test_findings_are_plain_values(math: dict[str, Any]) -> None:
    assert json.loads(json.dumps(math)) == math


def test_neither_pupils_nor_classes_nor_other_schools_are_named(math: dict[str, Any]) -> None:
    words = json.dumps(math, ensure_ascii=False)
    for school in sample("vpr_individual_math6.xlsx").schools:
        assert school.name not in words
    assert "class" not in words


def test_marks_stand_beside_those_of_wider_places(math: dict[str, Any]) -> None:
    marks = math["marks"]
    assert (marks["n"], marks["counts"]) == (58, {"2": 1, "3": 14, "4": 38, "5": 5})
    assert round(marks["passed"], 2) == 98.28
    assert round(marks["peers"]["region"]["passed"], 2) == 91.88
    assert marks["peers"]["region"]["compared"] == {"passed": "common", "quality": "own_higher"}
    low, high = marks["bounds"]["quality"]
    assert low < marks["quality"] < high


def test_the_journal_stands_beside_that_of_the_region(math: dict[str, Any]) -> None:
    journal = math["journal"]
    assert (journal["n"], journal["far"]) == (58, 0)
    shares = [round(journal[name], 2) for name in ("lowered", "confirmed", "raised")]
    assert shares == [41.38, 46.55, 12.07]
    assert journal["peers"]["region"]["raised"] == 5.2


def test_each_task_is_compared_with_each_wider_place(math: dict[str, Any]) -> None:
    eleventh = next(row for row in math["tasks"] if row["code"] == "11")
    assert set(eleventh["compared"]) == {"municipality", "region", "country"}
    region = eleventh["compared"]["region"]
    assert (round(region["points"], 2), region["verdict"]) == (-2.62, "common")
    assert eleventh["difference"] == "common"


def test_the_trend_tells_of_every_year_by_the_codes_of_this_one() -> None:
    found = told(solved(36, 40), earlier=earlier(solved(20, 40, year=2025)))
    assert [(one["year"], one["n"]) for one in found["trend"]] == [(2025, 40), (2026, 40)]
    element = found["trend"][0]["elements"]["1"]
    assert (element["n"], element["percent"]) == (40, 50)
    assert element["low"] < 50 < element["high"]
    assert [change["verdict"] for change in found["changes"]] == ["rose"]


def test_few_works_are_pooled_and_it_is_said_how() -> None:
    found = told(solved(2, 6), earlier=earlier(solved(1, 9, year=2025)))
    assert found["judged"] is False
    assert found["pooled"] == {
        "by": "years",
        "years": [2025, 2026],
        "schools": 1,
        "n": 15,
        "own_n": 6,
    }
    (row,) = found["pooled_tasks"]
    assert (row["n"], row["percent"], row["own_n"], round(row["own_percent"])) == (15, 20, 6, 33)
    (own,) = found["tasks"]
    assert (own["n"], round(own["percent"]), own["confidence"]) == (6, 33, "low")


def test_schools_around_are_pooled_without_being_named() -> None:
    around = [part(solved(1, 9, schools=[name] * 9)) for name in ("Соседняя", "Дальняя")]
    found = told(solved(2, 6), around=around)
    assert (found["pooled"]["by"], found["pooled"]["schools"]) == ("schools", 3)
    assert "Соседняя" not in json.dumps(found, ensure_ascii=False)


def test_twos_are_held_against_last_year() -> None:
    found = told(marked([2] * 12 + [4] * 28), earlier=earlier(marked([2] + [4] * 39, year=2025)))
    twos = found["marks"]["twos"]
    assert (twos["since"], twos["was"], twos["now"], twos["grew"]) == (2025, 2.5, 30, True)


def test_a_school_without_own_figures_is_not_told_those_of_the_region() -> None:
    line = Group("r", None, "region", None, 9000, {"1": 50.0}, {"2": 10.0, "3": 90.0})
    found = told(told_exam(solved(1, 1), line))
    assert (found["tasks"], found["marks"]["n"], found["judged"]) == ([], 0, False)


def test_a_municipality_may_be_told_by_its_own_line() -> None:
    line = Group("m", None, "municipality", 3, 200, {"1": 50.0}, {"2": 10.0, "3": 90.0})
    exam = told_exam(solved(1, 1), line)
    assert told(exam)["tasks"] == []
    found = told(exam, wide=True)
    assert (found["tasks"][0]["percent"], found["marks"]["n"]) == (50, 200)
    assert found["tasks"][0]["peers"] == {}


def test_an_operators_thresholds_decide(tmp_path: Path) -> None:
    path = tmp_path / "thresholds.toml"
    path.write_text('[levels.vpr]\n"Б" = [20, 10]\n', encoding="utf-8")
    assert told(solved(8, 20))["tasks"][0]["status"] == "deficit"
    assert told(solved(8, 20), thresholds=str(path))["tasks"][0]["status"] == "sufficient"


ROW = st.tuples(st.integers(0, 1), st.none() | st.integers(0, 3), st.integers(2, 5))


def works(rows: Sequence[tuple[int, int | None, int]]) -> Exam:
    exam = exam_of([row[:2] for row in rows], (1, 3), skills=SKILLS[:2])
    pairs = zip(exam.pupils, rows, strict=True)
    return replace(exam, pupils=tuple(replace(one, mark=row[2]) for one, row in pairs))


@given(st.lists(ROW, min_size=1), st.randoms(use_true_random=False))
def test_the_order_and_the_labels_of_works_change_nothing(
    rows: list[tuple[int, int | None, int]], chance: random.Random
) -> None:
    exam = works(rows)
    pupils = list(exam.pupils)
    chance.shuffle(pupils)
    named = tuple(
        Pupil("s2", f"7{chance.choice('АБ')}", str(place), *_rest(pupil))
        for place, pupil in enumerate(pupils)
    )
    other = replace(exam, pupils=named, schools=(School("s2", "Другая", None, None, len(named)),))
    assert told(other) == told(exam)


@given(st.lists(ROW, min_size=2), st.data())
def test_a_file_in_two_pieces_says_what_the_whole_says(
    rows: list[tuple[int, int | None, int]], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, len(rows) - 1))
    whole, pieces = told(works(rows)), told(works(rows[cut:]), works(rows[:cut]))
    for findings in (whole, pieces):
        # How many reports there were is of course told.
        findings["summary"]["source"].pop("kinds")
    assert pieces == whole


@given(st.lists(ROW, min_size=1))
def test_percents_lie_within_their_intervals(rows: list[tuple[int, int | None, int]]) -> None:
    found = told(works(rows))
    for row in found["tasks"]:
        assert 0 <= row["low"] <= row["percent"] + 1e-9
        assert row["percent"] - 1e-9 <= row["high"] <= 100
    percents = found["marks"]["percents"].values()
    assert sum(percents) == pytest.approx(100)
    assert sum(found["marks"]["counts"].values()) == found["marks"]["n"] == len(rows)


def _rest(pupil: Pupil) -> tuple[Any, ...]:
    return (pupil.scores, pupil.not_attempted, pupil.total, pupil.mark, pupil.journal_mark)
