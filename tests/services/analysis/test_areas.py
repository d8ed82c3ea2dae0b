"""Areas × districts never tell of a school."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis import Thresholds, merge
from services.analysis.areas import areas_by_district, well_hidden
from services.analysis.document import Material, document
from tests.services.analysis.exams import SKILLS, exam_of, solved

RULES = Thresholds()


def school(right: int, n: int) -> dict[str, Any]:
    return document(Material(merge(solved(right, n))), RULES)


def test_a_district_is_its_schools_weighted_by_works() -> None:
    (row,) = areas_by_district([[school(5, 10), school(20, 20), school(0, 20)]], RULES)
    (cell,) = row.cells
    assert cell is not None
    assert (cell.n, cell.schools, cell.percent, cell.status) == (50, 3, 50, "deficit")
    assert cell.low < 50 < cell.high


def test_a_district_of_two_schools_tells_each_the_other() -> None:
    (row,) = areas_by_district([[school(5, 10), school(20, 20)]], RULES)
    assert row.cells == (None,)


def test_districts_stand_in_the_order_they_came_and_areas_in_that_of_tasks() -> None:
    low, high = [school(0, 20)] * 3, [school(20, 20)] * 3
    (row,) = areas_by_district([high, low, high], RULES)
    assert [cell.percent for cell in row.cells if cell] == [100, 0, 100]
    exam = exam_of([(1, 0, 1)] * 20, (1, 1, 1), skills=SKILLS[:3])
    two = [document(Material(merge(exam)), RULES)] * 3
    assert [row.code for row in areas_by_district([two], RULES)] == ["1", "2", "3"]


def test_another_skill_under_the_same_number_is_another_area() -> None:
    exam = exam_of([(1,)] * 20, (1,), skills=SKILLS[1:2])
    other = [document(Material(merge(exam)), RULES)] * 3
    rows = areas_by_district([[school(5, 20)] * 3, other], RULES)
    assert [(row.skill, [bool(cell) for cell in row.cells]) for row in rows] == [
        (SKILLS[0], [True, False]),
        (SKILLS[1], [False, True]),
    ]


@given(st.lists(st.integers(1, 30)))
def test_no_school_of_a_district_can_read_another(works: list[int]) -> None:
    if not well_hidden(works):
        return
    for reader, own in enumerate(works):
        others = [*works[:reader], *works[reader + 1 :]]
        rest = sum(works) - own
        assert len(others) >= 2
        assert all(rest - one >= 5 for one in others)


@pytest.mark.parametrize("works", [[], [50], [50, 50], [50, 50, 4], [3, 3, 3]])
def test_what_could_tell_a_school_apart_is_hidden(works: list[int]) -> None:
    assert not well_hidden(works)
