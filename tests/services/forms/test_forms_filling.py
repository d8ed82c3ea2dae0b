"""A form is asked one question at a time, and every answer counts at once."""

from datetime import date

import pytest

from services.forms import AnswerRefused, Form, FormState, Kind, SummaryLine
from tests.services.forms.at_hand import KITCHEN, answered, form_of, path_now, survey

NOTHING = ("Аня", None, 0, None)


@pytest.fixture
def form(tmp_path) -> Form:
    return form_of(tmp_path, KITCHEN, "kitchen")


def test_questions_come_in_order_with_numbers(form):
    first = form.current(form.begin())

    assert (first.path, first.number, first.kind) == ("name", 1, Kind.TEXT)
    assert first.label == "Как вас зовут?"
    assert first.hint == "Имя"
    assert first.required


def test_a_question_speaks_the_language_asked_for(form):
    assert form.current(form.begin(), "en").label == "Your name?"
    assert form.current(form.begin(), "de").label == "Как вас зовут?"


def test_an_earlier_answer_is_filled_into_a_label(form):
    state = answered(form, "Аня")

    assert form.current(state).label == "Аня, сколько вам лет?"


def test_a_choice_is_filled_in_by_its_label(form):
    state = answered(form, "Аня", 30, "north")

    assert form.current(state).label == "Север: какой посёлок?"
    assert form.current(state).section == "Работа"


def test_a_group_is_left_out_when_it_is_not_relevant(form):
    assert path_now(form, answered(form, "Аня", None)) == "mark"
    assert path_now(form, answered(form, "Аня", 30)) == "work/area"


def test_choices_follow_the_filter(form):
    state = answered(form, "Аня", 30, "south")

    assert [choice.name for choice in form.current(state).choices] == ["shatsk"]
    with pytest.raises(AnswerRefused, match="not_a_choice"):
        form.answer(state, "kadom")


def test_a_finished_form_asks_nothing_more(form):
    state = answered(form, *NOTHING)

    assert form.current(state) is None
    with pytest.raises(AnswerRefused, match="nothing_asked"):
        form.answer(state, "ещё")
    with pytest.raises(AnswerRefused, match="nothing_asked"):
        form.skip(state)


def test_values_hold_what_was_answered_and_calculated(form):
    state = answered(form, "Аня", None, 3, "2026-01-02", 4, "мяч", True, 7, False, None, None)

    assert form.values(state) == {
        "name": "Аня",
        "mark": 3,
        "since": "2026-01-02",
        "kids[1]/years": 4,
        "kids[1]/toy": "мяч",
        "kids[2]/years": 7,
        "all_years": 11,
    }


def test_a_note_shows_a_calculation_and_needs_no_answer(form):
    state = answered(form, "Аня", None, 3, None, 4, None, False)
    note = form.current(state)

    assert (note.kind, note.label, note.required) == (Kind.NOTE, "Вместе 4", False)
    assert path_now(form, form.skip(state)) == "more"


def test_a_further_round_is_asked_for_after_each(form):
    state = answered(form, "Аня", None, 3, None, 7)
    again = form.current(state)

    assert (again.kind, again.path, again.label) == (Kind.AGAIN, "kids[2]", "Ребёнок")
    assert path_now(form, form.answer(state, True)) == "kids[2]/years"
    assert path_now(form, form.answer(state, False)) == "thanks"
    assert path_now(form, form.skip(state)) == "thanks"
    with pytest.raises(AnswerRefused, match="not_a_choice"):
        form.answer(state, "да")


def test_an_answer_that_became_irrelevant_is_dropped_and_comes_back(form):
    state = answered(form, "Аня", 30, "north", "kadom", None, 0, None)
    without_age = form.skip(form.edit(state, "age"))
    again = form.answer(form.edit(without_age, "age"), 30)

    assert "town" in form.values(state)
    assert "town" not in form.values(without_age)
    assert form.values(again) == form.values(state)


def test_a_choice_no_longer_offered_is_asked_again(form):
    state = answered(form, "Аня", 30, "north", "kadom", ["kadom"], 0, None)
    moved = form.answer(form.edit(state, "area"), "south")

    assert "town" not in form.values(moved)
    assert path_now(form, moved) == "work/town"
    assert path_now(form, form.answer(moved, "shatsk")) == "work/seen"
    assert form.values(moved)["mark"] == 0


