"""What a kind of result file is: a recogniser and a reader of one block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from services.results.model import BadRow, Exam, Oddity, Question, StaffRow
from services.results.sheet import Block


@dataclass(frozen=True, slots=True)
class Reading:
    """What one block gave."""

    exams: tuple[Exam, ...] = ()
    rows_read: int = 0
    rows_dropped: int = 0
    bad_rows: tuple[BadRow, ...] = ()
    people: int | None = None
    questions: tuple[Question, ...] = ()
    staff: tuple[StaffRow, ...] = ()
    warnings: tuple[Oddity, ...] = ()
    personal: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind by the name scripts know; `personal` ones hold names or document numbers."""

    name: str
    recognise: Callable[[Block], bool]
    read: Callable[[Block], Reading]
    personal: bool = False
