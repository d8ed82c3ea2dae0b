"""Keyboards that fit a small screen: how many keys in a row, and when to number the choices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from handlers.ui.texts import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.ui.buttons import Key, Rows

# How long a label may be in a row of one, two, three keys.
LABEL_LIMITS = {1: 28, 2: 16, 3: 12}
MAX_COLUMNS = 3
MAX_ROWS = 6
SHORT_LABEL = 3
SCREEN_LIMIT = 550


class DoesNotFit(ValueError):
    """There are more keys, or longer ones, than a screen takes."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Options as keys; when they are long, `text` (HTML) lists them and the keys are numbers."""

    text: Markup
    rows: Rows


def fits_in_row(labels: Sequence[str]) -> bool:
    """Tell whether these labels may stand side by side."""
    limit = LABEL_LIMITS.get(len(labels))
    return limit is not None and all(0 < len(label) <= limit for label in labels)


def in_rows(keys: Sequence[Key], *, exits: Sequence[Key] = (), columns: int | None = None) -> Rows:
    """Lay keys out in their order, each exit in a last row of its own.

    Without `columns`, numbers and the like stand by three, other keys one under another as long
    as they fit into six rows, then by two and by three. DoesNotFit if nothing helps.
    """
    room = MAX_ROWS - len(exits)
    last = tuple((key,) for key in exits)
    tried = [columns] if columns else _columns_to_try(keys)
    for count in tried:
        rows = _greedy(keys, count)
        if len(rows) <= room and all(
            fits_in_row([key.label for key in row]) for row in rows + last
        ):
            return rows + last
    raise DoesNotFit(f"{len(keys)} keys and {len(exits)} exits")


def choices(options: Sequence[Key], *, exits: Sequence[Key] = (), first: int = 1) -> Choices:
    """Show options as keys, or as a numbered list with number keys when they are long or many."""
    try:
        return Choices(Markup(), in_rows(options, exits=exits))
    except DoesNotFit:
        lines = [f"<b>{n}.</b> {escape(key.label)}" for n, key in enumerate(options, first)]
        keys = [replace(key, label=str(n)) for n, key in enumerate(options, first)]
        rows = in_rows(keys, exits=exits, columns=MAX_COLUMNS)
        return Choices(Markup("\n".join(lines)), rows)


def _columns_to_try(keys: Sequence[Key]) -> list[int]:
    if keys and all(len(key.label) <= SHORT_LABEL for key in keys):
        return [MAX_COLUMNS]
    return [1, 2, 3]


def _greedy(keys: Sequence[Key], columns: int) -> Rows:
    """Fill each row with as many of the next keys as fit, up to `columns`."""
    rows: list[tuple[Key, ...]] = []
    rest = list(keys)
    while rest:
        count = next(
            (n for n in range(columns, 1, -1) if _can_take(rest, n)),
            1,
        )
        rows.append(tuple(rest[:count]))
        rest = rest[count:]
    return tuple(rows)


def _can_take(keys: list[Key], count: int) -> bool:
    return len(keys) >= count and fits_in_row([key.label for key in keys[:count]])
