"""What the tables of staff are called, cell by cell, in words, in pictures and in sheets."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.ui.texts import Markup, Texts
from services.staff.dashboard import Count, StaffOf, Told

FLAGGED = {"ending": ("yes",), "course": ("old",)}
"""What is looked at first; a group with one of these cells is as well."""
YES_OR_NO = ("ending", "applied")
"""Tables of which the «yes» alone is told: the rest is everybody else."""


def cell_words(table: str, cells: tuple[str, ...], texts: Texts) -> str:
    """What a cell, or a group of cells, is called."""
    return texts.label(f"staff-{table}", cell="-".join(cells))


def table_words(table: str, texts: Texts) -> str:
    """What a table is called."""
    return texts.label(f"staff-{table}-heading")


def is_flagged(table: str, cells: tuple[str, ...]) -> bool:
    """Whether these are people somebody should think of."""
    return bool(set(cells) & set(FLAGGED.get(table, ())))


def shown_counts(told: Told) -> Iterator[Count]:
    """The counts that are said; of a table of «yes» and «no» the first."""
    for count in told.counts:
        if told.name not in YES_OR_NO or count.cells == ("yes",):
            yield count


def table_lines(staff: StaffOf, texts: Texts) -> Iterator[Markup]:
    """Each table in a line, what is told of attestation in one; nothing of those kept back."""
    attestation: list[str] = []
    for told in staff.tables:
        counts = tuple(_count(told, one, texts) for one in shown_counts(told) if one.people)
        if not counts:
            continue
        if told.name in YES_OR_NO:
            attestation += counts
        else:
            yield texts("staff-line", heading=table_words(told.name, texts), counts=counts)
    if attestation:
        yield texts("staff-attestation", counts=tuple(attestation))


def _count(told: Told, count: Count, texts: Texts) -> str:
    words = cell_words(told.name, count.cells, texts)
    return texts.label("staff-count", words=words, people=count.people)


def dates_line(staff: StaffOf, texts: Texts) -> Markup:
    """Of which day the lists are."""
    if staff.first_sent is None or staff.last_sent is None:
        return texts("staff-no-list")
    same = texts.local_day(staff.first_sent) == texts.local_day(staff.last_sent)
    return texts(
        "staff-dates",
        first=staff.first_sent,
        last=staff.last_sent,
        same="yes" if same else "no",
        stale=staff.stale,
    )