def test_a_constraint_broken_by_a_later_correction_is_asked_again(form):
    state = answered(form, "Аня", 95, "north", *[None] * 3, 3, None, 40, False, None, None)
    younger = form.answer(form.edit(state, "age"), 30)

    assert form.current(state) is None
    assert path_now(form, younger) == "kids[1]/years"
    assert "kids[1]/years" not in form.values(younger)
    with pytest.raises(AnswerRefused, match="Не старше вас"):
        form.answer(younger, 40)


def test_back_offers_the_answer_taken_back(form):
    state = form.back(answered(form, "Аня", 30, "north"))

    assert path_now(form, state) == "work/area"
    assert form.current(state).default == "north"
    assert "area" not in form.values(state)
    assert path_now(form, form.back(state)) == "age"


def test_back_steps_over_notes(form):
    state = answered(form, "Аня", None, 3, None, 7, False, None)

    assert path_now(form, state) == "more"
    assert path_now(form, form.back(state)) == "kids[2]"


def test_back_at_the_first_question_changes_nothing(form):
    assert form.back(form.begin()) == form.begin()


def test_back_from_a_correction_gives_it_up(form):
    state = answered(form, *NOTHING)

    assert form.back(form.edit(state, "name")) == state


def test_edit_asks_one_question_and_returns(form):
    state = form.edit(answered(form, *NOTHING), "name")
    question = form.current(state)
    corrected = form.answer(state, "Оля")

    assert (question.path, question.default) == ("name", "Аня")
    assert form.current(corrected) is None
    assert form.values(corrected)["name"] == "Оля"


def test_edit_of_an_irrelevant_question_is_a_lookup_error(form):
    with pytest.raises(LookupError):
        form.edit(answered(form, *NOTHING), "town")


def test_a_refused_correction_leaves_the_old_answer(form):
    state = form.edit(answered(form, *NOTHING), "name")

    with pytest.raises(AnswerRefused, match="Короче"):
        form.answer(state, "Апполинария Матвеевна")
    assert form.values(state)["name"] == "Аня"


def test_the_summary_reads_like_the_form(form):
    state = answered(form, "Аня", 30, "north", "kadom", ["kadom", "sasovo"], 0, None)

    lines = form.summary(state)
    assert lines[2] == SummaryLine("work/area", "Где?", "Север", "north", Kind.ONE)
    assert lines[4].value_label == "Кадом, Сасово"
    assert lines[-1].value_label == ""
    assert form.summary(state, "en")[3].value_label == "Kadom"


def test_a_default_may_be_what_is_known(form):
    assert form.current(form.begin({"who": "Аня"})).default == "Аня"
    assert form.current(form.begin({"who": "Имя длиннее десяти"})).default is None


def test_the_day_is_given_from_outside(form):
    state = answered(form, "Аня", None, 2)

    with pytest.raises(AnswerRefused, match="Не позже сегодня"):
        form.answer(state, "2026-10-06", date(2026, 10, 5))
    kept = form.answer(state, "05.10.2026", date(2026, 10, 5))
    assert form.values(kept)["since"] == "2026-10-05"
    assert kept.today == "2026-10-05"


def test_remaining_counts_down_to_nothing(form):
    state = form.begin()
    seen = []
    for value in ("Аня", 30, "north", "kadom", None, 0, None):
        seen.append(form.current(state).remaining)
        state = form.skip(state) if value is None else form.answer(state, value)

    assert seen[-1] == 0
    assert seen[2:] == sorted(seen[2:], reverse=True)
    assert all(left > 0 for left in seen[:-1])


def test_a_state_survives_json(form):
    state = form.back(answered(form, "Аня", 30, "north", "kadom", ["kadom"]))

    assert FormState.from_json(state.to_json()) == state
    assert state.to_json()["form"] == "kitchen"
    assert state.to_json()["version"] == form.version


def test_a_state_of_an_older_version_goes_on_where_it_fits(form):
    old = FormState("kitchen", "older", answers={"name": "Аня", "age": "не число", "gone": 1})

    assert path_now(form, old) == "age"
    assert form.values(old) == {"name": "Аня", "all_years": 0}


