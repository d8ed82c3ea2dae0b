"""Each kind of question takes its own answers and refuses others with a stable code."""

import pytest

from services.forms import AnswerRefused, FileAnswer, Message, joined
from tests.services.forms.at_hand import answered, form_of, survey

VOICE = FileAnswer("v1", "voice", None, 900, 7)
PHOTO = FileAnswer("p1", "photo")
PAPER = FileAnswer("d1", "document", "план.docx", 2048)

TAKEN = [
    ("text", "  слово  ", "слово"),
    ("text", 5, "5"),
    ("integer", "1 200", 1200),
    ("integer", "−3", -3),
    ("integer", "7,0", 7),
    ("decimal", "3,5", 3.5),
    ("decimal", ".5", 0.5),
    ("date", "2026-02-28", "2026-02-28"),
    ("date", "1.9.2026", "2026-09-01"),
    ("time", "9.30", "09:30"),
    ("datetime", "01.09.2026 8:30", "2026-09-01T08:30"),
    ("datetime", "2026-09-01 08:30", "2026-09-01T08:30"),
    ("select_one s", "a", "a"),
    ("select_one s", ["a"], "a"),
    ("select_multiple s", ["c", "a", "a"], ["a", "c"]),
    ("select_multiple s", "c a", ["a", "c"]),
    ("rank s", ["b", "c", "a"], ["b", "c", "a"]),
    ("range", "4", 4),
    ("acknowledge", True, "OK"),
    ("image", PHOTO, PHOTO),
    ("image", FileAnswer("d", "document", "x.PNG"), FileAnswer("d", "document", "x.PNG")),
    ("audio", VOICE, VOICE),
    ("file", PAPER, PAPER),
    ("geopoint", "54.5, 42.4", "54.5 42.4 0 0"),
    ("barcode", "4600", "4600"),
]
REFUSED = [
    ("text", "я" * 5000, "too_long"),
    ("text", VOICE, "wrong_kind"),
    ("text", True, "wrong_kind"),
    ("integer", "пять", "not_a_number"),
    ("integer", "1.5", "not_a_number"),
    ("integer", "9" * 30, "not_a_number"),
    ("integer", True, "wrong_kind"),
    ("integer", PHOTO, "wrong_kind"),
    ("decimal", "1e5", "not_a_number"),
    ("decimal", float("nan"), "not_a_number"),
    ("date", "31.02.2026", "not_a_date"),
    ("date", "завтра", "not_a_date"),
    ("date", 20260101, "wrong_kind"),
    ("time", "25:00", "not_a_date"),
    ("datetime", "вчера", "not_a_date"),
    ("select_one s", "z", "not_a_choice"),
    ("select_one s", ["a", "b"], "not_a_choice"),
    ("select_multiple s", ["a", "z"], "not_a_choice"),
    ("select_multiple s", 5, "not_a_choice"),
    ("rank s", ["a", "b"], "too_few"),
    ("rank s", ["a", "b", "b"], "too_many"),
    ("rank s", ["a", "b", "z"], "not_a_choice"),
    ("range", 5, "constraint"),
    ("range", 12, "constraint"),
    ("acknowledge", "нет", "not_a_choice"),
    ("image", VOICE, "wrong_kind"),
    ("image", PAPER, "wrong_kind"),
    ("audio", "слова", "wrong_kind"),
    ("geopoint", "Кадом", "wrong_kind"),
    ("geopoint", "95 10", "wrong_kind"),
]


def one_question(tmp_path, kind, *, more: str = "", columns: str = "parameters"):
    parameters = "start=0 end=10 step=2" if kind == "range" else ""
    choices = ("s | a | A", "s | b | B", "s | c | C")
    row = f"{kind} | it | It | {parameters} {more}"
    return form_of(tmp_path, survey(row, choices=choices, columns=columns))


@pytest.mark.parametrize(("kind", "given", "kept"), TAKEN)
def test_an_answer_is_kept_tidily(tmp_path, kind, given, kept):
    form = one_question(tmp_path, kind)

    assert form.values(form.answer(form.begin(), given)) == {"it": kept}


@pytest.mark.parametrize(("kind", "given", "reason"), REFUSED)
def test_an_answer_is_refused_by_a_code(tmp_path, kind, given, reason):
    form = one_question(tmp_path, kind)

    with pytest.raises(AnswerRefused) as refusal:
        form.answer(form.begin(), given)
    assert (refusal.value.reason, refusal.value.message) == (reason, None)


@pytest.mark.parametrize("nothing", [None, "", "   ", []])
def test_a_required_question_wants_an_answer(tmp_path, nothing):
    form = form_of(
        tmp_path,
        survey("text | it | It | yes | Без этого никак", columns="required | required_message"),
    )

    with pytest.raises(AnswerRefused) as refusal:
        form.answer(form.begin(), nothing)
    assert (refusal.value.reason, refusal.value.message) == ("required", "Без этого никак")
    with pytest.raises(AnswerRefused, match="Без этого никак"):
        form.skip(form.begin())


