"""How much of a stranger's file we are ready to look at."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one parse; bytes, seconds and counts."""

    file_bytes: int = 20 * MIB
    entries: int = 200
    inflated_bytes: int = 200 * MIB
    ratio: int = 120
    cells: int = 3_000_000
    area: int = 4_000_000
    rows: int = 120_000
    columns: int = 300
    memory_bytes: int = 1024 * MIB
    cpu_seconds: int = 60
    wall_seconds: float = 90.0
    answer_bytes: int = 64 * MIB