def test_choices_can_be_supplied_when_asked(tmp_path):
    form = form_of(tmp_path, survey("select_one s | school | Школа", choices=("s | none | -",)))
    asked = form.with_choices({"s": [("1", "Школа № 1"), {"name": 2, "label": {"ru": "Вторая"}}]})

    names = [(choice.name, choice.label) for choice in asked.current(asked.begin()).choices]
    assert names == [("1", "Школа № 1"), ("2", "Вторая")]
    assert asked.values(asked.answer(asked.begin(), 2)) == {"school": "2"}
    assert [choice.name for choice in form.current(form.begin()).choices] == ["none"]
    with pytest.raises(KeyError, match="nowhere"):
        form.with_choices({"nowhere": []})


def test_a_choice_without_choices_is_not_asked(tmp_path):
    text = survey("select_one s | school | Школа", "text | more | Ещё", choices=("s | a | A",))
    form = form_of(tmp_path, text).with_choices({"s": []})

    assert path_now(form, form.begin()) == "more"


def test_a_fixed_number_of_rounds_comes_from_an_answer(tmp_path):
    text = survey(
        "integer | n | Сколько? |",
        "begin_repeat | item | Вещь | ${n}",
        "text | what | Что? |",
        "calculate | at | | | position(..)",
        "end_repeat | | |",
        columns="repeat_count | calculation",
    )
    form = form_of(tmp_path, text)
    state = answered(form, 2, "мел", "доска")

    assert form.current(state) is None
    assert form.values(state)["item[2]/at"] == 2
    assert form.current(answered(form, 0)) is None


def test_other_may_be_specified(tmp_path):
    text = survey("select_one s or_other | pet | Кто?", choices=("s | cat | Кот",))
    form = form_of(tmp_path, text)
    state = answered(form, "other")

    assert [c.label for c in form.current(form.begin()).choices] == ["Кот", "Другое"]
    assert form.current(state).path == "pet_other"
    assert form.current(state).label == "Напишите, что именно."
    assert form.current(answered(form, "cat")) is None


def test_shuffled_choices_stay_as_they_are_for_one_person(tmp_path):
    rows = tuple(f"s | c{number} | {number}" for number in range(12))
    form = form_of(
        tmp_path,
        survey("select_one s | one | Что? | randomize=true", choices=rows, columns="parameters"),
    )

    def order(seed: int) -> list[str]:
        return [choice.name for choice in form.current(form.begin(seed=seed)).choices]

    assert order(1) == order(1)
    assert order(1) != order(2)
    assert sorted(order(1)) == sorted(order(2))


def test_once_keeps_what_it_calculated_first(tmp_path):
    text = survey("calculate | began | | once(today())", "text | a | A |", columns="calculation")
    form = form_of(tmp_path, text)
    state = form.begin(today=date(2026, 1, 1))
    state = form.answer(state, "x", date(2026, 5, 5))

    assert form.values(state)["began"] == "2026-01-01"
    assert FormState.from_json(state.to_json()) == state


def test_a_calculation_may_be_known_beforehand(tmp_path):
    text = survey("calculate | c | | 1 + 1", "text | a | A ${c} |", columns="calculation")
    form = form_of(tmp_path, text)

    assert form.current(form.begin()).label == "A 2"
    assert form.current(form.begin({"c": 5})).label == "A 5"


def test_the_same_name_in_two_groups_goes_by_path(tmp_path):
    text = survey(
        "begin_group | one | 1",
        "text | a | A",
        "end_group | |",
        "begin_group | two | 2",
        "text | a | A",
        "end_group | |",
    )
    form = form_of(tmp_path, text)

    assert form.values(answered(form, "x", "y")) == {"one/a": "x", "two/a": "y"}


def test_a_field_that_is_only_shown_keeps_its_default(tmp_path):
    text = survey(
        "text | a | A | yes | готово |",
        "calculate | b | | | | concat(${a}, '.')",
        "text | c | C |",
        columns="read_only | default | calculation",
    )
    form = form_of(tmp_path, text)
    state = form.skip(form.begin())

    assert form.current(form.begin()).kind is Kind.NOTE
    assert form.values(state)["b"] == "готово."