def test_required_may_depend_on_an_answer(tmp_path):
    text = survey("text | a | A |", "text | b | B | ${a} = 'да'", columns="required")
    form = form_of(tmp_path, text)

    assert form.current(answered(form, "да")).required
    assert not form.current(answered(form, "нет")).required


def test_the_forms_own_words_come_with_a_refusal(tmp_path):
    messages = "constraint_message::Русский (ru) | constraint_message::English (en)"
    text = survey(
        "integer | n | Число | . < 5 | Меньше пяти | Below five",
        columns=f"constraint | {messages}",
    ).replace("| label |", "| label::Русский (ru) |")
    form = form_of(tmp_path, text)

    with pytest.raises(AnswerRefused) as refusal:
        form.answer(form.begin(), 7)
    assert (refusal.value.reason, refusal.value.message) == ("constraint", "Меньше пяти")
    with pytest.raises(AnswerRefused, match="Below five"):
        form.answer(form.begin(), 7, language="en")


@pytest.mark.parametrize(
    ("constraint", "given", "reason"),
    [
        ("count-selected(.) <= 2", ["a", "b", "c"], "too_many"),
        ("count-selected(.) >= 2 and count-selected(.) < 4", ["a"], "too_few"),
        ("not(selected(., 'a') and selected(., 'b'))", ["a", "b"], "constraint"),
    ],
)
def test_too_many_and_too_few_are_told_apart(tmp_path, constraint, given, reason):
    form = one_question(
        tmp_path, "select_multiple s", more=f"| {constraint}", columns="parameters | constraint"
    )

    with pytest.raises(AnswerRefused) as refusal:
        form.answer(form.begin(), given)
    assert refusal.value.reason == reason


def test_bounds_are_read_from_a_plain_constraint(tmp_path):
    text = survey(
        "integer | a | A | . >= 1 and 10 > .",
        "text | b | B | string-length(.) <= 60",
        "integer | c | C | . > 1 or . < 0",
        columns="constraint",
    )
    form = form_of(tmp_path, text)
    state = form.begin()
    bounds = []
    for value in (5, "x", 7):
        question = form.current(state)
        bounds.append((question.min, question.max))
        state = form.answer(state, value)

    assert bounds == [(1, 9), (None, 60), (None, None)]


@pytest.fixture
def free(tmp_path):
    rows = ("text | it | It | voice photo", "text | next | Next |")
    return form_of(tmp_path, survey(*rows, columns="appearance"))


@pytest.mark.parametrize("given", ["слова", VOICE, PHOTO, Message("подпись", (PHOTO, VOICE))])
def test_a_free_question_takes_words_voice_and_pictures(free, given):
    assert free.current(free.begin()).accepts == ("voice", "photo")
    assert free.values(free.answer(free.begin(), given)) == {"it": given}


@pytest.mark.parametrize("given", [PAPER, 5, ["a"], Message(None, (PHOTO, PAPER))])
def test_a_free_question_takes_only_what_it_names(free, given):
    with pytest.raises(AnswerRefused, match="wrong_kind"):
        free.answer(free.begin(), given)


def test_more_can_be_added_to_a_free_answer(free):
    state = free.answer(free.begin(), "слова")
    state = free.add(state, "it", PHOTO)
    state = free.add(state, "it", "ещё слова")

    assert free.values(state) == {"it": Message("слова\nещё слова", (PHOTO,))}
    assert free.current(state).path == "next"
    with pytest.raises(AnswerRefused, match="wrong_kind"):
        free.add(state, "next", PHOTO)
    with pytest.raises(AnswerRefused, match="too_many"):
        free.add(state, "it", Message(None, (PHOTO,) * 12))


def test_joined_answers_are_as_plain_as_they_can_be():
    assert joined(None, "а") == "а"
    assert joined(None, PHOTO) == PHOTO
    assert joined(PHOTO, VOICE) == Message(None, (PHOTO, VOICE))


def test_a_file_at_a_choice_goes_to_the_free_question(tmp_path):
    text = survey(
        "hidden | spoken | | |",
        "select_one s | kind | Что? | voice | ${spoken} != 'yes'",
        "text | words | Расскажите | voice photo |",
        choices=("s | a | A",),
        columns="appearance | relevant",
    )
    form = form_of(tmp_path, text)

    state = form.say(form.begin(), VOICE)
    assert form.current(state) is None
    assert form.values(state) == {"spoken": "yes", "words": VOICE}
    usual = form.say(form.answer(form.begin(), "a"), VOICE)
    assert form.values(usual) == {"kind": "a", "words": VOICE}
