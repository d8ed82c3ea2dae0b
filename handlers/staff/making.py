"""The words of a picture and of a spreadsheet of staff, and the jobs that make them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from handlers.staff.wording import (
    cell_words,
    dates_line,
    is_flagged,
    shown_counts,
    table_words,
)
from handlers.ui.split import visible_text
from handlers.ui.texts import TextLibrary, Texts
from services.jobs import JobKind, Params, Place, register
from services.papers.workbook import Cell, Column, Sheet, workbook
from services.papers.workbook import Shown as Format
from services.staff import making
from services.staff.dashboard import Dashboard, StaffOf, Told
from services.staff.picture import Bar, Block, StaffDrawing, draw_staff
from services.staff.tables import SORTED_BY
from services.subjects import subject
from services.work import Work
from services.working_time import DEFAULT_ZONE

LOCALES = Path(__file__).resolve().parents[2] / "locales"


def drawing(board: Dashboard, texts: Texts, *, dark: bool = False) -> StaffDrawing:
    """Every word and count of a place's picture."""
    one = board.whole
    return StaffDrawing(
        "dark" if dark else "light",
        texts.label("staff-picture-title", place=one.place),
        texts.label("staff-picture-people", people=one.people),
        tuple(_blocks(one, texts)),
        visible_text(dates_line(one, texts)),
    )


def sheets(board: Dashboard, texts: Texts) -> tuple[Sheet, ...]:
    """A place's spreadsheet: all tables, all subjects, and a row per school."""
    places = (board.whole, *board.schools)
    notes = (texts.label("staff-sheet-kept"), visible_text(dates_line(board.whole, texts)))
    found = [
        Sheet(
            texts.label("staff-sheet-tables"),
            (
                _words("staff-column-table", texts),
                _words("staff-column-cell", texts),
                _count(texts),
            ),
            list(_table_rows(board.whole, texts)),
            notes,
        ),
        Sheet(
            texts.label("staff-sheet-subjects"),
            (_words("staff-column-subject", texts), _count(texts)),
            [
                (subject(one.subject).name(texts.language), one.people)
                for one in board.whole.subjects
            ],
            notes,
        ),
    ]
    if board.schools:
        found.append(_by_place(places, texts, notes))
    return tuple(found)


def _blocks(one: StaffOf, texts: Texts) -> Iterator[Block]:
    for told in one.tables:
        bars = tuple(
            Bar(
                cell_words(told.name, count.cells, texts),
                count.people,
                flagged=is_flagged(told.name, count.cells),
            )
            for count in shown_counts(told)
        )
        if bars:
            yield Block(table_words(told.name, texts), one.people, bars)


def _table_rows(one: StaffOf, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    for told in one.tables:
        heading = table_words(told.name, texts)
        if not told.counts:
            yield heading, texts.label("staff-hidden"), None
        for count in shown_counts(told):
            yield heading, cell_words(told.name, count.cells, texts), count.people


def _by_place(places: tuple[StaffOf, ...], texts: Texts, notes: tuple[str, ...]) -> Sheet:
    """A row per place; a table that is told in groups for one place has columns for both."""
    columns = list(_place_columns(places))
    return Sheet(
        texts.label("staff-sheet-places"),
        (
            _words("staff-column-place", texts),
            _count(texts),
            Column(texts.label("staff-column-day"), Format.DAY),
            *(
                Column(
                    texts.label(
                        "staff-column-of",
                        table=table_words(name, texts),
                        cell=cell_words(name, cells, texts),
                    ),
                    Format.WHOLE,
                )
                for name, cells in columns
            ),
        ),
        [
            (
                one.place,
                one.people,
                None if one.last_sent is None else texts.local_day(one.last_sent),
                *(_people(one.tables, name, cells) for name, cells in columns),
            )
            for one in places
        ],
        notes,
    )


def _place_columns(places: tuple[StaffOf, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, (table, _) in SORTED_BY.items():
        told = [one for place in places for one in place.tables if one.name == name]
        said = {count.cells for one in told for count in shown_counts(one)}
        for cells in (*((cell,) for cell in table.cells), *table.groups):
            if cells in said:
                said.discard(cells)
                yield name, cells


def _people(tables: tuple[Told, ...], name: str, cells: tuple[str, ...]) -> int | None:
    told = next(one for one in tables if one.name == name)
    return next((count.people for count in told.counts if count.cells == cells), None)


def _words(name: str, texts: Texts) -> Column:
    return Column(texts.label(name))


def _count(texts: Texts) -> Column:
    return Column(texts.label("staff-column-people"), Format.WHOLE)


@cache
def _library() -> TextLibrary:
    # A job has no reader whose texts it could borrow.
    return TextLibrary.load(LOCALES, strict=False)


def _prepare_picture(work: Work, params: Params) -> StaffDrawing:
    board, language = making.asked_for(work, params)
    return drawing(board, _texts(work, language), dark=params["dark"])


def _prepare_table(work: Work, params: Params) -> tuple[Sheet, ...]:
    board, language = making.asked_for(work, params)
    return sheets(board, _texts(work, language))


def _texts(work: Work, language: str) -> Texts:
    return _library().of(language, DEFAULT_ZONE, work.now)


register(
    JobKind(
        making.PICTURE,
        prepare=_prepare_picture,
        run=draw_staff,
        apply=making.drawn,
        give_up=making.not_made,
        place=Place.ANALYSIS,
        max_attempts=3,
    )
)
register(
    JobKind(
        making.TABLE,
        prepare=_prepare_table,
        run=workbook,
        apply=making.tabled,
        give_up=making.not_made,
        place=Place.ANALYSIS,
        max_attempts=3,
    )
)
