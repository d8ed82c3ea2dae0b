"""ВсОШ: a row per participant with a cipher, scores per task, a sum and a status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from services.results.header import Header, TaskColumn, find_task_header, task_columns
from services.results.kinds.kind import Kind, Reading
from services.results.layout import Layout, is_summary_row
from services.results.model import Exam
from services.results.sheet import Block, Row, number, text
from services.results.words import exam_name, pattern
from services.results.works import Works

_GRADE = re.compile(r"\d{1,2}")


def recognise(block: Block) -> bool:
    """A header with ciphers, a sum, a status and tasks."""
    header = _header(block)
    if header is None:
        return False
    return header.column("olympiad_cipher") is not None or _names_an_olympiad(block)


def read(block: Block) -> Reading:
    """One exam per subject and grade of the block."""
    header = _header(block)
    assert header is not None  # noqa: S101 - recognised before it is read
    works: dict[tuple[str, int | None], Works] = {}
    for row, cells, subject, grade in _participants(header):
        found = works.setdefault((subject, grade), Works(_layout(header)))
        found.add(row, cells)
        found.maximum = found.maximum or _maximum(header, cells)
    for one in works.values():
        one.finish()
    exams = tuple(_exam(one, subject, grade) for (subject, grade), one in works.items())
    return Reading(
        exams,
        rows_read=sum(len(one.pupils) for one in works.values()),
        rows_dropped=sum(one.dropped for one in works.values()),
        bad_rows=tuple(
            replace(bad, exam=place)
            for place, one in enumerate(works.values())
            for bad in one.bad_rows
        ),
    )


def _header(block: Block) -> Header | None:
    return find_task_header(block, "olympiad_code", "total", "olympiad_status", stop="total")


def _names_an_olympiad(block: Block) -> bool:
    lines = [block.sheet.name, *(text(cell) for _row, cells in block.head() for cell in cells)]
    return any(pattern("olympiad").search(line) for line in lines)


def _participants(header: Header) -> Iterator[tuple[int, Row, str, int | None]]:
    subject_at, class_at = header.column("olympiad_subject"), header.column("olympiad_class")
    code_at = header.column("olympiad_code") or 0
    for row, cells in header.block.rows(header.row + 1):
        if is_summary_row(cells) or cells[code_at] == "":
            continue
        subject = text(cells[subject_at]) if subject_at is not None else ""
        grade = _GRADE.match(text(cells[class_at])) if class_at is not None else None
        yield row, cells, subject, int(grade[0]) if grade else None


def _layout(header: Header) -> Layout:
    total, code = header.column("total"), header.column("olympiad_code")
    assert code is not None  # noqa: S101 - the header was found by it
    return Layout(
        header=header,
        tasks=_between(task_columns(header, total), code),
        code=code,
        school=header.column("school"),
        municipality=header.column("municipality"),
        total=total,
    )


def _between(columns: tuple[TaskColumn, ...], code: int) -> tuple[TaskColumn, ...]:
    return tuple(column for column in columns if column.index > code)


def _maximum(header: Header, cells: Row) -> float | None:
    at = header.column("olympiad_max")
    return number(cells[at]) if at is not None else None


def _exam(works: Works, subject: str, grade: int | None) -> Exam:
    tasks = works.tasks()
    return Exam(
        kind=KIND.name,
        exam=exam_name("olympiad"),
        year=None,
        subject=subject or None,
        grade=grade,
        date=None,
        max_score=works.maximum or sum(task.max for task in tasks) or None,
        tasks=tasks,
        pupils=works.pupils.done(),
        schools=tuple(tally.done() for tally in works.schools.values()),
        absent=works.absent,
        warnings=works.notes.all(),
    )


KIND = Kind("olympiad", recognise, read)
