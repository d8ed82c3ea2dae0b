"""Кадры: a row per teacher. Nothing that names anybody is kept."""

from __future__ import annotations

from services.results.header import Header, find_header
from services.results.kinds.kind import Kind, Reading
from services.results.sheet import Block
from services.results.staff.table import StaffTable


def recognise(block: Block) -> bool:
    """A header with posts and what is known of service, and names or subjects beside them."""
    return _header(block) is not None


def read(block: Block) -> Reading:
    """The people of the list, unnamed."""
    header = _header(block)
    assert header is not None  # noqa: S101 - recognised before it is read
    table = StaffTable(header)
    rows = tuple(table.rows())
    return Reading(rows_read=len(rows), people=len(rows), staff=rows, warnings=table.notes.all())


def _header(block: Block) -> Header | None:
    return find_header(block, "person", "staff_post", "staff_duty") or find_header(
        block, "staff_subjects", "staff_post", "staff_duty"
    )


KIND = Kind("staff", recognise, read, personal=True)
