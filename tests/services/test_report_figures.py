"""Reports of one study against each other: what differs is found, whatever their order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.report_figures import disagreements, figures, works
from services.results import Exam, Group, Pupil, Task

TASKS = (Task("1", 1.0), Task("2", 2.0))


def exam(kind: str = "vpr_individual", **more: object) -> Exam:
    known = Exam(kind, "ВПР", 2026, "Математика", 6, None, 3.0, TASKS)
    return replace(known, **more)  # type: ignore[arg-type]


def pupil(*scores: float | None, mark: int | None = None) -> Pupil:
    return Pupil("", "6А", None, scores, (False,) * len(scores), None, mark)


def report(n: int, tasks: dict[str, float], level: str = "school", **more: object) -> Exam:
    group = Group("Школа", None, level, None, n, tasks=tasks, **more)  # type: ignore[arg-type]
    return exam("vpr_task_completion", groups=(group,))


WORKS = exam(pupils=(pupil(1, 2, mark=5), pupil(0, 1, mark=3), pupil(1, None, mark=5)))


def test_figures_are_shares_of_points_and_of_marks() -> None:
    assert figures(WORKS) == pytest.approx(
        {
            ("task", "1"): 200 / 3,
            ("task", "2"): 75.0,
            ("mark", "5"): 200 / 3,
            ("mark", "3"): 100 / 3,
        }
    )
    assert works(WORKS) == 3


def test_reports_that_agree_say_nothing() -> None:
    assert disagreements((WORKS, report(3, {"1": 66.7, "2": 75.0})), within=1.0) == ()


def test_other_numbers_of_works_tasks_and_marks_are_found() -> None:
    told = report(4, {"1": 50.0, "2": 75.0}, marks={"5": 10.0, "3": 33.0})

    found = disagreements((told, WORKS), within=1.0)

    assert [(one.what, one.code, one.first, one.second) for one in found] == [
        ("works", "", 3, 4),
        ("task", "1", 66.7, 50.0),
        ("mark", "5", 66.7, 10.0),
    ]
    assert {one.kind for one in found} == {"vpr_task_completion"}


@pytest.mark.parametrize("level", ["municipality", "region", "country"])
def test_a_report_on_wider_places_does_not_disagree_with_a_school(level: str) -> None:
    assert disagreements((WORKS, report(900, {"1": 10.0}, level)), within=1.0) == ()


def test_a_report_on_several_schools_has_no_figures_of_one() -> None:
    several = exam("vpr_task_completion", groups=(report(1, {"1": 5.0}).groups * 2))

    assert figures(several) == {}
    assert works(several) == 0


SCORES = st.lists(
    st.tuples(st.sampled_from([0.0, 1.0]), st.sampled_from([0.0, 1.0, 2.0])), min_size=1
)


@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_of_works_changes_no_figure(
    scores: list[tuple[float, float]], chance: object
) -> None:
    rows = [pupil(*one, mark=3) for one in scores]
    mixed = list(rows)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert figures(exam(pupils=tuple(rows))) == pytest.approx(figures(exam(pupils=tuple(mixed))))


@given(SCORES, st.floats(0, 100))
def test_the_order_of_reports_changes_no_disagreement(
    scores: list[tuple[float, float]], percent: float
) -> None:
    own, other = exam(pupils=tuple(pupil(*one) for one in scores)), report(5, {"1": percent})

    assert disagreements((own, other), 1.0) == disagreements((other, own), 1.0)
