from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

import pytest
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from handlers.ui.clean import clean_text
from handlers.ui.texts import Markup, TextError, TextLibrary
from tests.handlers.ui import telegram_html
from tests.handlers.ui.conftest import MakeLibrary

QUOTING = "quote = <b>Вопрос:</b> «{ $words }»"


class Side(StrEnum):
    LEFT = "left"


@given(st.text())
def test_any_words_of_a_person_are_shown_as_they_are(make_library: MakeLibrary, words: str) -> None:
    cleaned = clean_text(words)

    shown = make_library(QUOTING).of("ru")("quote", words=cleaned)

    assert telegram_html.read(shown) == f"Вопрос: «{cleaned}»"


def test_a_long_story_is_not_cut_off(make_library: MakeLibrary) -> None:
    texts = make_library("story = { $side ->\n    [left] Слева: { $words }\n   *[other] -\n }").of(
        "ru"
    )

    assert texts("story", side=Side.LEFT, words="я" * 4000) == "Слева: " + "я" * 4000


def test_markup_is_not_escaped_twice(make_library: MakeLibrary) -> None:
    texts = make_library("inner = <i>{ $name }</i>\nouter = Вот: { $part }").of("ru")

    inner = texts("inner", name="<Аня>")

    assert texts("outer", part=inner) == "Вот: <i>&lt;Аня&gt;</i>"
    assert texts("outer", part=Markup("<b>да</b>")) == "Вот: <b>да</b>"


def test_an_address_cannot_break_out_of_its_link(make_library: MakeLibrary) -> None:
    texts = make_library('link = <a href="{ $url }">тут</a>').of("ru")

    assert "&quot;" in texts("link", url='https://example.org/"><b>')
    assert telegram_html.read(texts("link", url='"><b>')) == "тут"


def test_a_label_is_plain_text(make_library: MakeLibrary) -> None:
    texts = make_library("open = Открыть «{ $title }»\nbold = <b>Нет</b>\nvia = { bold }!").of("ru")

    assert texts.label("open", title="a < b & c") == "Открыть «a < b & c»"
    for name in ("bold", "via"):
        with pytest.raises(TextError, match="tags"):
            texts.label(name)
    with pytest.raises(TextError, match="HTML"):
        texts.label("open", title=Markup("<b>x</b>"))


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("absent", {}),
        ("greet", {}),
        ("greet", {"name": None}),
        ("greet", {"name": object()}),
        ("greet.absent", {"name": "Аня"}),
        ("only-attribute", {}),
        ("greet", {"name": date(2026, 10, 8)}),
        ("day", {"day": "завтра"}),
        ("day", {"day": datetime(2026, 10, 8)}),  # noqa: DTZ001
        ("greet", {"name": float("nan")}),
    ],
)
def test_a_mistake_is_an_error_and_not_a_placeholder(
    make_library: MakeLibrary, name: str, args: Mapping[str, Any]
) -> None:
    texts = make_library(
        "greet = Здравствуйте, { $name }\nonly-attribute =\n    .join = Да\nday = { DAY($day) }"
    ).of("ru")

    with pytest.raises(TextError):
        texts(name, **args)


def test_attributes_are_texts_of_their_own(make_library: MakeLibrary) -> None:
    texts = make_library("club = Клуб { $title }\n    .join = Записаться").of("ru")

    assert texts.label("club.join") == "Записаться"
    assert texts.has("club.join")
    assert not texts.has("club.leave")


def test_flags_and_enums_choose_variants(make_library: MakeLibrary) -> None:
    lines = "v = { $x ->\n    [true] да\n    [left] влево\n   *[other] иначе\n }"
    texts = make_library(lines).of("ru")

    assert [texts("v", x=value) for value in (True, False, Side.LEFT, "left", 1)] == [
        "да",
        "иначе",
        "влево",
        "влево",
        "иначе",
    ]


def test_terms_take_parameters(make_library: MakeLibrary) -> None:
    texts = make_library(
        "-bot = { $case ->\n    [to] помощнику\n   *[is] помощник\n }\n"
        'ask = { -bot } и { -bot(case: "to") }'
    ).of("ru")

    assert texts("ask") == "помощник и помощнику"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ru", "Да"), ("en", "Yes"), ("en-GB", "Yes"), ("tt", "Да"), (None, "Да"), ("EN", "Yes")],
)
def test_an_unknown_language_gets_russian(
    make_library: MakeLibrary, language: str | None, expected: str
) -> None:
    assert make_library("yes = Да", "yes = Yes").of(language)("yes") == expected


