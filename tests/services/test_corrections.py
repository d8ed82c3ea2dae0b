"""What a newer summary is to those who were shown the older one."""

from __future__ import annotations

from typing import Any

import pytest

from db.models.results import Summary
from services.summaries.corrections import change_of
from services.summaries.shown import codes_of, shown_rows


def row(code: str, percent: float, **more: Any) -> dict[str, Any]:
    return {
        "code": code,
        "level": "Б",
        "skill": None,
        "n": 58,
        "percent": percent,
        "low": percent - 9,
        "high": percent + 9,
        "status": "deficit",
        "confidence": "firm",
        "threshold": 60.0,
        "peers": {},
        **more,
    }


def findings(*rows: dict[str, Any], weak: str = "12", n: int = 58, **more: Any) -> dict[str, Any]:
    told = {"n": n, "findings": [{"code": code} for code in weak]}
    return {"judged": n >= 10, "summary": told, "tasks": list(rows), **more}


BEFORE = findings(row("1", 41.0), row("2", 20.0), row("3", 80.0))


def change(after: dict[str, Any], before: dict[str, Any] = BEFORE) -> str | None:
    return change_of(Summary(findings=before), after)


def test_the_same_figures_are_no_news() -> None:
    assert change(findings(row("1", 41.3), row("2", 20.0), row("3", 80.0))) is None


def test_a_task_nobody_was_shown_is_no_news_for_a_group() -> None:
    assert change(findings(row("1", 41.0), row("2", 20.0), row("3", 70.0))) is None


@pytest.mark.parametrize(
    "after",
    [
        findings(row("1", 44.0), row("2", 20.0), row("3", 80.0)),
        findings(row("1", 41.0), row("2", 20.0), row("3", 80.0), n=57),
        findings(row("1", 41.0), row("2", 20.0), row("3", 30.0), weak="13"),
        findings(row("1", 41.0), row("3", 80.0), weak="1"),
        findings(row("1", 41.0), row("2", 20.0), row("3", 80.0), n=6),
    ],
)
def test_figures_shown_that_are_otherwise_are_corrected(after: dict[str, Any]) -> None:
    assert change(after) == "corrected"


def test_a_comparison_that_came_is_worth_the_whole_summary() -> None:
    beside = {"peers": {"region": 40.0}}

    assert change(findings(row("1", 41.0, **beside), row("2", 20.0), row("3", 80.0))) == "compared"


def test_skills_that_came_are_worth_the_whole_summary() -> None:
    named = row("1", 41.0, skill="Решать задачи")

    assert change(findings(named, row("2", 20.0), row("3", 80.0))) == "named"
    assert change(findings(named, row("2", 20.0), row("3", 80.0)), findings(named)) == "corrected"


def test_the_first_works_that_suffice_are_worth_the_whole_summary() -> None:
    assert change(BEFORE, findings(n=6)) == "replaced"


def test_of_few_works_only_pooled_figures_are_shown() -> None:
    few = findings(row("1", 41.0), row("2", 20.0), n=6)
    assert (shown_rows(few), codes_of(few)) == ([], [])

    pooled = {**few, "pooled_tasks": [row("2", 33.0, own_percent=20.0, peers={"region": 1.0})]}
    assert [(one["code"], one["percent"], one["peers"]) for one in shown_rows(pooled)] == [
        ("2", 33.0, {})
    ]
    assert codes_of(pooled) == ["2"]
