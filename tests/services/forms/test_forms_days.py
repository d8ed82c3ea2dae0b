"""Days are taken as people write them, and the nearest one that fits is meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.forms import AnswerRefused, load_form
from services.forms.check import check_file
from services.forms.days import days_meant
from tests.services.forms.at_hand import SHIPPED

TODAY = date(2026, 10, 8)
GENITIVE = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 декабря", date(2026, 12, 15)),
        ("15 Дек.", date(2026, 12, 15)),
        ("15 декабря 2027 года", date(2027, 12, 15)),
        ("до 15 декабря", None),
        ("15.12", date(2026, 12, 15)),
        ("15.12.26", date(2026, 12, 15)),
        ("15/12/2027", date(2027, 12, 15)),
        ("2026-12-15", date(2026, 12, 15)),
        ("15 December", date(2026, 12, 15)),
        ("December 15, 2026", date(2026, 12, 15)),
        ("завтра", date(2026, 10, 9)),
        ("Послезавтра", date(2026, 10, 10)),
        ("15 января", date(2027, 1, 15)),
        ("31 февраля", None),
        ("15 декабрят", date(2026, 12, 15)),
        ("15 попугаев", None),
        ("скоро", None),
        ("15", None),
        ("99.99.2026", None),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, day: date | None) -> None:
    assert next(iter(days_meant(text, TODAY)), None) == day


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.dates(date(2021, 1, 1)))
def test_whatever_the_day_its_written_forms_agree(day: date, today: date) -> None:
    written = (
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
        f"{day.day} {GENITIVE[day.month - 1]} {day.year}",
    )

    assert {days_meant(text, today) for text in written} == {(day,)}


@given(st.dates(date(2021, 1, 1), date(2035, 12, 31)), st.integers(-150, 150))
def test_without_a_year_the_nearest_day_is_meant(today: date, distance: int) -> None:
    day = today + timedelta(days=distance)
    if (day.month, day.day) != (2, 29):
        assert days_meant(f"{day.day} {GENITIVE[day.month - 1]}", today)[0] == day


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    assert all(isinstance(one, date) for one in days_meant(text, TODAY))


def test_the_linter_has_nothing_to_say_of_the_form_of_decisions() -> None:
    report = check_file(SHIPPED / "decision.md")

    assert (report.errors, report.warnings) == ((), ())
    assert report.languages == ("ru", "en")


def test_a_question_about_days_ahead_takes_the_one_ahead() -> None:
    form = load_form(SHIPPED / "decision.md")
    state = form.begin({"field": "due"}, today=TODAY, seed=1)

    ahead = form.answer(state, "1 июля", TODAY, "ru")

    assert form.values(ahead, TODAY)["due"] == "2027-07-01"
    with pytest.raises(AnswerRefused):
        form.answer(state, "8 октября 2026", TODAY, "ru")
