"""Tasks of two years are the same by the words of the skill, never by the number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.demands import plain_skill, same_demands
from services.results import Task


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Решать текстовые задачи на проценты", "решать  текстовые задачи на проценты."),
        ("Всё о дробях", "Все о дробях"),
        ("Читать таблицы, диаграммы", "Читать таблицы/диаграммы"),
        ("Оперировать поня-\nтием число", "Оперировать понятием число"),
        ("Cравнивать дроби c числом", "Сравнивать дроби с числом"),
        ("Работа «с текстом»", 'Работа "с текстом"'),
    ],
)
def test_spelling_is_no_difference(one: str, other: str) -> None:
    assert plain_skill(one) == plain_skill(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Сравнивать дроби", "Складывать дроби"),
        ("Оперировать понятием целое число", "Оперировать понятием дробное число"),
        ("Знать past simple", "Знать past perfect"),
    ],
)
def test_other_words_are_another_skill(one: str, other: str) -> None:
    assert plain_skill(one) != plain_skill(other)


def test_a_skill_is_found_under_another_number() -> None:
    ours = [Task("9", 2, "Б", "Проценты"), Task("1", 1, "Б", "Дроби")]
    theirs = [Task("9", 2, "Б", "Дроби и углы"), Task("11", 2, "Б", "проценты.")]
    assert same_demands(ours, theirs) == {"9": "11"}


def test_without_a_skill_a_number_proves_nothing() -> None:
    assert same_demands([Task("1", 1, "Б")], [Task("1", 1, "Б")]) == {}


def test_other_points_or_another_level_are_another_task() -> None:
    ours = Task("1", 1, "Б", "Дроби")
    assert same_demands([ours], [Task("1", 2, "Б", "Дроби")]) == {}
    assert same_demands([ours], [Task("1", 1, "П", "Дроби")]) == {}
    assert same_demands([ours], [Task("1", 1, None, "Дроби")]) == {"1": "1"}


def test_one_skill_in_two_tasks_is_matched_as_a_whole() -> None:
    ours = [Task("4К1", 2, None, "Письмо"), Task("4К2", 2, None, "Письмо")]
    assert same_demands(ours, list(reversed(ours))) == {"4К1": "4К1", "4К2": "4К2"}
    assert same_demands(ours, ours[:1]) == {}


TASKS = st.lists(
    st.builds(Task, st.sampled_from("12345"), st.sampled_from([1.0, 2.0]), st.none(),
              st.sampled_from(["а", "б", None])),
    unique_by=lambda task: task.code,
)  # fmt: skip


@given(TASKS, TASKS)
def test_matching_works_both_ways(ours: list[Task], theirs: list[Task]) -> None:
    there, back = same_demands(ours, theirs), same_demands(theirs, ours)
    assert {match: code for code, match in there.items()} == back
