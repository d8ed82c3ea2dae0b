import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.ui.characters import utf16_length
from handlers.ui.split import split_html, visible_text
from tests.handlers.ui import telegram_html

FAMILY = "👨‍👩‍👧‍👦"
FLAG = "🇷🇺"
THUMB = "👍🏽"
KEYCAP = "1️⃣"
ACCENTED = "и\u0306"
SIGNS = [FAMILY, FLAG, THUMB, KEYCAP, ACCENTED]

words = st.sampled_from(["Слово ", "и. ", "\n", "\n\n", "&amp;", "&lt;b&gt; ", "ы", *SIGNS])
html = st.recursive(
    st.lists(words, max_size=30).map("".join),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(["b", "i", 'a href="https://example.org/?a=1&amp;b=2"', "code"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@given(st.lists(html).map("".join), st.integers(15, 60))
def test_parts_are_short_sound_and_lose_nothing(source: str, limit: int) -> None:
    parts = split_html(source, limit)
    seen = [telegram_html.read(part) for part in parts]

    assert all(utf16_length(text) <= limit for text in seen)
    assert all(text.strip() for text in seen)
    whole = telegram_html.read(source)
    assert _without_spaces("".join(seen)) == _without_spaces(whole)
    if not re.search(rf"\s{{{limit // 2}}}", whole):
        assert "".join(seen).strip() == whole.strip()


@given(st.lists(st.sampled_from([*SIGNS, "ab", " "]), min_size=1, max_size=60).map("".join))
def test_no_sign_is_torn(source: str) -> None:
    whole = _signs(source)
    parts = [sign for part in split_html(source, 12) for sign in _signs(part)]

    assert [sign for sign in parts if sign != " "] == [sign for sign in whole if sign != " "]


@given(st.text(), st.integers(4, 40))
def test_any_text_is_cut_into_valid_parts(source: str, limit: int) -> None:
    from html import escape

    parts = split_html(escape(source), limit)

    assert all(utf16_length(telegram_html.read(part)) <= limit for part in parts)
    seen = "".join(telegram_html.read(part) for part in parts)
    assert _without_spaces(seen) == _without_spaces(source)


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def _signs(text: str) -> list[str]:
    return re.findall("|".join(map(re.escape, SIGNS)) + "|.", text, re.DOTALL)


def test_tags_are_closed_and_opened_again() -> None:
    source = '<b>Раз два <i>три четыре</i></b> <a href="https://e.org">пять шесть</a>'

    assert split_html(source, 13) == (
        "<b>Раз два <i>три </i></b>",
        '<b><i>четыре</i></b> <a href="https://e.org">пять </a>',
        '<a href="https://e.org">шесть</a>',
    )


@pytest.mark.parametrize(
    ("source", "first"),
    [
        ("Один два.\n\nТри. Четыре пять", "Один два.\n\n"),
        ("Один два. Три\nчетыре пять шесть", "Один два. Три\n"),
        ("Один два три. Четыре пять", "Один два три. "),
        ("Один два три четыре пять", "Один два три "),
        ("Одиндватричетырепять", "Одиндватричетыр"),
    ],
)
def test_a_paragraph_is_better_than_a_sentence_and_a_sentence_than_a_word(
    source: str, first: str
) -> None:
    assert split_html(source, 15)[0] == first


def test_a_short_text_stays_as_it_is() -> None:
    assert split_html("<b>Да</b> &amp; нет") == ("<b>Да</b> &amp; нет",)
    assert split_html(" \n ") == split_html("<b> </b>") == ()


def test_emoji_count_twice() -> None:
    parts = split_html("😀" * 4096)

    assert [len(part) for part in parts] == [2048, 2048]


def test_markup_does_not_count() -> None:
    source = '<a href="https://example.org/long/address">x</a>' * 4000

    assert len(split_html(source)) == 1


def test_the_first_part_may_be_a_caption() -> None:
    parts = split_html("слово " * 1000, first=1024)

    assert len(parts[0]) <= 1024 < len(parts[1])


def test_one_endless_sign_is_torn_rather_than_kept() -> None:
    assert [len(part) for part in split_html("a" + "\u0301" * 99, 50)] == [50, 50]


def test_careless_html_is_mended() -> None:
    parts = split_html("<b>раз <i>два</b> три</u> четыре", 12)

    assert "".join(telegram_html.read(part) for part in parts) == "раз два три четыре"


def test_visible_text_is_what_a_person_reads() -> None:
    assert visible_text("<b>5 &lt; 6</b> &amp; &#x27;да&#x27;") == "5 < 6 & 'да'"
