"""The lines above the table of a ВПР report: exam, subject, maximum, date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from services.results.header import Header
from services.results.sheet import Block, Cell, number, text
from services.results.words import pattern, phrases, plain

_CODE_DIGITS = 5


@dataclass(frozen=True, slots=True)
class VprHead:
    """What the lines tell; None where they say nothing."""

    title: str
    year: int | None
    subject: str | None
    grade: int | None
    date: date | None
    max_score: float | None


def read_head(block: Block) -> VprHead:
    """The head of a block."""
    title, study = "", None
    facts: dict[str, Cell] = {}
    for _row, cells in block.head():
        filled = [cell for cell in cells if cell != ""]
        if not filled or not isinstance(filled[0], str):
            continue
        study = study or pattern("study").search(filled[0])
        title = title or plain(filled[0])
        _note_fact(facts, filled)
    held = read_day(facts.get("date_line", ""))
    return VprHead(
        title=title,
        year=int(study["year"]) if study else (held.year if held else None),
        subject=study["subject"] if study else (text(facts.get("subject_line", "")) or None),
        grade=int(study["grade"]) if study else None,
        date=held,
        max_score=number(facts.get("max_line", "")),
    )


def is_vpr(header: Header) -> bool:
    """Whether a table of works is a ВПР report: its lines or its logins say so, or its captions.

    Captions alone are not believed under a title that speaks of another work.
    """
    lines = [header.block.sheet.name]
    for _row, cells in header.block.head():
        lines += [cell for cell in cells if isinstance(cell, str)]
    if any(pattern("vpr").search(line) or pattern("login").search(line) for line in lines):
        return True
    if any(pattern("own_study").search(line) for line in lines):
        return False
    if any(header.column(name) is not None for name in ("form_class", "previous_mark")):
        return True
    code = header.column("form_code")
    return code is not None and (header.column("form_total") is not None or _numbers(header, code))


def _numbers(header: Header, code: int) -> bool:
    """Whether the codes are those a school hands out on the day: five digits, the grade first."""
    found = [text(cells[code]) for _row, cells in islice(header.block.rows(header.row + 1), 5)]
    codes = [one for one in found if one]
    return bool(codes) and all(len(one) == _CODE_DIGITS and one.isdecimal() for one in codes)


def _note_fact(facts: dict[str, Cell], filled: list[Cell]) -> None:
    if len(filled) < 2:
        return
    for name in ("subject_line", "max_line", "date_line"):
        if plain(filled[0]) in phrases(name):
            facts.setdefault(name, filled[1])


def read_day(cell: Cell) -> date | None:
    """A day as reports write it, None for anything else."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    for form in ("%d.%m.%Y", "%d.%m.%y", "%Y.%m.%d", "%Y-%m-%d"):
        try:
            return datetime.strptime(text(cell), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
