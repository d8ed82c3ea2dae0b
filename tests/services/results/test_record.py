"""Parsed files survive the way through JSON unchanged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.results import (
    Exam,
    Pupil,
    Task,
    exam_from_json,
    from_json,
    parse,
    to_json,
)
from tests.services.results.files import SAMPLES, changed, read_here

NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in {".xlsx", ".csv"})
SCORES = st.lists(
    st.tuples(st.none() | st.integers(0, 50).map(float) | st.floats(0, 50), st.booleans()).map(
        lambda pair: (0.0, True) if pair[1] else (pair[0], False)
    ),
    max_size=6,
)


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_comes_back_from_its_process_as_it_was_read(name: str) -> None:
    assert parse(SAMPLES / name) == read_here(SAMPLES / name)


def test_bad_rows_come_back(tmp_path: Path) -> None:
    def change(sheet: object) -> None:
        sheet["Q31"] = 5  # type: ignore[index]

    path = changed(tmp_path, change)
    assert parse(path).bad_rows == read_here(path).bad_rows != ()


@given(SCORES)
def test_scores_come_back_whatever_they_are(scores: list[tuple[float | None, bool]]) -> None:
    pupil = Pupil(
        school="a",
        class_label="6А",
        variant=None,
        scores=tuple(score for score, _skipped in scores),
        not_attempted=tuple(skipped for _score, skipped in scores),
        total=1.5,
        mark=4,
    )
    exam = Exam("k", None, None, None, None, None, None, (Task("1", 2.0),), (pupil,))
    assert exam_from_json(json.loads(json.dumps(to_json(exam)))) == exam


def test_a_whole_file_comes_back_from_text() -> None:
    parsed = read_here(SAMPLES / "2849913.xlsx")
    assert from_json(json.loads(json.dumps(to_json(parsed)))) == parsed
