"""Sheets → the parsed file: every block goes to the first kind that recognises it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from services.results.kinds import KINDS, Kind, Reading
from services.results.model import BadRow, ParsedFile
from services.results.refusal import FileRefused
from services.results.sheet import Block, Sheet
from services.results.words import pattern, phrases, plain

_TITLE_ROWS = 3


def read(sheets: tuple[Sheet, ...], sha256: str) -> ParsedFile:
    """What the sheets hold; raises FileRefused("unknown_kind") when no kind knows them."""
    known = [(kind, block) for block in blocks(sheets) if (kind := _kind_of(block))]
    personal = any(kind.personal for kind, _block in known) or names_people(sheets)
    if not known:
        raise FileRefused("unknown_kind", params={"personal": personal})
    readings = [kind.read(block) for kind, block in known]
    _refuse_hopeless(readings)
    people = [reading.people for reading in readings if reading.people is not None]
    return ParsedFile(
        sha256=sha256,
        kind=known[0][0].name,
        personal=personal,
        exams=tuple(exam for reading in readings for exam in reading.exams),
        rows_read=sum(reading.rows_read for reading in readings),
        rows_dropped=sum(reading.rows_dropped for reading in readings),
        people=sum(people) if people else None,
        bad_rows=tuple(_placed(readings)),
    )


def blocks(sheets: tuple[Sheet, ...]) -> Iterator[Block]:
    """Every report of every sheet: a line naming an exam starts a new one."""
    for sheet in sheets:
        starts = [row for row in range(len(sheet.rows)) if _names_an_exam(sheet, row)]
        tops = [0] + [_with_title(sheet, row) for row in starts[1:]]
        for top, bottom in zip(tops, [*tops[1:], len(sheet.rows)], strict=True):
            if top < bottom:
                yield Block(sheet, top, bottom)


def names_people(sheets: tuple[Sheet, ...]) -> bool:
    """Whether a column of the file is headed as names or documents of people."""
    headed = set(phrases("person")) | set(phrases("document"))
    heads = (row for sheet in sheets for row in sheet.rows[:60])
    return any(plain(cell) in headed for row in heads for cell in row)


def _placed(readings: list[Reading]) -> Iterator[BadRow]:
    before = 0
    for reading in readings:
        for bad in reading.bad_rows:
            yield replace(bad, exam=before + bad.exam)
        before += len(reading.exams)


def _kind_of(block: Block) -> Kind | None:
    return next((kind for kind in KINDS if kind.recognise(block)), None)


def _names_an_exam(sheet: Sheet, row: int) -> bool:
    first = next((cell for cell in sheet.rows[row] if cell != ""), "")
    if not isinstance(first, str) or len(first) > 200:
        return False
    return bool(pattern("study").search(first) or pattern("gia_study").match(first))


def _with_title(sheet: Sheet, row: int) -> int:
    # A report's title stands above its exam line, alone in its row.
    top = row
    for above in range(row - 1, max(row - _TITLE_ROWS, 0) - 1, -1):
        filled = sum(cell != "" for cell in sheet.rows[above])
        if filled > 1:
            break
        top = above if filled else top
    return top


def _refuse_hopeless(readings: list[Reading]) -> None:
    bad = [bad for reading in readings for bad in reading.bad_rows]
    if bad and not any(reading.rows_read for reading in readings):
        first = bad[0].problem
        raise FileRefused(first.code, first.cell, {**first.params, "rows": len(bad)})
