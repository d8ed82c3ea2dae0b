"""Areas in lists: the hardest and the best, and all of them page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from handlers.analyses.wording import (
    area_line,
    best_line,
    common_certainty,
    number_rows,
    short_line,
)
from handlers.ui.buttons import Button, Key, Rows
from handlers.ui.layout import MAX_COLUMNS, SCREEN_LIMIT
from handlers.ui.paging import fitted_page, page_line, paged_rows, rows_left
from handlers.ui.screens import Message
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.analyses import Area

SPARE = 25
"""Letters kept for the line that tells the page."""


def areas_block(
    hard: Sequence[Area], best: Sequence[Area], n: int, limit: int, texts: Texts
) -> Iterator[Markup]:
    """What is hard and what goes well, numbered through; `n` was said already."""
    if hard:
        common = common_certainty(hard)
        yield texts("analyses-hard", certainty=common or "mixed")
        for number, one in enumerate(hard, 1):
            yield area_line(number, one, texts, limit=limit, n=n, said=common is not None)
    if best:
        common = common_certainty(best)
        yield texts("analyses-best", certainty=common or "mixed")
        for number, one in enumerate(best, 1 + len(hard)):
            short = limit * 2 // 3
            yield best_line(number, one, texts, limit=short, n=n, said=common is not None)


def block_keys(hard: Sequence[Area], best: Sequence[Area], opens: Callable[[int], Button]) -> Rows:
    """The numbers of the block; the best begin a row of their own."""
    return (
        *number_rows([opens(one.index) for one in hard]),
        *number_rows([opens(one.index) for one in best], first=1 + len(hard)),
    )


def areas_page(
    head: Markup,
    areas: Sequence[Area],
    number: int,
    texts: Texts,
    *,
    opens: Callable[[int], Button],
    turn: Callable[[int], Button],
    exits: Sequence[Key],
) -> Message:
    """One page of all areas in the order of the file, each opened by its number."""
    lines = [short_line(one.index + 1, one, texts) for one in areas]
    foot = texts("analyses-signs")
    page = fitted_page(
        range(len(lines)),
        number,
        length=lambda at: len(visible_text(lines[at])) + 1,
        room=SCREEN_LIMIT - len(visible_text(f"{head}{foot}")) - SPARE,
        size=MAX_COLUMNS * rows_left(len(exits)),
    )
    words = [head, *(lines[at] for at in page.items), foot, page_line(page, texts)]
    keys = number_rows([opens(areas[at].index) for at in page.items], page.first + 1)
    return Message("\n".join(filter(None, words)), paged_rows(keys, page, turn, texts, exits=exits))
