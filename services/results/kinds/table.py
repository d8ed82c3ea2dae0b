"""Own studies in tables that follow no form: known only where no other kind is."""

from __future__ import annotations

from services.results.kinds.kind import Kind, Reading
from services.results.sheet import Block
from services.results.tables import long, wide


def recognise(block: Block) -> bool:
    """A visible table of scores."""
    return block.sheet.visible and (
        long.recognised(block) is not None or wide.recognised(block) is not None
    )


def read(block: Block) -> Reading:
    """The exams of the table."""
    stacked = long.recognised(block)
    if stacked is not None:
        return long.read(stacked, KIND.name)
    table = wide.recognised(block)
    assert table is not None  # noqa: S101 - recognised before it is read
    return wide.read(table, KIND.name)


KIND = Kind("table", recognise, read)
