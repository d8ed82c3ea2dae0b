"""ВПР «Сравнение отметок с отметками по журналу»: lowered, confirmed, raised."""

from __future__ import annotations

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
    wide = group_header(block)
    if wide is not None and len(_columns(wide)) == len(_OUTCOMES):
        return True
    return _older_header(block) is not None


def read(block: Block) -> Reading:
    """The exam of the block."""
    notes = Notes()
    header = group_header(block)
    if header is not None and _columns(header):
        groups = _read_columns(header, notes)
    else:
        groups = _read_rows(block, notes)
    return Reading((group_exam(KIND.name, block, groups, notes),), rows_read=len(groups))


def _read_columns(header: Header, notes: Notes) -> tuple[Group, ...]:
    columns = _columns(header)

    def figures(row: int, cells: Row) -> dict[str, dict[str, float]]:
        found = {name: percent(row, cells, index, notes) for name, index in columns.items()}
        return {"journal": {name: value for name, value in found.items() if value is not None}}

    return read_groups(header, figures, notes)


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
    found: list[tuple[Group, str | None]] = []
    for row, cells in block.rows(header.row + 1):
        outcome = _outcome(plain(cells[name_at]))
        values = [(c, number(cells[c])) for c in range(name_at + 1, len(cells))]
        filled = [(column, value) for column, value in values if value is not None]
        if outcome and found and filled:
            _fill(found[-1][0], outcome, row, cells, filled, notes)
        elif plain(cells[name_at]) and plain(cells[name_at]) not in phrases("summary_rows"):
            name, login = name_and_login(text(cells[name_at]))
            found.append((Group(name, login, "", None, 0, journal={}), level_of(name, login)))
    return place([(_counted(group), level) for group, level in found if group.journal])


def _fill(
    group: Group,
    outcome: str,
    row: int,
    cells: Row,
    filled: list[tuple[int, float]],
    notes: Notes,
) -> None:
    # The older variant writes the count first and the percent last.
    value = percent(row, cells, filled[-1][0], notes)
    journal, marks = dict(group.journal), dict(group.marks)
    if value is not None:
        journal[outcome] = value
    marks[outcome] = filled[0][1]
    object.__setattr__(group, "journal", journal)
    object.__setattr__(group, "marks", marks)


def _counted(group: Group) -> Group:
    people = int(sum(group.marks.values()))
    return Group(group.name, group.login, "", None, people, journal=group.journal)


def _outcome(caption: str) -> str | None:
    return next((name for name in _OUTCOMES if caption.startswith(phrases(name))), None)


KIND = Kind("vpr_journal_comparison", recognise, read)
