"""Кадры: a row per teacher. People are counted, nothing of them is kept."""

from __future__ import annotations

from services.results.header import Header, find_header
from services.results.kinds.kind import Kind, Reading
from services.results.sheet import Block


def recognise(block: Block) -> bool:
    """A header with names, posts and what is known of service."""
    return _header(block) is not None


def read(block: Block) -> Reading:
    """How many people the list has."""
    header = _header(block)
    assert header is not None  # noqa: S101 - recognised before it is read
    name_at = header.column("person")
    assert name_at is not None  # noqa: S101 - the header was found by it
    named = [row for row, cells in block.rows(header.row + 1) if cells[name_at] != ""]
    return Reading(rows_read=len(named), people=len(named))


def _header(block: Block) -> Header | None:
    return find_header(block, "person", "staff_post", "staff_duty")


KIND = Kind("staff", recognise, read, personal=True)
