"""Long lists page by page: what stands on a page, and the keys that turn it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from handlers.ui.buttons import Key
from handlers.ui.layout import MAX_ROWS, SCREEN_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from handlers.ui.buttons import Button, Rows
    from handlers.ui.texts import Texts

T = TypeVar("T")
TURNING_ROWS = 1


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Items of one page; `number` counts from 0, `first` is the place of its first item."""

    items: tuple[T, ...]
    number: int
    pages: int
    first: int


def rows_left(exits: int) -> int:
    """Give how many rows remain for items beside the turning row and the exits."""
    return MAX_ROWS - TURNING_ROWS - exits


def page_of(items: Sequence[T], number: int, *, size: int) -> Page[T]:
    """Give a page of `size` items; beyond the end, as after items went away, the last one."""
    pages = max(1, -(-len(items) // size))
    number = min(max(number, 0), pages - 1)
    first = number * size
    return Page(tuple(items[first : first + size]), number, pages, first)


def fitted_page(
    items: Sequence[T],
    number: int,
    *,
    length: Callable[[T], int],
    room: int = SCREEN_LIMIT,
    size: int | None = None,
) -> Page[T]:
    """Give a page of as many items as `room` takes, by the length of each, at most `size`."""
    starts = [0]
    used = 0
    for place, item in enumerate(items):
        taken = length(item)
        full = used + taken > room or place - starts[-1] == size
        if full and place > starts[-1]:
            starts.append(place)
            used = 0
        used += taken
    number = min(max(number, 0), len(starts) - 1)
    bounds = [*starts, len(items)]
    first = bounds[number]
    return Page(tuple(items[first : bounds[number + 1]]), number, len(starts), first)


def turning_row(page: Page[T], turn: Callable[[int], Button], texts: Texts) -> tuple[Key, ...]:
    """Give the keys to the pages before and after; no row of keys when there is one page."""
    keys = []
    if page.number > 0:
        keys.append(turn(page.number - 1).labelled(texts.label("ui-page-back")))
    if page.number + 1 < page.pages:
        keys.append(turn(page.number + 1).labelled(texts.label("ui-page-next")))
    return tuple(keys)


def paged_rows(
    rows: Rows,
    page: Page[T],
    turn: Callable[[int], Button],
    texts: Texts,
    *,
    exits: Sequence[Key] = (),
) -> Rows:
    """Put the turning row under the rows of a page, and each exit below it."""
    turning = turning_row(page, turn, texts)
    return (*rows, *((turning,) if turning else ()), *((key,) for key in exits))


def page_line(page: Page[T], texts: Texts) -> str:
    """Say which page this is of how many; nothing when there is one."""
    if page.pages == 1:
        return ""
    return texts("ui-page-of", page=page.number + 1, pages=page.pages)
