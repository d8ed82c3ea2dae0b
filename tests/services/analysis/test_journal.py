"""Marks against the journal, and what tells marks apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis import Study, Thresholds, merge, pool
from services.analysis.journal import gap, peer_gaps
from services.analysis.markgroups import mark_groups
from services.analysis.marks import journal_gap
from services.results import Exam
from tests.services.analysis.exams import marked
from tests.services.results.files import sample

RULES = Thresholds()
PAIRS = st.lists(st.tuples(st.integers(2, 5), st.integers(2, 5)), min_size=1)


def of_pairs(pairs: list[tuple[int, int]]) -> Exam:
    return marked([mark for mark, _j in pairs], [journal for _m, journal in pairs])


def test_far_ones_are_counted_either_way() -> None:
    pairs = [(5, 3), (2, 4), (2, 5), (4, 3), (3, 3), (3, 3)]
    found = gap(merge(of_pairs(pairs)), RULES)
    assert found is not None
    assert (found.n, found.far, found.far_lowered, found.far_raised) == (6, 3, 2, 1)
    shares = (found.lowered, found.confirmed, found.raised)
    assert shares == pytest.approx((100 / 3, 100 / 3, 100 / 3))


@given(PAIRS)
def test_the_gap_of_a_study_is_that_of_its_exam(pairs: list[tuple[int, int]]) -> None:
    exam = of_pairs(pairs)
    found = gap(merge(exam), RULES)
    assert found is not None
    told = {"lowered": found.lowered, "confirmed": found.confirmed, "raised": found.raised}
    assert told == pytest.approx(journal_gap(exam))
    assert found.far == sum(abs(mark - journal) >= 2 for mark, journal in pairs)


def test_without_journal_marks_there_is_no_gap() -> None:
    assert gap(merge(marked([3, 4])), RULES) is None


def test_a_report_tells_percents_but_not_the_far_ones() -> None:
    study = merge(sample("vpr_journal_math6.xlsx"))
    found = gap(study, RULES)
    assert found is not None
    assert (found.n, found.far) == (58, None)
    assert found.lowered + found.confirmed + found.raised == pytest.approx(100, abs=0.02)
    assert set(peer_gaps(study)) >= {"municipality", "region"}


def groups_of(study: Study) -> dict[int, int]:
    return {
        mark: max(figure.n for figure in figures.values())
        for mark, figures in mark_groups(study, RULES).items()
    }


def test_groups_by_mark_do_each_task_their_own_way() -> None:
    exam = sample("vpr_individual_math6.xlsx")
    found = mark_groups(merge(exam), RULES)
    fours = [pupil for pupil in exam.pupils if pupil.mark == 4]
    earned = sum(pupil.scores[10] or 0 for pupil in fours)
    assert found[4]["11"].percent == pytest.approx(100 * earned / (2 * len(fours)))


def test_a_mark_of_one_pupil_is_not_told() -> None:
    marks = [2] + [3] * 9 + [4] * 8 + [5] * 7
    # The five of «5» are hidden as well: all works minus the others would tell of the one «2».
    assert groups_of(merge(marked(marks))) == {3: 9, 4: 8}


def test_large_groups_are_all_told() -> None:
    assert groups_of(merge(marked([2] * 5 + [3] * 6))) == {2: 5, 3: 6}


@given(st.lists(st.integers(2, 5), min_size=1), st.data())
def test_marks_of_split_files_are_the_same(marks: list[int], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(marks)))
    whole = marked(marks)
    halves = pool(marked(marks[cut:]), marked(marks[:cut]))
    assert groups_of(merge(whole)) == groups_of(merge(halves))
