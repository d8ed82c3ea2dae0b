"""ВПР «Форма сбора результатов»: the protocol a school fills in, prefilled far below its data."""

from __future__ import annotations

from services.results.header import Header, find_task_header, task_columns
from services.results.kinds.kind import Kind, Reading
from services.results.layout import Layout
from services.results.model import Exam
from services.results.sheet import Block
from services.results.vprhead import is_vpr, read_head
from services.results.words import exam_name
from services.results.works import Works


def recognise(block: Block) -> bool:
    """Codes, variants, tasks and a total, but no school: the form belongs to one."""
    header = _header(block)
    return header is not None and header.column("school") is None and is_vpr(header)


def read(block: Block) -> Reading:
    """The exam of the block: rows down to the first without a code."""
    header = _header(block)
    assert header is not None  # noqa: S101 - recognised before it is read
    works = Works(_layout(header))
    for row, cells in block.rows(header.row + 1):
        if cells[works.layout.anchor] == "":
            break
        works.add(row, cells)
    works.finish()
    exam = _exam(works, block)
    return Reading((exam,), len(works.pupils), works.dropped, tuple(works.bad_rows))


def _header(block: Block) -> Header | None:
    return find_task_header(block, "code", "variant", "total", stop="total")


def _layout(header: Header) -> Layout:
    total, code = header.column("total"), header.column("code")
    assert code is not None  # noqa: S101 - the header was found by it
    return Layout(
        header=header,
        tasks=task_columns(header, total),
        code=code,
        class_label=header.column("class"),
        variant=header.column("variant"),
        # The total is a formula, often without a stored value: it is counted, not read.
        total=None,
        journal_mark=header.column("previous_mark"),
    )


def _exam(works: Works, block: Block) -> Exam:
    head = read_head(block)
    tasks = works.tasks()
    return Exam(
        kind=KIND.name,
        exam=exam_name("vpr"),
        year=head.year,
        subject=head.subject,
        grade=head.grade or works.grade_by_codes(),
        date=head.date,
        max_score=sum(task.max for task in tasks),
        tasks=tasks,
        pupils=works.pupils.done(),
        absent=works.absent,
        warnings=works.notes.all(),
    )


KIND = Kind("vpr_collection_form", recognise, read)
