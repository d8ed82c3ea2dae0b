"""Whatever the lists say, what is told of staff gives nobody away, however it is combined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from db.models.staff import StaffList, StaffMember
from services.access import Role
from services.disclosure import SMALLEST
from services.errors import Forbidden
from services.scopes import Place
from services.staff.dashboard import Told, dashboard
from services.staff.figures import figures
from services.staff.publishing import Detail, Published, publish, sound, told
from services.staff.tables import APPLIED, CATEGORY, COURSE, SORTED_BY, Table, counted
from tests.services.scene import Scene, scene

TODAY = date(2026, 10, 5)
Counts = Mapping[str, int]
Equation = tuple[frozenset[tuple[int, str]], int]


def counts_of(table: Table) -> st.SearchStrategy[dict[str, int]]:
    """A school's table: mostly small cells, now and then large ones, many of them empty."""
    cell = st.one_of(st.just(0), st.integers(0, 6), st.integers(0, 25))
    return st.fixed_dictionaries(dict.fromkeys(table.cells, cell))


def schools(table: Table) -> st.SearchStrategy[dict[int, dict[str, int]]]:
    return st.lists(counts_of(table), min_size=1, max_size=6).map(
        lambda some: dict(enumerate(some))
    )


def equations(table: Table, parts: Mapping[int, Counts], shown: Published[int]) -> list[Equation]:
    """Everything a reader is told: how many people there are, and the told cells."""
    found: list[Equation] = []
    total = {cell: sum(counts[cell] for counts in parts.values()) for cell in table.cells}
    for keys, counts, detail in [
        (list(parts), total, shown.whole),
        *(([key], counts, shown.parts[key]) for key, counts in parts.items()),
    ]:
        everything = frozenset((key, cell) for key in keys for cell in table.cells)
        found.append((everything, sum(counts.values())))
        for cells, people in told(table, counts, detail).items():
            found.append((frozenset((key, cell) for key in keys for cell in cells), people))
    return found


def follows(known: Sequence[Equation], sought: frozenset[tuple[int, str]]) -> bool:
    """Whether sums and differences of what is known give the sum of these cells."""
    places = sorted({one for cells, _ in known for one in cells})
    rows = [[Fraction(one in cells) for one in places] for cells, _ in known]
    target = [Fraction(one in sought) for one in places]
    for column in range(len(places)):
        pivot = next((row for row in rows if row[column]), None)
        if pivot is None:
            continue
        rows = [_less(row, pivot, column) for row in rows if row is not pivot]
        target = _less(target, pivot, column)
    return not any(target)


def _less(row: list[Fraction], pivot: list[Fraction], column: int) -> list[Fraction]:
    factor = row[column] / pivot[column]
    return [value - factor * other for value, other in zip(row, pivot, strict=True)]


def span(known: Sequence[Equation], sought: tuple[int, str]) -> tuple[float, float]:
    """Between which numbers a cell must lie for whoever also knows that no count is negative."""
    places = sorted({one for cells, _ in known for one in cells})
    matrix = np.array([[float(one in cells) for one in places] for cells, _ in known])
    sums = np.array([float(people) for _, people in known])
    aim = np.array([float(one == sought) for one in places])
    ends = [
        linprog(sign * aim, A_eq=matrix, b_eq=sums, bounds=(0, None), method="highs").fun
        for sign in (1, -1)
    ]
    assert ends[0] is not None, "what is told contradicts itself"
    assert ends[1] is not None, "what is told contradicts itself"
    return float(ends[0]), -float(ends[1])


def small_cells(parts: Mapping[int, Counts]) -> Iterator[tuple[int, str]]:
    for key, counts in parts.items():
        yield from ((key, cell) for cell, people in counts.items() if 0 < people < SMALLEST)


TIGHT = {
    0: {"highest": 7, "first": 9, "fitness": 5, "none": 6, "unknown": 0},
    1: {"highest": 6, "first": 5, "fitness": 8, "none": 5, "unknown": 0},
    2: {"highest": 1, "first": 2, "fitness": 1, "none": 0, "unknown": 0},
}
"""Two schools that could be told alone, and one of four that would be their difference."""


