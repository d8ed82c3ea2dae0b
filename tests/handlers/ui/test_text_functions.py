from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.ui.text_functions import write_number
from handlers.ui.texts import TextError, TextLibrary, Texts
from tests.handlers.ui.conftest import MakeLibrary

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 10, 1, 11, 5, tzinfo=UTC)
NO_BREAK = "\u00a0"
FUNCTIONS = """
on = { ON($x) }
until = { UNTIL($x) }
since = { SINCE($x) }
week-day = { WEEK_DAY($x) }
when = { WHEN($x) }
relative = { RELATIVE($x) }
day = { DAY($x) }
day-always = { DAY($x, year: "always") }
day-never = { DAY($x, year: "never") }
clock = { CLOCK($x) }
list = { LIST($x) }
list-or = { LIST($x, join: "or") }
list-comma = { LIST($x, join: "comma") }
number = { NUMBER($x) }
plain = { $x }
one-decimal = { NUMBER($x, decimals: 1) }
code = { NUMBER($x, useGrouping: 0) }
change = { NUMBER($x, sign: "always") }
percent = { PERCENT($x) }
percent-exact = { PERCENT($x, decimals: 1) }
minutes = { COUNT($x, of: "minute") }
in-minutes = через { COUNT($x, of: "minute-accusative") }
webinar = { CAPITAL(SHORT_DAY($x)) }, { CLOCK($x) }
days = { COUNT($x, of: "working-day") }
"""


@pytest.fixture
def ru(make_library: MakeLibrary) -> Texts:
    return make_library(FUNCTIONS).of("ru", MOSCOW, NOW)


@pytest.fixture
def en(make_library: MakeLibrary) -> Texts:
    return make_library(en=FUNCTIONS).of("en", MOSCOW, NOW)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("on", date(2026, 10, 6), "во вторник, 6 октября"),
        ("on", date(2026, 10, 7), "в среду, 7 октября"),
        ("until", date(2026, 10, 8), "до четверга, 8 октября"),
        ("since", date(2026, 10, 6), "со вторника, 6 октября"),
        ("since", date(2026, 10, 7), "со среды, 7 октября"),
        ("since", date(2026, 10, 9), "с пятницы, 9 октября"),
        ("week-day", date(2026, 10, 11), "воскресенье"),
        ("when", datetime(2026, 10, 1, 11, 5, tzinfo=UTC), "сегодня в 14:05"),
        ("when", datetime(2026, 10, 1, 21, 5, tzinfo=UTC), "завтра в 00:05"),
        ("when", datetime(2026, 9, 30, 6, 0, tzinfo=UTC), "вчера в 09:00"),
        ("when", datetime(2026, 10, 8, 12, 0, tzinfo=UTC), "8 октября в 15:00"),
        ("relative", date(2026, 10, 3), "послезавтра"),
        ("relative", date(2026, 10, 4), "через 3 дня"),
        ("relative", date(2026, 9, 17), "2 недели назад"),
        ("relative", date(2026, 9, 10), "3 недели назад"),
        ("relative", date(2026, 8, 11), "51 день назад"),
        ("relative", date(2026, 10, 22), "через 3 недели"),
        ("day", date(2026, 10, 8), "8 октября"),
        ("day", date(2027, 1, 8), f"8 января 2027{NO_BREAK}г."),
        ("day-always", date(2026, 10, 8), f"8 октября 2026{NO_BREAK}г."),
        ("day-never", date(2027, 10, 8), "8 октября"),
        ("day", datetime(2026, 10, 7, 21, 0, tzinfo=UTC), "8 октября"),
        ("clock", time(9, 5), "09:05"),
        ("clock", datetime(2026, 10, 7, 12, 30, tzinfo=UTC), "15:30"),
        ("list", ("а",), "а"),
        ("list", ("а", "б"), "а и б"),
        ("list", ("а", "б", "в"), "а, б и в"),
        ("list", ("<", "б"), "&lt; и б"),
        ("list-or", ("а", "б", "в"), "а, б или в"),
        ("list-comma", ("а", "б"), "а, б"),
        ("number", 1234, "1234"),
        ("number", 12345, f"12{NO_BREAK}345"),
        ("number", 0.5, "0,5"),
        ("plain", 2.25, "2,25"),
        ("plain", -3, "−3"),
        ("one-decimal", 2, "2,0"),
        ("one-decimal", 0.25, "0,3"),
        ("code", 12345, "12345"),
        ("change", 3, "+3"),
        ("change", -3, "−3"),
        ("change", 0, "0"),
        ("percent", 41, f"41{NO_BREAK}%"),
        ("percent", 40.5, f"41{NO_BREAK}%"),
        ("percent-exact", Decimal("40.55"), f"40,6{NO_BREAK}%"),
        ("minutes", 1, "1 минута"),
        ("minutes", 22, "22 минуты"),
        ("minutes", 11, "11 минут"),
        ("minutes", 1.5, "1,5 минуты"),
        ("in-minutes", 1, "через 1 минуту"),
        ("webinar", datetime(2026, 10, 15, 12, 30, tzinfo=UTC), "Чт, 15 октября, 15:30"),
        ("days", 3, "3 рабочих дня"),
        ("days", 10, "10 рабочих дней"),
    ],
)
def test_russian_says_it_as_people_do(ru: Texts, name: str, value: Any, expected: str) -> None:
    assert ru(name, x=value) == expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("on", date(2026, 10, 6), "on Tuesday, October 6"),
        ("until", date(2027, 10, 6), "by Wednesday, October 6, 2027"),
        ("when", datetime(2026, 10, 1, 11, 5, tzinfo=UTC), "today at 14:05"),
        ("relative", date(2026, 10, 3), "in 2 days"),
        ("list", ("a", "b", "c"), "a, b, and c"),
        ("number", 1234.5, "1,234.5"),
        ("percent", 41, "41%"),
        ("minutes", 1, "1 minute"),
        ("minutes", 5, "5 minutes"),
    ],
)
def test_english_says_it_as_people_do(en: Texts, name: str, value: Any, expected: str) -> None:
    assert en(name, x=value) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("clock", date(2026, 10, 8)),
        ("list", "слово"),
        ("list", (1, 2)),
        ("number", "5"),
        ("percent", date(2026, 10, 8)),
        ("on", 5),
        ("until", time(9, 0)),
    ],
)
def test_a_value_of_another_kind_is_an_error(ru: Texts, name: str, value: Any) -> None:
    with pytest.raises(TextError):
        ru(name, x=value)