def test_running_for_people_falls_back_to_russian(make_library: MakeLibrary) -> None:
    texts = make_library("yes = Да, { $name }", strict=False).of("en")

    with capture_logs() as logs:
        assert texts("yes", name="Аня <3") == "Да, Аня &lt;3"
    assert [entry["event"] for entry in logs] == ["text_failed"]
    assert "Аня" not in str(logs)


def test_running_for_people_never_fails(make_library: MakeLibrary) -> None:
    library = make_library("yes = Да, { $name }", strict=False)

    with capture_logs():
        assert "Ваши записи целы" in library.of("ru")("yes")
        assert "Your records are safe" in library.of("en")("absent")
        assert library.of("ru").label("absent") == "Дальше"
        assert "целы" in library.of("ru")("yes", name=float("inf"))


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ("a = Да\na = Нет", "already in"),
        ("ui-neutral = Снова", "already in"),
        ("a = { b }", "refers to b"),
        ("a = { -b }", "refers to -b"),
        ("a = Да\nc = { a.b }", "refers to a.b"),
        ("a = { b }\nb = { a }", "refers to itself"),
        ("a = { NOSUCH($x) }", "no function NOSUCH"),
        ('a = { COUNT($x, of: "nothing") }', "count-nothing"),
        ("a b c", "not Fluent"),
        ("a = <b>Да", "not closed"),
        ("a = Да</b>", "was not open"),
        ("a = <h1>Да</h1>", "no tag h1"),
        ("a = 1 < 2", "bare"),
        ("a = Q&A", "bare"),
        ("a = { $x ->\n    [one] <b>Да\n   *[other] Нет\n }", "not closed"),
    ],
)
def test_a_mistake_in_a_file_is_found_when_it_is_read(
    make_library: MakeLibrary, lines: str, complaint: str
) -> None:
    with pytest.raises(TextError, match=complaint):
        make_library(lines)


def test_a_damaged_file_costs_only_its_damaged_texts(make_library: MakeLibrary) -> None:
    with capture_logs() as logs:
        library = make_library("a = Да\n???\nb = { b }\nc = { b }", strict=False)
        texts = library.of("ru")
        assert texts("a") == "Да"
        assert texts("c") == texts("ui-neutral")
    assert any(entry["event"] == "text_file_mistake" for entry in logs)


def test_ids_name_messages_and_attributes_but_no_terms(make_library: MakeLibrary) -> None:
    ids = make_library("a = Да\n    .b = Нет\n-c = Слово").ids("ru")

    assert {"a", "a.b"} <= ids
    assert "-c" not in ids


def test_both_languages_of_the_kit_say_the_same_things(library: TextLibrary) -> None:
    kit = ("ui-", "count-")
    russian, english = (
        {name for name in library.ids(language) if name.startswith(kit)}
        for language in ("ru", "en")
    )

    assert russian == english


ORACLE = """
plain = Привет
number = Осталось { $n } { $n ->
    [0] ничего
    [one] место
    [few] места
   *[many] мест
}
-name = Бот
    .case = вид
nested = { -name }: { plain }, { number }
literal = { "{" }{ 5 }{ "\\u0041" }
string = { $s ->
    [a] первый
   *[b] { $s }
}
attr = Кнопка
    .label = { $s } и { attr }
"""


@pytest.mark.parametrize("n", [0, 1, 2, 5, 11, 21, 112, 999])
@pytest.mark.parametrize("s", ["a", "b", "другое"])
def test_texts_read_as_fluent_s_own_interpreter_reads_them(
    make_library: MakeLibrary, n: int, s: str
) -> None:
    bundle = FluentBundle(["ru"], use_isolating=False)
    bundle.add_resource(FluentResource(ORACLE))
    texts = make_library(ORACLE).of("ru", UTC)

    for name in ("plain", "number", "nested", "literal", "string"):
        pattern = bundle.get_message(name).value
        assert pattern is not None
        expected, errors = bundle.format_pattern(pattern, {"n": n, "s": s})
        assert not errors
        assert texts(name, n=n, s=s) == expected
    label = bundle.get_message("attr").attributes["label"]
    assert texts("attr.label", s=s) == bundle.format_pattern(label, {"s": s})[0]