@settings(max_examples=150, deadline=None)
@given(schools(CATEGORY))
@example(TIGHT)
def test_no_small_cell_of_a_school_follows_from_what_is_told(parts: dict[int, Counts]) -> None:
    known = equations(CATEGORY, parts, publish(CATEGORY, parts))
    for cell in small_cells(parts):
        assert not follows(known, frozenset([cell]))


@settings(max_examples=60, deadline=None)
@given(schools(COURSE))
def test_nor_when_it_is_known_that_no_count_is_negative(parts: dict[int, Counts]) -> None:
    known = equations(COURSE, parts, publish(COURSE, parts))
    for cell in small_cells(parts):
        low, high = span(known, cell)
        assert high - low >= 1 - 1e-6


@settings(max_examples=150, deadline=None)
@given(schools(CATEGORY))
@example(TIGHT)
def test_the_municipality_minus_its_schools_leaves_no_small_group(
    parts: dict[int, Counts],
) -> None:
    shown = publish(CATEGORY, parts)
    whole = {cell: sum(counts[cell] for counts in parts.values()) for cell in CATEGORY.cells}
    for level in (Detail.GROUPS, Detail.CELLS):
        # Where everybody is in one group, groups tell no more than the number of people.
        if shown.whole >= level and sound(told(CATEGORY, whole, level).values()):
            hidden = [parts[key] for key in parts if shown.parts[key] < level]
            rest = {
                cells: sum(sum(counts[cell] for cell in cells) for counts in hidden)
                for cells in told(CATEGORY, dict.fromkeys(CATEGORY.cells, 0), level)
            }
            assert not any(rest.values()) or sound(rest.values())


@given(counts_of(CATEGORY))
def test_what_is_told_of_a_place_is_never_small_nor_about_all_of_it(counts: Counts) -> None:
    shown = publish(CATEGORY, {1: counts})
    for one in (shown.whole, shown.parts[1]):
        cells = told(CATEGORY, counts, one)
        assert all(people == 0 or people >= SMALLEST for people in cells.values())
        assert all(people < sum(counts.values()) for people in cells.values())