def test_days_are_compared_with_today_only_when_it_is_known(make_library: MakeLibrary) -> None:
    texts = make_library(FUNCTIONS).of("ru", MOSCOW)

    assert texts("day", x=date(2026, 10, 8)) == f"8 октября 2026{NO_BREAK}г."
    with pytest.raises(TextError, match="what day"):
        texts("relative", x=date(2026, 10, 8))


@given(st.integers(-400, 400))
def test_every_day_near_or_far_has_words(library: TextLibrary, days: int) -> None:
    for language in ("ru", "en"):
        texts = library.of(language, MOSCOW, NOW)
        said = texts.phrase("ui-relative-day", date=texts.today + timedelta(days=days))
        assert said
        assert "{" not in said


NOUNS = ["минут", "час", "дн", "вопрос", "участник", "обращени", "рабоч", "школ"]


@pytest.mark.parametrize("stem", NOUNS)
def test_every_noun_bends_with_its_number(library: TextLibrary, stem: str) -> None:
    texts = library.of("ru")
    names = [name for name in library.ids("ru") if name.startswith("count-")]
    named = [name for name in names if stem in texts.phrase(name, count=5)]

    assert named
    for name in named:
        one, two, five = (texts.phrase(name, count=n).split(" ", 1)[1] for n in (1, 2, 5))
        assert len({one, two, five}) == 3
        assert texts.phrase(name, count=21).split(" ", 1)[1] == one
        assert texts.phrase(name, count=112).split(" ", 1)[1] == five


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9))
def test_a_written_number_reads_back_to_its_decimals(number: Decimal) -> None:
    written = write_number(number, "ru", most=3)

    read = Decimal(written.replace(NO_BREAK, "").replace(",", ".").replace("−", "-"))
    assert abs(read - number) <= Decimal("0.0005")


def test_a_great_whole_number_keeps_every_digit() -> None:
    assert write_number(2**62 + 1, "ru", grouped=False) == "4611686018427387905"
