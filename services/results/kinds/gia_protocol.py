"""РЦОИ protocols of ОГЭ and ЕГЭ: masks of answers beside names and passports, never kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from services.results.header import Header, find_header
from services.results.kinds.kind import Kind, Reading
from services.results.layout import is_summary_row
from services.results.masks import Mask, aligned, read_mask
from services.results.model import BadRow, Exam, Oddity, School, Task
from services.results.notes import Notes
from services.results.pupils import Pupil, Pupils
from services.results.sheet import Block, Row, address, number, text
from services.results.vprhead import read_day
from services.results.words import exam_name, pattern
from services.results.works import MARKS

_DIGITS = re.compile(r"\d+")
_GRADES = {"oge": 9, "ege": 11}


@dataclass(slots=True)
class _Protocol:
    """Rows of one exam while they are read; codes of participants live only here."""

    header: Header
    notes: Notes = field(default_factory=Notes)
    works: list[tuple[Mask, Pupil]] = field(default_factory=list)
    bad_rows: list[BadRow] = field(default_factory=list)
    grades: set[int] = field(default_factory=set)
    schools: dict[str, int] = field(default_factory=dict)
    codes: dict[str, Mask] = field(default_factory=dict)
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
    return bool(pattern("line_number").match(text(first)))


def _take(protocol: _Protocol, row: int, cells: Row) -> None:
    header = protocol.header
    short, long = (_cell(header, cells, name) for name in ("short_answers", "long_answers"))
    if not short and not long:
        protocol.absent += 1
        return
    mask = read_mask(short, long)
    if mask is None:
        _refuse_row(protocol, row, "unknown_mask", "short_answers")
    elif not _is_repeated(protocol, row, cells, mask):
        _check_total(protocol, row, cells, mask)
        protocol.works.append((mask, _pupil(protocol, cells, mask)))


def _is_repeated(protocol: _Protocol, row: int, cells: Row, mask: Mask) -> bool:
    code = _cell(protocol.header, cells, "code")
    before = protocol.codes.setdefault(code, mask) if code else mask
    if before is mask:
        return False
    if before == mask:
        protocol.notes.add("duplicate_row", address(row, protocol.header.column("code") or 0))
        protocol.dropped += 1
    else:
        _refuse_row(protocol, row, "duplicate_code", "code")
    return True


def _refuse_row(protocol: _Protocol, row: int, problem: str, column: str) -> None:
    header = protocol.header
    oddity = Oddity(problem, address(row, header.column(column) or 0))
    protocol.bad_rows.append(BadRow(header.block.sheet.name, row + 1, oddity))


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
    name = _exam_name(protocol.header, block)
    return Exam(
        kind=KIND.name,
        exam=exam_name(name),
        year=held.year if held else None,
        subject=study["subject"] if study else None,
        grade=protocol.grades.pop() if len(protocol.grades) == 1 else _GRADES[name],
        date=held,
        max_score=sum(task.max for task in tasks) or None,
        tasks=tasks,
        pupils=Pupils.of(pupils, len(tasks)),
        schools=tuple(School(None, name, None, None, n) for name, n in protocol.schools.items()),
        absent=protocol.absent,
        warnings=protocol.notes.all(),
    )


def _exam_name(header: Header, block: Block) -> str:
    lines = [block.sheet.name, *(text(cell) for _row, cells in block.head() for cell in cells)]
    told = {name for name in _GRADES for line in lines if pattern(name).search(line)}
    if len(told) == 1:
        return told.pop()
    # Marks are given for the exam after the ninth grade.
    return "oge" if header.column("mark") is not None else "ege"


def _cell(header: Header, cells: Row, name: str) -> str:
    index = header.column(name)
    if index is None:
        return ""
    # A caption may be merged over several columns; what it heads stands in one of them.
    for place in range(index, len(cells)):
        if place > index and header.cells[place] != "":
            break
        if cells[place] != "":
            return text(cells[place])
    return ""


KIND = Kind("gia_protocol", recognise, read, personal=True)
