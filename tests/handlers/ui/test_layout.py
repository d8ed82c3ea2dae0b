import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.ui.buttons import Key
from handlers.ui.layout import DoesNotFit, choices, in_rows
from handlers.ui.screens import Message
from tests.handlers.ui import telegram_html
from tests.handlers.ui.sizes import assert_fits


def keys(*labels: str) -> list[Key]:
    return [Key(label, copy=label) for label in labels]


def labels(rows: tuple[tuple[Key, ...], ...]) -> list[list[str]]:
    return [[key.label for key in row] for row in rows]


def test_few_keys_stand_one_under_another() -> None:
    assert labels(in_rows(keys("Да, получилось", "Отчасти"), exits=keys("В начало"))) == [
        ["Да, получилось"],
        ["Отчасти"],
        ["В начало"],
    ]


def test_more_keys_stand_by_two() -> None:
    rows = labels(in_rows(keys(*["Математика"] * 3, "Начальные классы и ещё", *["Физика"] * 4)))

    assert rows == [
        ["Математика", "Математика"],
        ["Математика"],
        ["Начальные классы и ещё"],
        ["Физика", "Физика"],
        ["Физика", "Физика"],
    ]


def test_numbers_stand_by_three() -> None:
    assert labels(in_rows(keys(*"12345"))) == [["1", "2", "3"], ["4", "5"]]


@given(
    st.lists(st.text("абв ", min_size=1, max_size=40), max_size=25),
    st.lists(st.text("где", min_size=1, max_size=20), max_size=2),
)
def test_whatever_is_laid_out_fits(options: list[str], exits: list[str]) -> None:
    try:
        made = choices(keys(*options), exits=keys(*exits))
    except DoesNotFit:
        assert len(options) > 3 * (6 - len(exits))
        return
    assert_fits(Message(made.text, made.rows), limit=2000)
    pressed = [key.copy for row in made.rows for key in row]
    assert pressed == [*options, *exits]


def test_long_options_become_a_numbered_list() -> None:
    made = choices(keys("Вычисления с рациональными числами", "Доли <части>"), first=3)

    assert labels(made.rows) == [["3", "4"]]
    assert telegram_html.read(made.text) == (
        "3. Вычисления с рациональными числами\n4. Доли <части>"
    )


def test_too_many_keys_ask_for_pages() -> None:
    with pytest.raises(DoesNotFit):
        in_rows(keys(*["Слово"] * 19))
    with pytest.raises(DoesNotFit):
        in_rows(keys("Слишком длинная надпись для одной кнопки"))
