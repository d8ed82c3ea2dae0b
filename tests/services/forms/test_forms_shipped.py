"""The forms that come with the program: short, plain, complete."""

import re
from itertools import product

import pytest

from services.forms import AnswerRefused, FileAnswer, Form, load_form
from services.forms.check import check_file
from tests.services.forms.at_hand import SHIPPED, answered, path_now

SCREEN = 550
BUTTON = 28
AVOIDED = re.compile(
    r"дефицит|низк|не справ|обязан|срочно|доведено|\(а\)|!|[\U0001f300-\U0001faff]"
)
GROUPS = ["topic", "lesson", "pupils", "people", "papers", "digital"]


@pytest.fixture(scope="module")
def difficulty() -> Form:
    return load_form(SHIPPED / "difficulty.md")


@pytest.fixture(scope="module")
def registration() -> Form:
    return load_form(SHIPPED / "registration.md")


@pytest.fixture(scope="module")
def phone_call() -> Form:
    return load_form(SHIPPED / "phone_call.md")


def subjects(form: Form) -> list[str]:
    return list(form.list_index("subjects"))


def items(form: Form, known, *answers) -> list[str]:
    state = answered(form, *answers, known=known)
    return [choice.name for choice in form.current(state).choices]


@pytest.mark.parametrize("name", ["difficulty", "registration", "phone_call"])
def test_the_linter_has_nothing_to_say(name):
    report = check_file(SHIPPED / f"{name}.md")

    assert (report.errors, report.warnings) == ((), ())
    assert report.languages == ("ru", "en")
    assert report.minutes <= 2


@pytest.mark.parametrize("name", ["difficulty", "registration", "phone_call"])
def test_the_words_keep_to_the_tone(name):
    text = (SHIPPED / f"{name}.md").read_text(encoding="utf-8")
    form = load_form(SHIPPED / f"{name}.md")
    cells = [cell for line in text.splitlines() for cell in line.split("|") if "regex" not in cell]
    labels = [
        (choice.name, "".join(map(str, parts)))
        for listed in ("groups", "subjects", "items", "classes")
        for choice in form.list_index(listed).values()
        for parts in choice.label.values()
    ]

    found = [cell for cell in cells if AVOIDED.search(cell.replace("!=", ""))]
    assert found == []
    assert [pair for pair in labels if len(pair[1]) > BUTTON] == []
    assert all(choice.isascii() for choice, _ in labels)


def test_a_percent_problem_takes_five_answers(difficulty):
    known = {"subjects": "math physics", "classes": "5 6", "channel": "bot"}
    state = answered(
        difficulty, "topic", "math", "math_percent", "6", "Угадывают, что целое", known=known
    )

    assert difficulty.current(state) is None
    values = difficulty.values(state)
    assert (values["group"], values["subject"]) == ("topic", "math")
    assert (values["item"], values["grade"]) == ("math_percent", "6")
    assert values["explanation"] == "Угадывают, что целое"
    assert values["sensitive"] is False


def test_an_only_subject_is_not_asked(difficulty):
    state = answered(difficulty, "topic", known={"subjects": "math"})
    question = difficulty.current(state)

    assert question.path == "item"
    assert question.label == "Математика. Что даётся трудно?"
    assert [choice.name for choice in question.choices][:3] == [
        "math_percent",
        "math_rational",
        "math_proof",
    ]


def test_of_several_subjects_only_the_own_are_offered(difficulty):
    state = answered(difficulty, "topic", known={"subjects": "physics math"})

    assert [c.name for c in difficulty.current(state).choices] == ["math", "physics"]
    assert difficulty.current(state).label == "По какому предмету?"


def test_without_a_profile_any_subject_is_offered(difficulty):
    state = answered(difficulty, "topic")

    assert len(difficulty.current(state).choices) == len(subjects(difficulty))


def test_every_subject_has_topics_of_its_own(difficulty):
    for subject in subjects(difficulty):
        topics = items(difficulty, {"subjects": subject}, "topic")
        assert 4 <= len(topics) - 1 <= 7, subject
        assert topics[-1] == "other"


@pytest.mark.parametrize("group", GROUPS[1:])
def test_every_group_leads_to_items_of_its_own(difficulty, group):
    offered = items(difficulty, {"subjects": "math"}, group)

    assert 6 <= len(offered) <= 9
    assert offered[-1] == "other"
    assert all(name.startswith((group, "exhausted", "other")) for name in offered)


def test_classes_are_those_of_the_teacher_and_the_subject(difficulty):
    known = {"subjects": "primary math", "classes": "3 6"}

    assert items(difficulty, known, "topic", "math", "math_proof") == ["6", "any"]
    assert items(difficulty, known, "topic", "primary", "primary_reading") == ["3", "any"]
    assert items(difficulty, {"subjects": "pe"}, "topic", "pe_norms")[0] == "1"


