"""РЦОИ protocols of ОГЭ and ЕГЭ: masks of answers beside names and passports, never kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from services.results.header import Header, find_header
from services.results.kinds.kind import Kind, Reading
from services.results.masks import Mask, aligned, read_mask
from services.results.model import BadRow, Exam, Oddity, Pupil, School, Task
from services.results.notes import Notes
from services.results.sheet import Block, Row, address, number, text
from services.results.vprhead import read_day
from services.results.words import exam_name, pattern
from services.results.works import MARKS, is_summary_row

_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class _Protocol:
    """Rows of one exam while they are read; codes of participants live only here."""

    header: Header
    notes: Notes = field(default_factory=Notes)
    works: list[tuple[Mask, Pupil]] = field(default_factory=list)
    bad_rows: list[BadRow] = field(default_factory=list)
    grades: set[int] = field(default_factory=set)
    schools: dict[str, int] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    absent: int = 0
    dropped: int = 0


def recognise(block: Block) -> bool:
    """A header with masks of short or long answers."""
    return _header(block) is not None


def read(block: Block) -> Reading:
    """The exam of the block; names, documents and codes are passed by."""
    header = _header(block)
    assert header is not None  # noqa: S101 - recognised before it is read
    protocol = _Protocol(header)
    for row, cells in block.rows(max(header.row + 1, block.top)):
        if not is_summary_row(cells) and _numbered(cells):
            _take(protocol, row, cells)
    exam = _exam(protocol, block)
    bad = tuple(protocol.bad_rows)
    return Reading((exam,), len(exam.pupils), protocol.dropped, bad)


def _header(block: Block) -> Header | None:
    found = find_header(block, "short_answers") or find_header(block, "long_answers")
    if found is None and any(_study(cells) for _row, cells in block.head()):
        # Exams that follow each other may share the header of the first.
        whole = Block(block.sheet, 0, block.bottom)
        found = find_header(whole, "short_answers")
    return found


def _study(cells: Row) -> re.Match[str] | None:
    first = next((cell for cell in cells if cell != ""), "")
    return pattern("gia_study").match(text(first))


def _numbered(cells: Row) -> bool:
    first = next((cell for cell in cells if cell != ""), "")
    return number(first) is not None


def _take(protocol: _Protocol, row: int, cells: Row) -> None:
    header = protocol.header
    short, long = (_cell(header, cells, name) for name in ("short_answers", "long_answers"))
    if not short and not long:
        protocol.absent += 1
        return
    code = _cell(header, cells, "code")
    if code and code in protocol.codes:
        protocol.notes.add("duplicate_row", address(row, header.column("code") or 0))
        protocol.dropped += 1
        return
    protocol.codes.add(code)
    mask = read_mask(short, long)
    if mask is None:
        cell = address(row, header.column("short_answers") or 0)
        problem = Oddity("unknown_mask", cell)
        protocol.bad_rows.append(BadRow(header.block.sheet.name, row + 1, problem))
        return
    _check_total(protocol, row, cells, mask)
    protocol.works.append((mask, _pupil(protocol, cells, mask)))


def _check_total(protocol: _Protocol, row: int, cells: Row, mask: Mask) -> None:
    at = protocol.header.column("total")
    written = number(cells[at]) if at is not None else None
    if at is not None and written is not None and written != mask.total:
        protocol.notes.add("total_differs", address(row, at), written=written, counted=mask.total)


def _pupil(protocol: _Protocol, cells: Row, mask: Mask) -> Pupil:
    header = protocol.header
    school, label = _cell(header, cells, "gia_school"), _cell(header, cells, "class")
    if grade := _DIGITS.match(label):
        protocol.grades.add(int(grade[0]))
    protocol.schools[school] = protocol.schools.get(school, 0) + 1
    mark = number(_cell(header, cells, "mark"))
    return Pupil(
        school=school,
        class_label=label if label and pattern("class_label").match(label) else None,
        variant=None,
        scores=(),
        not_attempted=(),
        total=mask.total,
        mark=int(mark) if mark in MARKS else None,
    )


def _exam(protocol: _Protocol, block: Block) -> Exam:
    study = next((found for _row, cells in block.head() if (found := _study(cells))), None)
    held = read_day(study["date"]) if study else None
    maxima, pupils = aligned(protocol.works)
    if any(guessed for _most, guessed in maxima):
        codes = [str(place) for place, (_most, guessed) in enumerate(maxima, 1) if guessed]
        protocol.notes.add("maximum_guessed", tasks=codes)
    if protocol.absent:
        protocol.notes.add("absent", count=protocol.absent)
    tasks = tuple(Task(str(place), most) for place, (most, _guess) in enumerate(maxima, 1))
    marked = protocol.header.column("mark") is not None
    return Exam(
        kind=KIND.name,
        exam=exam_name("oge" if marked else "ege"),
        year=held.year if held else None,
        subject=study["subject"] if study else None,
        grade=protocol.grades.pop() if len(protocol.grades) == 1 else None,
        date=held,
        max_score=sum(task.max for task in tasks) or None,
        tasks=tasks,
        pupils=pupils,
        schools=tuple(School(None, name, None, None, n) for name, n in protocol.schools.items()),
        absent=protocol.absent,
        warnings=protocol.notes.all(),
    )


def _cell(header: Header, cells: Row, name: str) -> str:
    index = header.column(name)
    return text(cells[index]) if index is not None else ""


KIND = Kind("gia_protocol", recognise, read, personal=True)
