"""Works are counted in one pass, and nothing but their number and scores matters."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from services.analysis.counting import count, count_by
from services.results import Exam, Pupil
from services.results.pupils import Pupils
from tests.services.analysis.exams import exam_of

SCORE = st.none() | st.integers(0, 3).map(float)
MARK = st.none() | st.integers(2, 5)


@st.composite
def exams(draw: st.DrawFn) -> Exam:
    rows = draw(st.lists(st.tuples(SCORE, SCORE, MARK, MARK, st.booleans()), min_size=1))
    exam = exam_of([row[:2] for row in rows], (3, 3))
    pupils = tuple(
        Pupil(
            draw(st.sampled_from(["a", "b"])),
            draw(st.sampled_from(["6А", "6Б", None])),
            None,
            pupil.scores,
            (skipped and pupil.scores[0] == 0, False),
            draw(st.none() | st.integers(0, 6)),
            mark,
            journal,
        )
        for pupil, (*_scores, mark, journal, skipped) in zip(exam.pupils, rows, strict=True)
    )
    return replace(exam, pupils=pupils)


@given(exams())
def test_every_work_is_counted_once(exam: Exam) -> None:
    counts = count(exam)
    assert counts.works == len(exam.pupils)
    assert counts.marks == {
        mark: sum(pupil.mark == mark for pupil in exam.pupils)
        for mark in {pupil.mark for pupil in exam.pupils if pupil.mark}
    }
    both = sum(bool(pupil.mark and pupil.journal_mark) for pupil in exam.pupils)
    assert counts.journal.total() == both
    assert counts.totals.total() == sum(pupil.total is not None for pupil in exam.pupils)


@given(exams())
def test_a_task_is_summed_as_by_hand(exam: Exam) -> None:
    tasks = count(exam).tasks
    for place in range(2):
        known = [score for pupil in exam.pupils if (score := pupil.scores[place]) is not None]
        moments = tasks.moments(place, 3)
        if not known:
            assert moments is None
            continue
        assert moments is not None
        assert (moments.n, moments.earned) == (len(known), sum(known))
        assert moments.squares == sum(score * score for score in known)
        assert tasks.skipped[place] == sum(pupil.not_attempted[place] for pupil in exam.pupils)


@given(exams(), st.randoms(use_true_random=False))
def test_the_order_of_works_leaves_no_trace(exam: Exam, chance: random.Random) -> None:
    pupils = list(exam.pupils)
    chance.shuffle(pupils)
    shuffled = replace(exam, pupils=tuple(pupils))
    assert count(shuffled).by_mark == count(exam).by_mark
    assert count(shuffled).journal == count(exam).journal


@given(exams())
def test_schools_add_up_to_all(exam: Exam) -> None:
    total = None
    for counts in count_by(exam, lambda place: place[0]).values():
        total = counts if total is None else total.with_(counts)
    assert total == count(exam)


@given(exams())
def test_packed_works_are_counted_like_loose_ones(exam: Exam) -> None:
    assert count(replace(exam, pupils=Pupils.of(exam.pupils, 2))) == count(exam)
