"""Whatever a person does, the form goes on: random walks through real and made-up forms."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.forms import AnswerRefused, FileAnswer, Form, FormState, Kind, load_form
from tests.services.forms.at_hand import KITCHEN, SHIPPED, TODAY, form_of

ODD = [
    "",
    "слово",
    "5",
    "-1",
    "2026-01-01",
    "31.12.2025",
    "12:00",
    0,
    3,
    19,
    70,
    2.5,
    True,
    False,
    ["north", "south"],
    ["kadom"],
    "a" * 70,
    "54 42",
    FileAnswer("f", "voice"),
    FileAnswer("f", "document", "x.png"),
]
KNOWN = [
    {},
    {"subjects": "math"},
    {"subjects": "math primary psychologist", "classes": "3 6"},
    {"subjects": "preschool", "classes": "10"},
    {"role": "methodologist", "telegram_name": "Имя 7"},
    {"who": "Аня"},
]


@pytest.fixture(scope="module", params=["kitchen", "difficulty", "registration", "phone_call"])
def form(request, tmp_path_factory) -> Form:
    if request.param == "kitchen":
        return form_of(tmp_path_factory.mktemp("forms"), KITCHEN, "kitchen")
    return load_form(SHIPPED / f"{request.param}.md")


def good_answer(form: Form, state: FormState, draw):
    """An answer the question should take, found among its choices and some odd values."""
    question = form.current(state, today=TODAY)
    names = [choice.name for choice in question.choices]
    match question.kind:
        case Kind.ONE:
            return draw(st.sampled_from(names))
        case Kind.MANY:
            most = min(len(names), int(question.max or len(names)))
            picks = st.lists(st.sampled_from(names), min_size=1, max_size=most, unique=True)
            return draw(picks)
        case Kind.RANK:
            return draw(st.permutations(names))
        case Kind.AGAIN:
            return draw(st.booleans())
        case Kind.INTEGER | Kind.RANGE:
            return draw(st.integers(int(question.min or 0), int(question.max or 17)))
        case Kind.DATE:
            return str(draw(st.dates(date(2000, 1, 1), TODAY)))
        case Kind.NOTE:
            return None
        case _:
            return "слово"


def wander(form: Form, state: FormState, draw) -> FormState:
    """One random move; a refusal leaves the state as it was."""
    move = draw(st.sampled_from(["good", "good", "good", "odd", "skip", "back", "edit", "say"]))
    try:
        match move:
            case "good":
                return form.answer(state, good_answer(form, state, draw), TODAY)
            case "odd":
                return form.answer(state, draw(st.sampled_from(ODD)), TODAY)
            case "say":
                return form.say(state, draw(st.sampled_from(ODD)), TODAY)
            case "skip":
                return form.skip(state, TODAY)
            case "back":
                return form.back(state)
            case _:
                lines = form.summary(state, today=TODAY)
                return form.edit(state, draw(st.sampled_from(lines)).path) if lines else state
    except AnswerRefused:
        return state


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_there_is_always_a_way_on(form, data):
    state = form.begin(data.draw(st.sampled_from(KNOWN)), today=TODAY)
    for _ in range(data.draw(st.integers(0, 25))):
        if form.current(state, today=TODAY) is None:
            break
        state = wander(form, state, data.draw)
        assert FormState.from_json(json.loads(json.dumps(state.to_json()))) == state

    for _ in range(250):
        question = form.current(state, today=TODAY)
        if question is None:
            break
        if question.kind in {Kind.ONE, Kind.MANY, Kind.RANK}:
            assert question.choices
        if question.kind is Kind.AGAIN:
            state = form.answer(state, False, TODAY)
        elif question.required:
            state = form.answer(state, good_answer(form, state, data.draw), TODAY)
        else:
            state = form.skip(state, TODAY)
    assert form.current(state, today=TODAY) is None
    form.values(state, TODAY)
    form.summary(state, "en", TODAY)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_back_and_the_same_answer_again_change_nothing(form, data):
    state = form.begin(data.draw(st.sampled_from(KNOWN)), today=TODAY)
    while form.current(state, today=TODAY) is not None:
        before, question = state, form.current(state, today=TODAY)
        value = good_answer(form, state, data.draw)
        state = form.answer(state, value, TODAY)
        if question.kind is Kind.NOTE:
            continue
        again = form.back(state)
        assert form.current(again, today=TODAY).path == question.path
        assert form.values(again, TODAY) == form.values(before, TODAY)
        again = form.answer(again, value, TODAY)
        assert form.values(again, TODAY) == form.values(state, TODAY)
        assert form.current(again, today=TODAY) == form.current(state, today=TODAY)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_correction_to_the_same_answer_changes_nothing(form, data):
    state = form.begin(data.draw(st.sampled_from(KNOWN)), today=TODAY)
    while form.current(state, today=TODAY) is not None:
        state = form.answer(state, good_answer(form, state, data.draw), TODAY)
    for line in form.summary(state, today=TODAY):
        same = form.answer(form.edit(state, line.path), line.value, TODAY)
        assert same.answers == state.answers
        assert form.current(same, today=TODAY) is None
