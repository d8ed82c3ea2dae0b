"""ВПР «Достижение планируемых результатов»: a row per task with its skill, a column per place."""

from __future__ import annotations

from services.results.grouptable import group_exam, percent
from services.results.header import Header, find_header, task_code
from services.results.kinds.kind import Kind, Reading
from services.results.model import Group, Task
from services.results.notes import Notes
from services.results.sheet import Block, Cell, Row, address, number, text
from services.results.territory import level_of, name_and_login, place
from services.results.words import pattern


def recognise(block: Block) -> bool:
    """A header with skills and maxima, and rows of a task's code and skill below."""
    header = _header(block)
    return header is not None and bool(_task_rows(header, Notes()))


def read(block: Block) -> Reading:
    """The exam of the block."""
    header = _header(block)
    assert header is not None  # noqa: S101 - recognised before it is read
    notes = Notes()
    rows = _task_rows(header, notes)
    groups = _groups(header, rows, notes)
    exam = group_exam(KIND.name, block, groups, notes, tuple(task for _row, task in rows))
    return Reading((exam,), rows_read=len(rows))


def _header(block: Block) -> Header | None:
    return find_header(block, "planned", "max_row")


def _task_rows(header: Header, notes: Notes) -> list[tuple[int, Task]]:
    skill_at, max_at = header.column("planned"), header.column("max_row")
    assert skill_at is not None  # noqa: S101 - the header was found by them
    assert max_at is not None  # noqa: S101
    found = []
    for row, cells in header.block.rows(header.row + 1):
        match = pattern("task_with_skill").match(task_code(cells[skill_at]))
        most = number(cells[max_at])
        if match and most is None:
            notes.add("no_maximum", address(row, max_at), task=match["code"])
        elif match and most is not None:
            skill = _skill(cells[skill_at])
            found.append((row, Task(match["code"], most, None, skill)))
    return found


def _skill(cell: Cell) -> str:
    # The code is found in the canonical spelling, of the same length; the skill stays as written.
    match = pattern("task_with_skill").match(task_code(cell))
    return " ".join(text(cell)[match.start("skill") :].split()) if match else text(cell)


def _groups(header: Header, rows: list[tuple[int, Task]], notes: Notes) -> tuple[Group, ...]:
    max_at = header.column("max_row")
    assert max_at is not None  # noqa: S101 - the header was found by it
    found = []
    for column in range(max_at + 1, len(header.cells)):
        if header.cells[column] == "":
            continue
        name, login = name_and_login(text(header.cells[column]))
        group = Group(name, login, "", None, _people(header, column, notes))
        tasks = _percents(header.block, rows, column, notes)
        found.append((Group(group.name, login, "", None, group.n, tasks), level_of(name, login)))
    return place(found)


def _people(header: Header, column: int, notes: Notes) -> int:
    below = header.block.sheet.at(header.row + 1, column)
    match = pattern("taking_part").match(text(below))
    if match:
        return int("".join(match["n"].split()))
    notes.add("no_count", address(header.row + 1, column))
    return 0


def _percents(
    block: Block, rows: list[tuple[int, Task]], column: int, notes: Notes
) -> dict[str, float]:
    found: dict[str, float] = {}
    for row, task in rows:
        cells: Row = block.sheet.rows[row]
        value = percent(row, cells, column, notes)
        if value is not None:
            found[task.code] = value
    return found


KIND = Kind("vpr_planned_results", recognise, read)