@pytest.mark.parametrize("people", range(10))
def test_of_fewer_than_ten_people_nothing_is_told_but_their_number(people: int) -> None:
    parts = {1: {"yes": people // 2, "no": people - people // 2}}
    assert publish(APPLIED, parts).parts[1] is Detail.NONE


def test_small_cells_are_put_together_before_they_are_hidden() -> None:
    parts = {1: {"highest": 2, "first": 5, "fitness": 3, "none": 2, "unknown": 0}}
    assert publish(CATEGORY, parts).parts[1] is Detail.GROUPS


def test_a_school_tells_less_where_the_rest_would_be_one_small_school() -> None:
    shown = publish(CATEGORY, TIGHT)
    assert shown.whole is Detail.CELLS
    assert sorted(shown.parts.values()) == [Detail.NONE, Detail.NONE, Detail.CELLS]


members_of_school = st.lists(
    st.builds(
        StaffMember,
        subjects=st.lists(st.sampled_from(["math", "physics", "russian", "history"]), max_size=2),
        category=st.sampled_from(["highest", "first", "fitness", "none", None]),
        category_until=st.sampled_from([None, "2027", "2027-02-01", "2030-01-01", "2026-09-01"]),
        applied_for=st.sampled_from([None, None, "first"]),
        experience=st.sampled_from([None, 0, 2, 3, 9, 10, 20, 21, 40]),
        last_course_on=st.sampled_from([None, "2022", "2023", "2023-10-05", "2023-10-04", "2026"]),
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(members_of_school, min_size=1, max_size=4))
def test_who_teaches_what_gives_nobody_away_either(lists: list[list[StaffMember]]) -> None:
    found = figures(dict(enumerate(lists)), TODAY)
    for figure in found.subjects.values():
        known = equations(figure.table, figure.counts, figure.published)
        for cell in small_cells(figure.counts):
            assert not follows(known, frozenset([cell]))


@given(members_of_school)
def test_everybody_falls_into_one_cell_of_each_table(members: list[StaffMember]) -> None:
    for name in SORTED_BY:
        assert sum(counted(name, members, TODAY).values()) == len(members)


@pytest.mark.parametrize(
    ("table", "values", "cell"),
    [
        ("experience", {"experience": 2}, "to3"),
        ("experience", {"experience": 3}, "to10"),
        ("experience", {"experience": 10}, "to20"),
        ("experience", {"experience": 20}, "to20"),
        ("experience", {"experience": 21}, "over20"),
        ("experience", {}, "unknown"),
        ("course", {"last_course_on": "2023-10-05"}, "fresh"),
        ("course", {"last_course_on": "2023-10-04"}, "old"),
        ("course", {"last_course_on": "2023"}, "fresh"),
        ("course", {"last_course_on": "2022"}, "old"),
        ("course", {"last_course_on": "spring"}, "unknown"),
        ("ending", {"category_until": "2027-10-05"}, "yes"),
        ("ending", {"category_until": "2027-10-06"}, "no"),
        ("ending", {"category_until": "2027"}, "yes"),
        ("ending", {"category_until": "2026-01-01"}, "yes"),
        ("ending", {}, "no"),
        ("category", {"category": "something"}, "unknown"),
    ],
)
def test_the_edges_of_cells_are_where_they_are_said_to_be(
    table: str, values: dict[str, object], cell: str
) -> None:
    assert counted(table, [StaffMember(subjects=[], **values)], TODAY)[cell] == 1


def list_of(one: Scene, place: Place, *categories: tuple[str, int], replaced: bool = False) -> None:
    sent = datetime(2026, 9, 10, tzinfo=UTC)
    row = StaffList(scope_id=place.id, sent_at=sent, replaced_at=sent if replaced else None)
    one.session.add(row)
    one.session.flush()
    for category, people in categories:
        one.session.add_all(
            StaffMember(list_id=row.id, subjects=["math"], category=category) for _ in range(people)
        )
    one.session.flush()


def table(tables: tuple[Told, ...], name: str) -> dict[tuple[str, ...], int]:
    found = next(one for one in tables if one.name == name)
    return {count.cells: count.people for count in found.counts}


def test_all_readers_of_a_school_are_told_the_same() -> None:
    with scene() as one:
        district = one.district
        anna = one.enters("Анна", Role.ADMINISTRATOR, district.school)
        olga = one.enters("Ольга", Role.METHODOLOGIST, district.municipality)
        list_of(one, district.school, ("highest", 7), ("first", 9), ("none", 6))
        list_of(one, district.small_school, ("highest", 1), ("first", 3))
        list_of(one, district.small_school, ("highest", 50), replaced=True)

        own = dashboard(one.work(anna)).whole
        board = dashboard(one.work(olga))
        seen = dashboard(one.work(olga), district.school.id).whole

        assert own.tables == seen.tables
        assert board.whole.people == 26
        # Alone the school could tell it all; beside the whole it would tell of the four.
        assert table(board.whole.tables, "category") == {
            ("highest",): 8,
            ("first",): 12,
            ("fitness",): 0,
            ("none",): 6,
            ("unknown",): 0,
        }
        assert table(own.tables, "category") == {}


def test_another_school_and_a_teacher_are_refused() -> None:
    with scene() as one:
        anna = one.enters("Анна", Role.ADMINISTRATOR, one.district.school)
        marina = one.enters("Марина", Role.TEACHER, one.district.school)
        with pytest.raises(Forbidden):
            dashboard(one.work(anna), one.district.small_school.id)
        with pytest.raises(Forbidden):
            dashboard(one.work(anna), one.district.municipality.id)
        with pytest.raises(Forbidden):
            dashboard(one.work(marina))
