"""The document of `results inspect`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from services.analysis import inspect
from tests.services.results.files import RUSSIAN, SAMPLES, changed

KEYS = [
    "file", "kind", "exam", "year", "subject", "grade", "pupils", "absent", "people",
    "tasks", "marks", "groups", "warnings", "error",
]  # fmt: skip
TASK_KEYS = [
    "max", "level", "skill", "n", "completion", "low", "high", "status", "confidence",
]  # fmt: skip


def test_every_entry_has_the_same_keys(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"")
    entries = inspect([RUSSIAN, SAMPLES / "staff_2026.xlsx", tmp_path / "x.xlsx"])
    assert [list(entry) for entry in entries] == [KEYS] * 3
    assert list(entries[0]["tasks"]["6"]) == TASK_KEYS
    json.dumps(entries)


def test_a_file_that_cannot_be_read_is_an_entry_with_its_error(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"")
    entries = inspect([str(path), tmp_path / "none.xlsx"], say=lambda code, _params: f"<{code}>")
    assert [entry["error"] for entry in entries] == [
        {"message": "<empty>", "cell": None},
        {"message": "<unreadable>", "cell": None},
    ]
    assert entries[0]["file"] == str(path)
    assert entries[0]["tasks"] == {}


def test_warnings_name_their_cell_in_given_words(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["Q31"] = 5

    def say(code: str, params: Mapping[str, Any]) -> str:
        return f"{code}: {params['value']} > {params['max']:g}"

    entry = inspect([changed(tmp_path, change)], say=say)[0]
    assert entry["warnings"] == [{"cell": "Q31", "message": "score_above_max: 5 > 2"}]
    assert (entry["pupils"], entry["tasks"]["11"]["n"], entry["error"]) == (57, 57, None)


def test_a_task_is_told_with_two_decimals_and_its_interval() -> None:
    task = inspect([SAMPLES / "vpr_individual_math6.xlsx"])[0]["tasks"]["11"]
    assert task == {
        "max": 2,
        "level": "П",
        "skill": "Решать текстовые задачи на проценты",
        "n": 58,
        "completion": 16.38,
        "low": 9.25,
        "high": 23.51,
        "status": "deficit",
        "confidence": "firm",
    }


def test_schools_of_a_file_are_pooled_and_each_in_groups() -> None:
    entry = inspect([RUSSIAN])[0]
    assert (entry["pupils"], [group["n"] for group in entry["groups"]]) == (74, [47, 21, 6])
    assert {group["level"] for group in entry["groups"]} == {"school"}
    assert sum(entry["marks"].values()) > 99.9


def test_groups_of_a_report_keep_their_levels() -> None:
    groups = inspect([SAMPLES / "vpr_tasks_math6.xlsx"])[0]["groups"]
    levels = [group["level"] for group in groups]
    assert levels == ["country", "region", "municipality", "school"]
    assert groups[1]["tasks"]["11"] == 19
