"""Every number that decides something can be said anew by the operator."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis import Threshold, Thresholds
from services.analysis.rulesfile import ThresholdsInvalid
from services.analysis.thresholds import confidence_of, status_of


def said(folder: Path, text: str) -> Path:
    path = folder / "thresholds.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_stand() -> None:
    assert Thresholds.from_file(None) == Thresholds() == Thresholds.for_exam("vpr_individual")


def test_a_file_says_some_numbers_anew(tmp_path: Path) -> None:
    path = said(tmp_path, '[judging]\nsmallest_n = 15\n[levels.vpr]\n"Б" = [65, 50]\n')
    rules = Thresholds.from_file(path, "vpr_individual")
    assert (rules.smallest_n, rules.significance) == (15, 0.05)
    assert rules.levels["Б"] == Threshold(65, 50)
    assert rules.levels["П"] == Threshold(30, 28.5)


def test_a_file_may_give_an_exam_levels_of_its_own(tmp_path: Path) -> None:
    path = said(tmp_path, '[families]\n"Срез" = "own"\n[levels.own]\n"Б" = [70, 60]\n')
    assert Thresholds.from_file(path, "table", "Срез").levels == {"Б": Threshold(70, 60)}
    assert Thresholds.from_file(path, "table", "ВПР") == Thresholds()


@pytest.mark.parametrize("exam", ["ОГЭ", "ЕГЭ"])
def test_state_exams_go_by_their_own_levels_whatever_the_file(exam: str) -> None:
    assert Thresholds.for_exam("table", exam).levels["Б"] == Threshold(50, 50)


@pytest.mark.parametrize(
    "text",
    [
        "[judging]\nsmallest_n = 0",
        "[judging]\nsmallest_n = 1.5",
        "[judging]\nsignificance = true",
        "[judging]\nsmalest_n = 12",
        '[levels.vpr]\n"Б" = [50, 60]',
        '[levels.vpr]\n"Б" = [50]',
        "[hints]\nraised_excess = 250.0",
        "[hints]\ndrop_grades = [true]",
        '[families]\n"Срез" = "nowhere"',
        "judging = 3",
        "[[",
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ThresholdsInvalid):
        Thresholds.from_file(said(tmp_path, text), "table", "Срез")


def test_the_message_names_the_key(tmp_path: Path) -> None:
    with pytest.raises(ThresholdsInvalid, match=r"judging\.smalest_n"):
        Thresholds.from_file(said(tmp_path, "[judging]\nsmalest_n = 12"))


LEVELS = st.sampled_from(["Б", "П", "В", None])
PERCENT = st.floats(0, 100)


@given(st.tuples(PERCENT, PERCENT, PERCENT).map(sorted), LEVELS, st.integers(1, 200))
def test_firm_means_that_both_ends_have_the_status_of_the_point(
    ends: list[float], level: str | None, n: int
) -> None:
    low, percent, high = ends
    rules = Thresholds()
    status = status_of(percent, level, rules)
    confidence = confidence_of(status, n, low, high, level, rules)
    if confidence == "firm":
        assert status_of(low, level, rules) == status_of(high, level, rules) == status
        assert n >= rules.smallest_n
    if n < rules.smallest_n:
        assert confidence == "low"
