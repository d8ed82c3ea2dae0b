"""ВПР «Индивидуальные результаты»: a row per pupil, several schools under section lines."""

from __future__ import annotations

from services.results.header import Header, find_task_header, task_columns
from services.results.kinds.kind import Kind, Reading
from services.results.layout import Layout, is_summary_row
from services.results.model import Exam
from services.results.notes import Notes
from services.results.sheet import Block, Row
from services.results.vprhead import VprHead, is_vpr, read_head
from services.results.words import exam_name
from services.results.works import Works


def recognise(block: Block) -> bool:
    """A header with a participant's code, a school, a first score and tasks."""
    header = _header(block)
    return header is not None and is_vpr(header)


def read(block: Block) -> Reading:
    """The exam of the block."""
    header = _header(block)
    assert header is not None  # noqa: S101 - recognised before it is read
    works = Works(_layout(header))
    code = works.layout.anchor
    for row, cells in block.rows(header.row + 1):
        # A number for a code is a participant; anything else wants a closer look.
        if type(cells[code]) is float or _is_work(works, row, cells):
            works.add(row, cells)
    works.finish()
    exam = _exam(works, read_head(block))
    return Reading((exam,), len(works.pupils), works.dropped, tuple(works.bad_rows))


def _header(block: Block) -> Header | None:
    return find_task_header(block, "code", "total", "school", stop="total")


def _layout(header: Header) -> Layout:
    total = header.column("total")
    code = header.column("code")
    assert code is not None  # noqa: S101 - the header was found by it
    return Layout(
        header=header,
        tasks=task_columns(header, total),
        code=code,
        school=header.column("school"),
        school_name=header.column("school_name"),
        municipality=header.column("municipality"),
        class_label=header.column("class"),
        variant=header.column("variant"),
        total=total,
        mark=header.column("mark"),
        journal_mark=header.column("journal_mark"),
    )


def _is_work(works: Works, row: int, cells: Row) -> bool:
    if works.section(row, cells) or is_summary_row(cells):
        return False
    layout = works.layout
    wanted = [layout.anchor, *(column.index for column in layout.tasks)]
    return any(cells[index] != "" for index in wanted)


def _exam(works: Works, head: VprHead) -> Exam:
    tasks = works.tasks()
    _check_maximum(works.notes, sum(task.max for task in tasks), head.max_score)
    return Exam(
        kind=KIND.name,
        exam=exam_name("vpr"),
        year=head.year,
        subject=head.subject,
        grade=head.grade or works.grade_by_codes(),
        date=head.date,
        max_score=head.max_score or sum(task.max for task in tasks),
        tasks=tasks,
        pupils=works.pupils.done(),
        schools=tuple(tally.done() for tally in works.schools.values()),
        absent=works.absent,
        warnings=works.notes.all(),
    )


def _check_maximum(notes: Notes, counted: float, written: float | None) -> None:
    if written is not None and written != counted:
        notes.add("maximum_differs", written=written, counted=counted)


KIND = Kind("vpr_individual", recognise, read)
