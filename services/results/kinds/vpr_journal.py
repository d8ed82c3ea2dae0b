"""ВПР «Сравнение отметок с отметками по журналу»: lowered, confirmed, raised."""

from __future__ import annotations

from dataclasses import dataclass, field

from services.results.grouptable import group_exam, group_header, percent, read_groups
from services.results.header import Header, find_header
from services.results.kinds.kind import Kind, Reading
from services.results.model import Group
from services.results.notes import Notes
from services.results.sheet import Block, Row, number, text
from services.results.territory import level_of, name_and_login, place
from services.results.words import phrases, plain

_OUTCOMES = ("lowered", "confirmed", "raised")


def recognise(block: Block) -> bool:
    """The three outcomes as columns, or as rows in the older variant."""
    return group_header(block, _has_outcomes) is not None or _older_header(block) is not None


def read(block: Block) -> Reading:
    """The exam of the block."""
    notes = Notes()
    header = group_header(block, _has_outcomes)
    groups = _read_columns(header, notes) if header is not None else _read_rows(block, notes)
    return Reading((group_exam(KIND.name, block, groups, notes),), rows_read=len(groups))


def _read_columns(header: Header, notes: Notes) -> tuple[Group, ...]:
    columns = _columns(header)

    def figures(row: int, cells: Row) -> dict[str, dict[str, float]]:
        found = {name: percent(row, cells, index, notes) for name, index in columns.items()}
        return {"journal": {name: value for name, value in found.items() if value is not None}}

    return read_groups(header, figures, notes)


def _has_outcomes(header: Header) -> bool:
    return len(_columns(header)) == len(_OUTCOMES)


def _columns(header: Header) -> dict[str, int]:
    # Each outcome has a percent and a count; the percent's caption ends with the sign.
    found: dict[str, int] = {}
    for index, caption in enumerate(header.captions):
        name = _outcome(caption)
        if name and caption.endswith("%"):
            found.setdefault(name, index)
    return found


def _older_header(block: Block) -> Header | None:
    header = find_header(block, "groups")
    if header is None:
        return None
    name_at = header.column("groups") or 0
    named = {_outcome(plain(cells[name_at])) for _row, cells in block.rows(header.row + 1)}
    return header if set(_OUTCOMES) <= named else None


def _read_rows(block: Block, notes: Notes) -> tuple[Group, ...]:
    header = _older_header(block)
    assert header is not None  # noqa: S101 - recognised before it is read
    name_at = header.column("groups") or 0
    found: list[_Lines] = []
    for row, cells in block.rows(header.row + 1):
        caption = plain(cells[name_at])
        outcome = _outcome(caption)
        if outcome and found:
            found[-1].add(outcome, row, cells, notes)
        elif caption and caption not in phrases("summary_rows"):
            found.append(_Lines(*name_and_login(text(cells[name_at]))))
    return place([(lines.group(), level_of(lines.name, lines.login)) for lines in found])


@dataclass(slots=True)
class _Lines:
    """The lines of one group in the older variant: a count first, a percent last."""

    name: str
    login: str | None
    people: float = 0.0
    journal: dict[str, float] = field(default_factory=dict)

    def add(self, outcome: str, row: int, cells: Row, notes: Notes) -> None:
        """Take the line of one outcome."""
        filled = [column for column, cell in enumerate(cells) if number(cell) is not None]
        if not filled:
            return
        value = percent(row, cells, filled[-1], notes)
        if value is not None:
            self.journal[outcome] = value
        self.people += number(cells[filled[0]]) or 0

    def group(self) -> Group:
        """The group once its lines are read."""
        return Group(self.name, self.login, "", None, int(self.people), journal=self.journal)


def _outcome(caption: str) -> str | None:
    return next((name for name in _OUTCOMES if caption.startswith(phrases(name))), None)


KIND = Kind("vpr_journal_comparison", recognise, read)
