"""Which class is which, whose year it is, and who may see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.models.people import Person, RoleAssignment
from db.models.results import Study
from services import teaching
from services.access import Role
from services.errors import NotFound
from services.jobs import KINDS
from services.results import Exam, to_json
from services.teaching import State
from services.teaching.classes import class_key, code_of, labels_of, school_year_of, works_of
from services.teaching.figures import Reckoning, reckon_class
from tests.cast import register
from tests.services.analysed import MATH, exams, of_class, store
from tests.services.results_scene import ANNA, MARINA, NOW, Scene

BORIS = 606


@pytest.mark.parametrize(
    ("grade", "label", "key"),
    [
        (6, "6А", "6А"),
        (6, "6 «а»", "6А"),
        (6, "А", "6А"),
        (6, "A", "6А"),
        (6, "1", "6-1"),
        (6, "6-1", "6-1"),
        (6, "6/1", "6-1"),
        (6, "6", "6"),
        (11, "11", "11"),
        (11, "1", "11-1"),
        (1, "11", "1-1"),
        (1, "1Б", "1Б"),
        (10, "10 Б", "10Б"),
    ],
)
def test_a_class_is_known_under_all_its_spellings(grade: int, label: str, key: str) -> None:
    assert class_key(grade, label) == key


@settings(deadline=None)
@given(st.integers(1, 11), st.sampled_from("АБВГД"), st.sampled_from(["", " ", "-", " «", "."]))
def test_spaces_and_signs_make_no_other_class(grade: int, letter: str, sign: str) -> None:
    assert class_key(grade, f"{grade}{sign}{letter}") == class_key(grade, letter.lower())


@settings(deadline=None)
@given(st.integers(1, 11), st.integers(1, 11), st.text("АБВ123", min_size=1, max_size=2))
def test_classes_of_two_grades_are_never_one(one: int, other: int, label: str) -> None:
    if one != other and not label.startswith((str(one), str(other))):
        assert class_key(one, label) != class_key(other, label)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_the_name_of_a_class_goes_into_a_button_whatever_it_is(name: str) -> None:
    assert len(code_of(class_key(6, name))) == 8


def study(held_on: str | None, exam: str, year: int, sent: str) -> Study:
    return Study(
        exam=exam, year=year, grade=6, held_on=held_on, data={"parts": [{"sent_at": sent}]}
    )


@pytest.mark.parametrize(
    ("held_on", "exam", "year", "sent", "began"),
    [
        ("2026-04-20", "ВПР", 2026, "2026-10-01T09:00:00+00:00", 2025),
        ("2026-09-20", "ВПР", 2026, "2026-10-01T09:00:00+00:00", 2026),
        (None, "ВПР", 2026, "2026-10-01T09:00:00+00:00", 2025),
        (None, "", 2026, "2026-12-20T09:00:00+00:00", 2026),
        (None, "", 2026, "2026-03-20T09:00:00+00:00", 2025),
        (None, "", 2025, "2026-03-20T09:00:00+00:00", 2024),
    ],
)
def test_a_study_belongs_to_the_school_year_it_was_held_in(
    held_on: str | None, exam: str, year: int, sent: str, began: int
) -> None:
    assert school_year_of(study(held_on, exam, year, sent)) == began


@pytest.fixture
def scene(results_scene: Scene) -> Scene:
    person(results_scene, MARINA).subjects = ["math"]
    register(
        results_scene.session, BORIS, "Борис", Role.TEACHER, results_scene.district.school, NOW,
        subjects=("math",),
    )  # fmt: skip
    results_scene.session.flush()
    return results_scene


def person(scene: Scene, account: int) -> Person:
    return scene.session.scalars(select(Person).where(Person.account == account)).one()


def put(scene: Scene, *labels: str, exam: Exam | None = None) -> int:
    [this] = exams(MATH) if exam is None else [exam]
    found = of_class(this, labels)
    return store(scene.session, scene.district.school, [found], person(scene, ANNA).id, NOW)


def says(scene: Scene, account: int, study_id: int, *keys: str, yes: bool = True) -> list[int]:
    with scene.work(account) as work:
        for key in keys:
            teaching.toggle(work, study_id, code_of(key))
        teaching.ask_to_confirm(work)
        loads = [one.load_id for one in teaching.own(work) if one.key in keys]
    if yes:
        with scene.work(ANNA) as work:
            for load in loads:
                teaching.decide(work, load, yes=True)
    return loads


def test_works_are_counted_by_class(scene: Scene) -> None:
    stored = scene.session.get_one(Study, put(scene, "А", "Б", "В"))

    assert list(labels_of(stored)) == ["6А", "6Б", "6В"]
    assert works_of(stored) == {"6А": 20, "6Б": 19, "6В": 19}


def test_a_tick_taken_away_leaves_nothing(scene: Scene) -> None:
    study_id = put(scene, "А", "Б")

    for expected in (State.WAITING, State.FREE):
        with scene.work(MARINA) as work:
            teaching.toggle(work, study_id, code_of("6А"))
            assert teaching.offered(work)[0].state is expected


def test_the_school_hears_of_a_teacher_once_a_day(scene: Scene) -> None:
    study_id = put(scene, "А", "Б")
    says(scene, MARINA, study_id, "6А", yes=False)
    with scene.work(MARINA) as work:
        teaching.ask_to_confirm(work)
        keys = {post.key for post in work.posts}
    scene.passes(days=1)
    with scene.work(MARINA) as work:
        teaching.ask_to_confirm(work)
        later = {post.key for post in work.posts}

    assert len(keys) == 1
    assert keys.isdisjoint(later)


def test_the_same_answer_twice_is_told_once(scene: Scene) -> None:
    study_id = put(scene, "А", "Б")
    [load] = says(scene, MARINA, study_id, "6А")

    with scene.work(ANNA) as work:
        teaching.decide(work, load, yes=True)

    assert len(scene.heard(teaching.LoadDecided)) == 1


def test_the_same_class_of_another_year_is_another_class(scene: Scene) -> None:
    [this] = exams(MATH)
    spring = put(scene, "А", "Б")
    autumn = put(scene, "А", "Б", exam=replace(this, year=2027, date=date(2026, 10, 1)))
    [load] = says(scene, MARINA, spring, "6А")

    with scene.work(MARINA) as work:
        teaching.ask_for_own(work, load)
        with pytest.raises(NotFound):
            teaching.ask_for_own(work, load, autumn)
        states = {(one.school_year, one.key): one.state for one in teaching.offered(work)}
    assert states[2025, "6А"] is State.CONFIRMED
    assert states[2026, "6А"] is State.FREE


def test_a_cut_needs_two_teachers_of_the_very_classes(scene: Scene) -> None:
    study_id = put(scene, "А", "Б", "В")

    def refused() -> str | None:
        with scene.work(ANNA) as work:
            return teaching.cut(work, study_id).refused

    assert refused() == "one_teacher"
    says(scene, MARINA, study_id, "6А", "6Б")
    assert refused() == "one_teacher"
    says(scene, BORIS, study_id, "6В", yes=False)
    assert refused() == "one_teacher"
    with scene.work(ANNA) as work:
        teaching.decide(work, teaching.waiting(work)[0].load_id, yes=True)
    assert refused() is None


def test_a_teacher_who_left_counts_no_more(scene: Scene) -> None:
    study_id = put(scene, "А", "Б")
    says(scene, MARINA, study_id, "6А")
    says(scene, BORIS, study_id, "6Б")
    held = scene.session.scalars(
        select(RoleAssignment).where(RoleAssignment.person_id == person(scene, BORIS).id)
    ).one()
    scene.session.delete(held)
    scene.session.flush()

    with scene.work(ANNA) as work:
        assert teaching.cut(work, study_id).refused == "one_teacher"


def test_a_reckoning_that_failed_is_said(scene: Scene) -> None:
    job = KINDS["teaching.class"]
    assert job.give_up is not None

    with scene.work() as work:
        job.give_up(work, {"person_id": person(scene, MARINA).id}, "MemoryError")

    assert len(scene.heard(teaching.ClassFailed)) == 1


def reckoning(own: tuple[str, ...], labels: tuple[str, ...], **more: int) -> Reckoning:
    [this] = exams(MATH)
    parts = ({"dropped": 0, "exam": to_json(of_class(this, labels))},)
    return Reckoning(parts, own[:1], own, **more)


@pytest.mark.parametrize(
    ("own", "labels", "teachers", "parallel"),
    [
        (("А",), ("А", "Б", "В"), 0, "shown"),
        (("А",), ("А", "Б", "В"), 2, "shown"),
        (("А",), ("А", "Б", "В"), 1, "one_teacher"),
        (("А",), ("А", "Б"), 0, "one_class"),
        (("А", "Б"), ("А", "Б", "В"), 0, "one_class"),
        (("А", "Б"), ("А", "Б"), 0, "own"),
        (("А",), ("А",), 0, "alone"),
    ],
)
def test_the_parallel_stands_beside_only_where_it_gives_nobody_away(
    own: tuple[str, ...], labels: tuple[str, ...], teachers: int, parallel: str
) -> None:
    found = reckon_class(reckoning(own, labels, other_teachers=teachers))

    assert found is not None
    assert found.parallel == parallel
    assert bool(found.beside) is (parallel in {"shown", "own"})


def test_a_reader_who_sees_every_class_sees_the_parallel(scene: Scene) -> None:
    order = replace(reckoning(("А",), ("А", "Б")), beside={"1": 84.0})

    found = reckon_class(order)

    assert found is not None
    assert (found.parallel, found.beside) == ("shown", {"1": 84.0})
