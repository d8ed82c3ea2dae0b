"""ВПР «Статистика по отметкам»: groups × marks 2, 3, 4, 5, percent of works."""

from __future__ import annotations

from services.results.grouptable import group_exam, group_header, percent, read_groups
from services.results.header import Header
from services.results.kinds.kind import Kind, Reading
from services.results.notes import Notes
from services.results.sheet import Block, Row, text
from services.results.words import pattern

_MARKS = ("2", "3", "4", "5")


def recognise(block: Block) -> bool:
    """Groups × exactly the four marks."""
    return group_header(block, _has_marks) is not None


def read(block: Block) -> Reading:
    """The exam of the block."""
    header = group_header(block, _has_marks)
    assert header is not None  # noqa: S101 - recognised before it is read
    notes = Notes()
    columns = _columns(header)

    def figures(row: int, cells: Row) -> dict[str, dict[str, float]]:
        found = {mark: percent(row, cells, index, notes) for mark, index in columns.items()}
        return {"marks": {mark: value for mark, value in found.items() if value is not None}}

    groups = read_groups(header, figures, notes)
    return Reading((group_exam(KIND.name, block, groups, notes),), rows_read=len(groups))


def _has_marks(header: Header) -> bool:
    return len(_columns(header)) == len(_MARKS) == _numbered(header)


def _columns(header: Header) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, cell in enumerate(header.cells):
        match = pattern("mark_column").match(text(cell))
        if match:
            found.setdefault(match["mark"], index)
    return found


def _numbered(header: Header) -> int:
    captions = map(text, header.cells)
    return sum(bool(pattern("mark_column").match(one)) or one.isdigit() for one in captions)


KIND = Kind("vpr_marks", recognise, read)
