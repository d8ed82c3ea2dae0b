"""Nothing small is published, nor to be had by subtraction, whatever the counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from services.disclosure import SMALLEST, Shown, cell, halves, parts, within

COUNTS = st.integers(min_value=0, max_value=40)


@given(COUNTS)
def test_a_lone_count_is_exact_or_small(count: int) -> None:
    told = cell(count)
    assert told.exact == (count >= SMALLEST)
    assert told.count == (count if told.exact else 0)


@given(COUNTS, COUNTS)
def test_beside_a_small_half_the_other_is_never_exact(one: int, other: int) -> None:
    told = halves(one, other)
    assert not any(half.exact for half in told) or min(one, other) >= SMALLEST
    for half, count in zip(told, (one, other), strict=True):
        if half.how is Shown.AT_LEAST:
            # The bound says no more than that the other half is below five.
            assert half.count == one + other - SMALLEST + 1 <= count


@given(st.dictionaries(st.integers(), COUNTS, max_size=9))
def test_the_hidden_parts_of_a_whole_are_not_small_together(counts: dict[int, int]) -> None:
    told = parts(counts)
    hidden = [counts[key] for key, one in told.items() if not one.exact]
    for key, one in told.items():
        assert not one.exact or (one.count == counts[key] >= SMALLEST)
        assert one.how is not Shown.SMALL or counts[key] < SMALLEST
    if hidden and len(hidden) < len(counts):
        assert sum(hidden) == 0 or (sum(hidden) >= SMALLEST and len(hidden) >= 2)


PAIRS = st.dictionaries(st.integers(), st.tuples(COUNTS, COUNTS), min_size=1, max_size=9)


@given(PAIRS)
def test_two_periods_told_side_by_side_give_no_small_rest_away(
    pairs: dict[int, tuple[int, int]],
) -> None:
    shorter = {key: inner for key, (inner, _) in pairs.items()}
    longer = {key: inner + more for key, (inner, more) in pairs.items()}
    told = parts(shorter, longer)
    hidden = [key for key, one in told.items() if not one.exact]
    for key, one in told.items():
        if one.exact:
            assert not 0 < longer[key] - one.count < SMALLEST
    if len(hidden) < len(told):
        for counts in (shorter, {key: longer[key] - shorter[key] for key in pairs}):
            assert not 0 < sum(counts[key] for key in hidden) < SMALLEST


@given(COUNTS, COUNTS)
def test_a_part_hides_where_the_rest_is_small(inner: int, more: int) -> None:
    outer = cell(inner + more)
    told = within(cell(inner), outer)
    assert not (told.exact and outer.exact and 0 < outer.count - told.count < SMALLEST)
