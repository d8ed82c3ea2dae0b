"""ВПР «Выполнение заданий»: groups × tasks, percent of the possible points."""

from __future__ import annotations

from dataclasses import replace

from services.results.grouptable import group_exam, group_header, percent, read_groups
from services.results.header import Header, TaskColumn, task_columns
from services.results.kinds.kind import Kind, Reading
from services.results.notes import Notes
from services.results.sheet import Block, Row, number
from services.results.vprhead import read_head
from services.results.words import phrases, plain


def recognise(block: Block) -> bool:
    """Groups × tasks with a row of maxima, or under the report's own title."""
    header = group_header(block, _has_tasks)
    if header is None or header.column("group_mark") is not None:
        return False
    title = read_head(block).title
    return title in phrases("vpr_task_completion", "titles") or _max_row(header) is not None


def read(block: Block) -> Reading:
    """The exam of the block."""
    header = group_header(block, _has_tasks)
    assert header is not None  # noqa: S101 - recognised before it is read
    notes = Notes()
    columns = _columns(header)

    def figures(row: int, cells: Row) -> dict[str, dict[str, float]]:
        found = {c.task.code: percent(row, cells, c.index, notes) for c in columns}
        return {"tasks": {code: value for code, value in found.items() if value is not None}}

    groups = read_groups(header, figures, notes)
    exam = group_exam(KIND.name, block, groups, notes, tuple(column.task for column in columns))
    return Reading((exam,), rows_read=len(groups))


def _has_tasks(header: Header) -> bool:
    return bool(task_columns(header))


def _columns(header: Header) -> tuple[TaskColumn, ...]:
    maxima = _max_row(header)
    columns = task_columns(header)
    if maxima is None:
        return columns
    return tuple(
        TaskColumn(c.index, replace(c.task, max=number(maxima[c.index]) or c.task.max))
        for c in columns
    )


def _max_row(header: Header) -> Row | None:
    name_at = header.column("groups")
    for _row, cells in header.block.rows(header.row + 1):
        if name_at is not None and plain(cells[name_at]) in phrases("max_row"):
            return cells
    return None


KIND = Kind("vpr_task_completion", recognise, read)
