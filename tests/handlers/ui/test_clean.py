import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.ui.characters import utf16_length
from handlers.ui.clean import clean_line, clean_text, isolated

FORBIDDEN = {chr(code) for code in range(0x20)} - {"\n", "\t"}
FORBIDDEN |= {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
rough = st.text(
    st.characters() | st.sampled_from(["\n", " ", "\u202e", "\x00", "\ud800", "\u0301"])
)


@given(rough, st.integers(1, 60))
def test_clean_text_can_be_kept_and_shown(text: str, limit: int) -> None:
    cleaned = clean_text(text, limit=limit)

    assert not FORBIDDEN & set(cleaned)
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert utf16_length(cleaned) <= limit
    assert "\n\n\n" not in cleaned
    assert clean_text(cleaned, limit=limit) == cleaned


@given(rough)
def test_a_clean_line_is_one_line(text: str) -> None:
    cleaned = clean_line(text)

    assert "\n" not in cleaned
    assert "  " not in cleaned
    assert cleaned == cleaned.strip()
    assert clean_line(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Добрый день  \r\n\r\n\r\n\r\nВопрос  ", "Добрый день\n\nВопрос"),
        ("и\u0306ога", "йога"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("а\u200bб\u202eв\x00г\ud800д", "абвгд"),
        ("один\u2028два", "один\nдва"),
    ],
)
def test_what_people_wrote_stays(text: str, expected: str) -> None:
    assert clean_text(text) == expected


def test_a_name_becomes_one_line() -> None:
    assert clean_line(" Анна\n\t Петровна ") == "Анна Петровна"


def test_a_cut_never_tears_a_sign() -> None:
    assert clean_text("ab👨‍👩‍👧", limit=6) == "ab"


def test_many_spaces_are_cleaned_at_once() -> None:
    assert clean_text("а" + " " * 200_000 + "б", limit=10) == "а"


def test_a_stranger_s_direction_stays_inside() -> None:
    assert isolated("אבג") == "\u2068אבג\u2069"