@pytest.mark.parametrize("subject", ["preschool", "psychologist", "speech"])
def test_a_class_is_asked_only_where_it_matters(difficulty, subject):
    state = answered(difficulty, "topic", "other", "Сенсорика", known={"subjects": subject})

    assert path_now(difficulty, state) == "explanation"
    state = answered(difficulty, "lesson", "lesson_goals", known={"subjects": "math"})
    assert path_now(difficulty, state) == "explanation"


@pytest.mark.parametrize("group", ["pupils", "people"])
def test_exhaustion_has_a_quiet_way_of_its_own(difficulty, group):
    state = answered(difficulty, group, "exhausted", known={"subjects": "math"})

    assert difficulty.current(state).label.startswith("Школа этого не увидит")
    assert difficulty.values(state)["sensitive"] is True
    assert path_now(difficulty, difficulty.skip(state)) == "explanation"


def test_another_topic_is_written_down(difficulty):
    state = answered(difficulty, "topic", "other", known={"subjects": "math"})

    assert path_now(difficulty, state) == "other_topic"
    with pytest.raises(AnswerRefused, match="120"):
        difficulty.answer(state, "я" * 121)
    assert path_now(difficulty, difficulty.answer(state, "Векторы")) == "grade"


def test_the_explanation_may_be_left_out_or_said(difficulty):
    state = answered(difficulty, "lesson", "lesson_goals", known={"subjects": "math"})

    assert not difficulty.current(state).required
    assert "explanation" not in difficulty.values(difficulty.skip(state))
    voice = FileAnswer("v", "voice", duration=9)
    assert difficulty.values(difficulty.answer(state, voice))["explanation"] == voice


def test_a_first_word_is_the_explanation(difficulty):
    voice = FileAnswer("v", "voice", duration=9)
    one = difficulty.say(difficulty.begin({"subjects": "math"}), voice)
    several = difficulty.say(difficulty.begin({"subjects": "math physics"}), voice)

    assert difficulty.current(one) is None
    assert difficulty.values(one)["subject"] == "math"
    assert path_now(difficulty, several) == "subject_asked"
    assert difficulty.current(difficulty.skip(several)) is None


def test_registration_offers_the_name_from_telegram(registration):
    known = {"telegram_name": "Марина Сергеевна", "role": "teacher"}
    question = registration.current(registration.begin(known))

    assert question.default == "Марина Сергеевна"
    assert (
        registration.current(registration.begin({"telegram_name": "Teacher_2000"})).default is None
    )


@pytest.mark.parametrize("name", ["Марина2", "я" * 61])
def test_a_name_is_short_and_has_no_digits(registration, name):
    with pytest.raises(AnswerRefused, match="60"):
        registration.answer(registration.begin(), name)


@pytest.mark.parametrize(
    ("taught", "first", "last"),
    [(["primary"], "1", "4"), (["math", "physics"], "5", "11"), (["math", "pe"], "1", "11")],
)
def test_classes_follow_from_the_subjects(registration, taught, first, last):
    state = answered(registration, "Аня", taught, known={"role": "teacher"})
    names = [choice.name for choice in registration.current(state).choices]

    assert (names[0], names[-1]) == (first, last)
    done = registration.answer(state, names)
    assert registration.current(done) is None
    assert registration.values(done)["subjects"] == taught


def test_a_kindergarten_teacher_has_no_classes(registration):
    assert registration.current(answered(registration, "Аня", ["preschool"])) is None


def test_others_are_asked_only_for_their_name(registration):
    assert registration.current(answered(registration, "Аня", known={"role": "observer"})) is None


def test_a_call_is_written_down_with_its_school(phone_call):
    form = phone_call.with_choices({"schools": [("s1", "Школа № 1"), ("s2", "Школа № 2")]})
    state = answered(form, "s2", None, "topic", "physics", "physics_heat", "8", "Плавление путают")

    assert form.current(state) is None
    values = form.values(state)
    assert (values["channel"], values["school"], values["subject"]) == ("phone", "s2", "physics")
    assert form.summary(state)[0].value_label == "Школа № 2"


def test_a_call_uses_the_same_lists_as_a_teacher(phone_call, difficulty):
    for name in ("groups", "subjects", "items", "classes"):
        assert phone_call.list_index(name) == difficulty.list_index(name)


def test_registration_and_difficulty_speak_of_the_same_subjects(registration, difficulty):
    assert registration.list_index("subjects") == difficulty.list_index("subjects")
    classes = set(difficulty.list_index("classes")) - {"any"}
    assert set(registration.list_index("classes")) == classes


def test_every_question_fits_a_screen_in_both_languages(difficulty, registration, phone_call):
    for form, language in product((difficulty, registration, phone_call), ("ru", "en")):
        for node in form.questions:
            label = "".join(map(str, node.label[language]))
            assert 0 < len(label) + len("".join(map(str, node.hint.get(language, [])))) < SCREEN
