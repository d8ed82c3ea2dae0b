"""ВПР «Распределение первичных баллов»: groups × columns 0…max, percent of works."""

from __future__ import annotations

from services.results.grouptable import group_exam, group_header, percent, read_groups
from services.results.header import Header
from services.results.kinds.kind import Kind, Reading
from services.results.notes import Notes
from services.results.sheet import Block, Row, text


def recognise(block: Block) -> bool:
    """Groups × every whole number of points from zero up."""
    return group_header(block, _has_points) is not None


def read(block: Block) -> Reading:
    """The exam of the block."""
    header = group_header(block, _has_points)
    assert header is not None  # noqa: S101 - recognised before it is read
    notes = Notes()
    columns = _columns(header)

    def figures(row: int, cells: Row) -> dict[str, dict[str, float]]:
        found = {points: percent(row, cells, index, notes) for points, index in columns.items()}
        return {"points": {points: value for points, value in found.items() if value is not None}}

    groups = read_groups(header, figures, notes)
    return Reading((group_exam(KIND.name, block, groups, notes),), rows_read=len(groups))


def _has_points(header: Header) -> bool:
    return len(_columns(header)) > 1


def _columns(header: Header) -> dict[str, int]:
    captions = [text(cell) for cell in header.cells]
    numbered = [caption for caption in captions if caption.isdecimal()]
    whole = [str(points) for points in range(len(numbered))]
    return {points: captions.index(points) for points in whole} if numbered == whole else {}


KIND = Kind("vpr_primary_scores", recognise, read)
