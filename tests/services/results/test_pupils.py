"""Works are kept as short texts and behave like a tuple all the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.results import Exam, Pupil, Pupils, Task, exam_from_json, to_json
from services.results.columns import Column, ColumnWriter, place_of, sign
from tests.services.results.files import RUSSIAN, read_here

SCORE = st.tuples(st.none() | st.integers(0, 9).map(float) | st.floats(0, 50), st.just(False))
SKIPPED = st.just((0.0, True))
WORKS = st.lists(
    st.builds(
        lambda school, label, scores, mark: Pupil(
            school,
            label,
            None,
            tuple(score for score, _skipped in scores),
            tuple(skipped for _score, skipped in scores),
            sum(score for score, _skipped in scores if score is not None),
            mark,
        ),
        st.sampled_from(["a", "b", ""]),
        st.none() | st.sampled_from(["5А", "5Б"]),
        st.lists(SCORE | SKIPPED, min_size=3, max_size=3),
        st.none() | st.integers(2, 5),
    )
)


@given(WORKS)
def test_packed_works_are_the_works(works: list[Pupil]) -> None:
    packed = Pupils.of(works, 3)
    assert tuple(packed) == tuple(works)
    assert packed == tuple(works)
    assert len(packed) == len(works)
    assert packed[1:] == tuple(works[1:])
    assert [packed[place] for place in range(len(works))] == works


@given(WORKS)
def test_packed_works_survive_text(works: list[Pupil]) -> None:
    packed = Pupils.of(works, 3)
    assert Pupils.from_json(json.loads(json.dumps(packed.to_json()))) == packed


@given(WORKS, st.integers(0, 2))
def test_scores_of_a_task_are_counted(works: list[Pupil], task: int) -> None:
    counts = Pupils.of(works, 3).counts(task)
    wanted = [(work.scores[task], work.not_attempted[task]) for work in works]
    assert counts == {score: wanted.count(score) for score in wanted}


@given(WORKS)
def test_the_works_of_a_school_bring_nothing_of_another(works: list[Pupil]) -> None:
    own = Pupils.of(works, 3).of_schools({"a"})
    assert tuple(own) == tuple(work for work in works if work.school == "a")
    assert {school for school, *_rest in own.places.values} <= {"a"}
    every = Pupils.of(works, 3).of_schools({work.school for work in works})
    assert tuple(every) == tuple(works)


def test_a_work_of_other_tasks_is_no_part_of_it() -> None:
    with pytest.raises(ValueError, match="2 tasks among works of 3"):
        Pupils.of([Pupil("a", None, None, (1.0, 1.0), (False, False), None)], 3)


def test_rows_stored_one_list_per_work_are_still_read() -> None:
    exam = read_here(RUSSIAN).exams[0]
    told = to_json(exam)
    for name in ("occasion",):
        del told[name]
    told["pupils"] = [
        [
            pupil.school,
            pupil.class_label,
            pupil.variant,
            " ".join(
                "X" if skipped else "-" if score is None else f"{score:g}"
                for score, skipped in zip(pupil.scores, pupil.not_attempted, strict=True)
            ),
            pupil.total,
            pupil.mark,
            pupil.journal_mark,
        ]
        for pupil in exam.pupils
    ]
    assert exam_from_json(json.loads(json.dumps(told))) == exam


def test_an_exam_with_a_plain_tuple_of_works_is_stored_alike() -> None:
    work = Pupil("a", None, None, (1.5, None), (False, False), 1.5)
    exam = Exam("k", None, 2026, None, None, None, None, (Task("1", 2.0), Task("2", 1.0)), (work,))
    assert exam_from_json(json.loads(json.dumps(to_json(exam)))) == exam


def test_more_values_than_letters_get_signs_that_text_can_carry() -> None:
    writer: ColumnWriter[int] = ColumnWriter()
    writer.extend(range(60_000))
    column = writer.done()
    assert len(set(column.signs)) == 60_000
    assert list(Column.from_json(json.loads(json.dumps(column.to_json(int))), int)) == list(
        range(60_000)
    )
    column.signs.encode("utf-8")


def test_a_sign_tells_its_place() -> None:
    places = [*range(200), 55_000, 55_400, 55_500, 59_999]
    assert [place_of(sign(place)) for place in places] == places


def test_signs_never_look_like_a_number() -> None:
    assert not any(sign(place).isdigit() for place in range(75))
