"""Sheets → the parsed file: every block goes to the first kind that recognises it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from services.results.asking import filled, questions
from services.results.facts import Facts, facts_above
from services.results.kinds import KINDS, LAST, Kind, Reading
from services.results.model import BadRow, Exam, ParsedFile
from services.results.people import names_people
from services.results.pooling import pooled
from services.results.refusal import FileRefused
from services.results.sheet import Block, Row, Sheet
from services.results.words import pattern

_TITLE_ROWS = 3


def read(
    sheets: tuple[Sheet, ...], sha256: str, answers: Mapping[str, str] | None = None
) -> ParsedFile:
    """What the sheets hold; raises FileRefused("unknown_kind") when no kind knows them."""
    said = answers or {}
    found = [replace(block, answers=said) for block in blocks(sheets)]
    known = _recognised(found, KINDS) or _recognised(found, LAST)
    personal = any(kind.personal for kind, _block in known) or names_people(sheets)
    if not known:
        raise FileRefused("unknown_kind", params={"personal": personal})
    readings = [(kind.read(block), block) for kind, block in known]
    _refuse_hopeless([reading for reading, _block in readings])
    return _whole(sha256, known[0][0].name, readings, personal=personal)


def _whole(
    sha256: str, kind: str, readings: Sequence[tuple[Reading, Block]], *, personal: bool
) -> ParsedFile:
    told = [reading for reading, _block in readings]
    described = list(_filled(readings))
    exams, bad_rows = tuple(exam for exam, _facts in described), tuple(_placed(told))
    asked = [question for reading in told for question in reading.questions]
    asked += questions(described)
    if not asked:
        exams, bad_rows = pooled(exams, bad_rows)
    people = [reading.people for reading in told if reading.people is not None]
    return ParsedFile(
        sha256=sha256,
        kind=kind,
        personal=personal or any(reading.personal for reading in told),
        exams=exams,
        rows_read=sum(reading.rows_read for reading in told),
        rows_dropped=sum(reading.rows_dropped for reading in told),
        people=sum(people) if people else None,
        bad_rows=bad_rows,
        questions=tuple(asked),
        staff=tuple(row for reading in told for row in reading.staff),
        staff_warnings=tuple(oddity for reading in told for oddity in reading.warnings),
    )


def _filled(readings: Sequence[tuple[Reading, Block]]) -> Iterator[tuple[Exam, Facts]]:
    place = 0
    for reading, block in readings:
        facts = facts_above(block)
        for exam in reading.exams:
            yield filled(exam, place, facts, block.answers), facts
            place += 1


def blocks(sheets: tuple[Sheet, ...]) -> Iterator[Block]:
    """Every report of every sheet: a line naming an exam starts a new one."""
    for sheet in sheets:
        starts = [row for row, cells in enumerate(sheet.rows) if _names_an_exam(cells)]
        tops = [0] + [_with_title(sheet, row) for row in starts[1:]]
        for top, bottom in zip(tops, [*tops[1:], len(sheet.rows)], strict=True):
            if top < bottom:
                yield Block(sheet, top, bottom)


def _placed(readings: Sequence[Reading]) -> Iterator[BadRow]:
    before = 0
    for reading in readings:
        for bad in reading.bad_rows:
            yield replace(bad, exam=before + bad.exam)
        before += len(reading.exams)


def _recognised(found: Sequence[Block], kinds: Sequence[Kind]) -> list[tuple[Kind, Block]]:
    first = ((next((kind for kind in kinds if kind.recognise(b)), None), b) for b in found)
    return [(kind, block) for kind, block in first if kind is not None]


def _names_an_exam(cells: Row) -> bool:
    first = next(filter(None, cells), "")
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
