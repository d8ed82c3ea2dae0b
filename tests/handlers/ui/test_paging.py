from dataclasses import dataclass
from typing import ClassVar

from hypothesis import given
from hypothesis import strategies as st

from handlers.ui.buttons import Button, Key
from handlers.ui.paging import (
    Page,
    fitted_page,
    page_line,
    page_of,
    paged_rows,
    rows_left,
    turning_row,
)
from handlers.ui.screens import Message
from handlers.ui.texts import TextLibrary
from tests.handlers.ui.sizes import assert_fits


@dataclass(frozen=True, slots=True)
class Turn(Button):
    prefix: ClassVar[str] = "tst7"

    page: int


@given(st.integers(0, 60), st.integers(1, 9))
def test_pages_show_every_item_once(count: int, size: int) -> None:
    items = range(count)
    pages = [
        page_of(items, number, size=size) for number in range(page_of(items, 0, size=size).pages)
    ]

    assert [item for page in pages for item in page.items] == list(items)
    assert all(len(page.items) == size for page in pages[:-1])


@given(st.lists(st.integers(1, 90)), st.none() | st.integers(1, 5))
def test_fitted_pages_show_every_item_once_and_fit(lengths: list[int], size: int | None) -> None:
    def page(number: int) -> Page[int]:
        return fitted_page(lengths, number, length=int, room=100, size=size)

    pages = [page(number) for number in range(page(0).pages)]

    assert [item for shown in pages for item in shown.items] == lengths
    assert all(sum(shown.items) <= 100 for shown in pages)
    assert all(len(shown.items) <= (size or len(lengths)) for shown in pages)
    assert all(lengths[shown.first : shown.first + 1] == list(shown.items[:1]) for shown in pages)


def test_an_item_longer_than_a_page_has_one_to_itself() -> None:
    assert fitted_page([50, 700, 50], 1, length=int, room=550).items == (700,)


def test_a_page_that_is_no_more_is_the_last_one() -> None:
    assert page_of("абвг", 9, size=3) == Page(("г",), 1, 2, 3)
    assert page_of("абвг", -1, size=3).number == 0
    assert fitted_page([1, 1], 9, length=int, room=1).items == (1,)
    assert page_of([], 0, size=3) == Page((), 0, 1, 0)


def test_keys_lead_to_the_neighbouring_pages(library: TextLibrary) -> None:
    texts = library.of("ru")

    first, middle, last = (
        [key.label for key in turning_row(page_of("абвгде", n, size=2), Turn, texts)]
        for n in range(3)
    )

    assert first == ["Дальше ›"]
    assert middle == ["‹ Раньше", "Дальше ›"]
    assert last == ["‹ Раньше"]


def test_a_full_page_fits_the_screen_and_the_exit_is_last(library: TextLibrary) -> None:
    page = page_of("абвгдежз", 1, size=rows_left(exits=1))
    rows = tuple((Key(item, copy=item),) for item in page.items)

    shown = paged_rows(rows, page, Turn, library.of("ru"), exits=[Key("В начало", copy="-")])

    assert [row[0].label for row in shown] == ["д", "е", "ж", "з", "‹ Раньше", "В начало"]
    assert_fits(Message("Список", shown))


def test_a_single_page_has_nothing_to_turn(library: TextLibrary) -> None:
    page = page_of("аб", 0, size=4)

    assert paged_rows((), page, Turn, library.of("ru")) == ()
    assert page_line(page, library.of("ru")) == ""


def test_the_reader_knows_which_page_this_is(library: TextLibrary) -> None:
    page = page_of("абвг", 1, size=2)

    assert page_line(page, library.of("ru")) == "Страница 2 из 2"
    assert page_line(page, library.of("en")) == "Page 2 of 2"
