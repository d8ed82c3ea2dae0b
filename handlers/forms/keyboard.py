"""The keys under a question: choices that fit, ticks, pages, and the ways out in the last row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from handlers.ui.buttons import Button, Key, Rows
from handlers.ui.layout import MAX_ROWS, DoesNotFit, fits_in_row, in_rows
from handlers.ui.paging import Page, fitted_page
from handlers.ui.texts import Markup

TICK = " ✓"
NUMBERS_IN_ROW = 3
MOST_PAGES = 3
"""More pages of words than that are worse than a list with numbers."""
LIST_MARKS = 6
"""Letters that a number, a tick and the line break take in a list."""
SAFE = 20
"""Letters kept free below the limit of a screen, for what the list's own marks take."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its label, the button behind it, its tick or its place in an order."""

    label: str
    button: Button
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Keys of one page; `text` lists the choices when the keys are only numbers."""

    text: Markup
    rows: Rows
    page: Page[int]

    @property
    def simple(self) -> bool:
        """Whether all choices stand on one page of keys with their own labels."""
        return not self.text and self.page.pages == 1


def fit(
    options: Sequence[Option], *, below: int, room: int, page: int = 0, ticks: bool = False
) -> Shown:
    """Lay choices out as keys, on a few pages if need be, else as a numbered list.

    `below` is how many rows follow, `room` how many letters the list may take; `ticks` keeps
    place for a tick at every label, so that keys do not jump.
    """
    try:
        rows = _labelled(options, below, ticks=ticks)
        return Shown(Markup(), rows, Page(tuple(range(len(options))), 0, 1, 0))
    except DoesNotFit:
        paged = _paged(options, MAX_ROWS - below - 1, page, ticks=ticks)
        return paged or _numbered(options, MAX_ROWS - below, room - SAFE, page)


def last_row(keys: Sequence[Key]) -> Rows:
    """The ways out side by side where they fit, else one under another."""
    if not keys:
        return ()
    if fits_in_row([key.label for key in keys]):
        return (tuple(keys),)
    widest = max(keys, key=lambda key: len(key.label))
    others = [key for key in keys if key is not widest]
    return ((widest,), *last_row(others))


def turning(page: Page[int], turn: Callable[[int], Button], back: str, on: str) -> Rows:
    """The keys to the pages before and after."""
    keys = []
    if page.number > 0:
        keys.append(turn(page.number - 1).labelled(back))
    if page.number + 1 < page.pages:
        keys.append(turn(page.number + 1).labelled(on))
    return (tuple(keys),) if keys else ()


def _labelled(options: Sequence[Option], below: int, *, ticks: bool) -> Rows:
    widest = [Key(one.label + (TICK if ticks else ""), button=one.button) for one in options]
    # The rows below are laid out elsewhere: here they only take their place.
    laid = in_rows(widest, exits=(Key(".", button=options[0].button),) * below)
    shown = iter(Key(one.label + one.mark, button=one.button) for one in options)
    return tuple(tuple(next(shown) for _ in row) for row in laid[: len(laid) - below])


def _paged(options: Sequence[Option], free: int, number: int, *, ticks: bool) -> Shown | None:
    """Keys with their labels on at most three pages, as few columns as that takes."""
    widest = [one.label + (TICK if ticks else "") for one in options]
    for columns in (1, 2, 3):
        rows = _greedy(widest, columns)
        if rows is not None and len(rows) <= free * MOST_PAGES:
            break
    else:
        return None
    pages = -(-len(rows) // free)
    number = min(max(number, 0), pages - 1)
    shown = rows[number * free : (number + 1) * free]
    items = tuple(index for row in shown for index in row)
    keys = tuple(
        tuple(
            Key(options[index].label + options[index].mark, button=options[index].button)
            for index in row
        )
        for row in shown
    )
    return Shown(Markup(), keys, Page(items, number, pages, items[0]))


def _greedy(labels: Sequence[str], columns: int) -> list[list[int]] | None:
    """Places of labels row by row, up to so many in a row; None if one fits no row."""
    rows: list[list[int]] = []
    at = 0
    while at < len(labels):
        counts = (n for n in range(columns, 0, -1) if at + n <= len(labels))
        count = next((n for n in counts if fits_in_row(labels[at : at + n])), 0)
        if count == 0:
            return None
        rows.append(list(range(at, at + count)))
        at += count
    return rows


def _numbered(options: Sequence[Option], free: int, room: int, number: int) -> Shown:
    page = _page([one.label for one in options], free, room, number)
    lines, keys = [], []
    for index in page.items:
        one = options[index]
        lines.append(f"<b>{index + 1}.</b> {escape(one.label)}{one.mark}")
        keys.append(Key(f"{index + 1}{one.mark}", button=one.button))
    rows = tuple(
        tuple(keys[at : at + NUMBERS_IN_ROW]) for at in range(0, len(keys), NUMBERS_IN_ROW)
    )
    return Shown(Markup("\n".join(lines)), rows, page)


def _page(labels: Sequence[str], free: int, room: int, number: int) -> Page[int]:
    """As many choices as there is room for; the row that turns pages stands only where needed."""

    def page(rows: int) -> Page[int]:
        return fitted_page(
            range(len(labels)),
            number,
            length=lambda index: len(labels[index]) + LIST_MARKS,
            room=room,
            size=rows * NUMBERS_IN_ROW,
        )

    whole = page(free)
    return whole if whole.pages == 1 else page(free - 1)
