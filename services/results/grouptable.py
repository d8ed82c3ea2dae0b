"""Reports with a line per group of participants: country, region, municipality, school."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from services.results.header import Header, find_headers
from services.results.model import Exam, Group, Task
from services.results.notes import Notes
from services.results.sheet import Block, Row, address, number, text
from services.results.territory import level_of, name_and_login, place
from services.results.vprhead import read_head
from services.results.words import exam_name, phrases, plain

Figures = Callable[[int, Row], Mapping[str, Mapping[str, float]]]


def group_header(block: Block, fits: Callable[[Header], bool]) -> Header | None:
    """The header of a report on groups whose other columns fit."""
    return next(filter(fits, find_headers(block, "groups", "group_people")), None)


def read_groups(header: Header, figures: Figures, notes: Notes) -> tuple[Group, ...]:
    """The lines of the table; `figures` gives the fields of Group a line fills."""
    name_at, people_at = header.column("groups"), header.column("group_people")
    schools_at = header.column("group_schools")
    assert name_at is not None  # noqa: S101 - the header was found by them
    assert people_at is not None  # noqa: S101
    found: list[tuple[Group, str | None]] = []
    for row, cells in group_rows(header):
        people = number(cells[people_at])
        if people is None:
            notes.add("no_count", address(row, people_at))
            continue
        name, login = name_and_login(text(cells[name_at]))
        schools = number(cells[schools_at]) if schools_at is not None else None
        whole = int(schools) if schools is not None else None
        group = Group(name, login, "", whole, int(people), **figures(row, cells))
        found.append((group, level_of(name, login)))
    return place(found)


def group_rows(header: Header) -> Iterator[tuple[int, Row]]:
    """Rows under the header that name a group; the row of maxima is none."""
    name_at = header.column("groups")
    assert name_at is not None  # noqa: S101 - the header was found by it
    for row, cells in header.block.rows(header.row + 1):
        label = plain(cells[name_at])
        if label and label not in phrases("max_row"):
            yield row, cells


def percent(row: int, cells: Row, column: int, notes: Notes) -> float | None:
    """A percent 0-100, None for an empty or impossible cell."""
    value = number(cells[column])
    if value is None or not 0 <= value <= 100:
        if cells[column] != "":
            notes.add("not_a_percent", address(row, column))
        return None
    return value


def group_exam(
    kind: str, block: Block, groups: tuple[Group, ...], notes: Notes, tasks: tuple[Task, ...] = ()
) -> Exam:
    """The exam of a report on groups."""
    head = read_head(block)
    return Exam(
        kind=kind,
        exam=exam_name("vpr"),
        year=head.year,
        subject=head.subject,
        grade=head.grade,
        date=head.date,
        max_score=head.max_score or sum(task.max for task in tasks) or None,
        tasks=tasks,
        groups=groups,
        warnings=notes.all(),
    )
