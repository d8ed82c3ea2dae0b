"""A table with a row per pupil and a column per task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from services.results.header import Header, headers
from services.results.kinds.kind import Reading
from services.results.layout import Layout, is_summary_row
from services.results.model import BadRow, Exam
from services.results.sheet import Block, Row, text
from services.results.tables.grades import Grades, class_of_sheet
from services.results.tables.mapping import (
    ROLES,
    Mapping,
    columns_under,
    is_numeric,
    mapped,
    promising,
    questions,
)
from services.results.tables.maxima import are_percents, maxima_row, with_maximum
from services.results.words import phrases, plain
from services.results.works import Works

_FILLED_DOWN = ("school", "class", "grade", "subject")


@dataclass(frozen=True, slots=True)
class Wide:
    """A recognised table: its columns, and the row of the maxima of its tasks."""

    mapping: Mapping
    maxima_row: int | None


def recognised(block: Block) -> Wide | None:
    """The wide table of a block; None when it has no columns of scores."""
    likely = [header for header in headers(block) if promising(header, ROLES)]
    found = [wide for header in likely if (wide := _wide(header)) is not None]
    return max(found, key=_worth, default=None)


def of_form(header: Header) -> Wide:
    """The table of a form, whose columns need no guessing."""
    return Wide(mapped(header, ROLES, columns_under(header)), None)


def read(wide: Wide, kind: str, school: str | None = None) -> Reading:
    """One exam per subject and grade of the table; `school` is that of rows that name none."""
    grades, layout = Grades.of(wide.mapping), _layout(wide)
    label = class_of_sheet(wide.mapping)
    works: dict[tuple[str | None, int | None], Works] = {}
    for row, cells in _works_in(wide):
        key = (_subject(wide, cells), grades.of_row(cells))
        if key not in works:
            works[key] = Works(layout, school or "", label)
        works[key].add(row, cells)
    if not works:
        works[None, grades.of_all(wide.mapping)] = Works(layout)
    for one in works.values():
        one.finish()
    return Reading(
        tuple(_exam(kind, one, *key) for key, one in works.items()),
        rows_read=sum(len(one.pupils) for one in works.values()),
        rows_dropped=sum(one.dropped for one in works.values()),
        bad_rows=tuple(_bad_rows(works.values())),
        questions=questions(wide.mapping),
        personal=wide.mapping.personal,
    )


def _wide(header: Header) -> Wide | None:
    if any(caption in phrases("groups") for caption in header.captions):
        return None
    mapping = mapped(header, ROLES, columns_under(header))
    if not mapping.roles and not mapping.personal:
        # A line of numbers alone looks like a header of tasks.
        return None
    scored = [column for column in mapping.tasks if is_numeric(mapping.cells[column.index])]
    unsure = sum(is_numeric(mapping.cells[index]) for index in mapping.unsure)
    likely = len(scored) + unsure if mapping.knows_rows else len(scored) - 1
    if likely < 2:
        return None
    row = maxima_row(mapping)
    tasks = tuple(with_maximum(header, column, row) for column in scored)
    return None if are_percents(mapping, tasks) else Wide(replace(mapping, tasks=tasks), row)


def _worth(wide: Wide) -> tuple[int, int, int]:
    mapping = wide.mapping
    named = len(mapping.roles) + mapping.personal
    return named, len(mapping.tasks) + len(mapping.unsure), -mapping.header.row


def _layout(wide: Wide) -> Layout:
    mapping, roles = wide.mapping, wide.mapping.roles
    signed = (
        column.index
        for column in mapping.tasks
        if any(plain(cell) in phrases("right", "values") for cell in mapping.cells[column.index])
    )
    return Layout(
        header=mapping.header,
        tasks=mapping.tasks,
        code=roles.get("code"),
        school_name=roles.get("school"),
        municipality=roles.get("municipality"),
        class_label=roles.get("class"),
        variant=roles.get("variant"),
        total=roles.get("total"),
        mark=roles.get("mark"),
        journal_mark=roles.get("journal_mark"),
        signed=frozenset(signed),
        codes_by_class=True,
    )


def _works_in(wide: Wide) -> Iterator[tuple[int, Row]]:
    mapping = wide.mapping
    if not mapping.tasks:
        return
    carried = [mapping.roles[role] for role in _FILLED_DOWN if role in mapping.roles]
    last: dict[int, Row] = {}
    for row, cells in mapping.header.block.rows(mapping.header.row + 1):
        if row == wide.maxima_row or not _is_work(mapping, cells):
            continue
        # Cells merged down a column leave all but the first of their rows empty.
        line = list(cells)
        for index in carried:
            if line[index] == "" and index in last:
                line[index] = last[index][index]
            elif line[index] != "":
                last[index] = line
        yield row, line


def _is_work(mapping: Mapping, cells: Row) -> bool:
    wanted = [column.index for column in mapping.tasks]
    own = [mapping.roles[role] for role in ("code", "variant", "mark") if role in mapping.roles]
    if all(cells[index] == "" for index in (*wanted, *own)):
        return False
    repeats = all(cells[index] == mapping.header.cells[index] for index in wanted)
    return not repeats and not is_summary_row(cells)


def _subject(wide: Wide, cells: Row) -> str | None:
    at = wide.mapping.roles.get("subject")
    return (text(cells[at]) or None) if at is not None else None


def _bad_rows(works: Iterable[Works]) -> Iterator[BadRow]:
    for place, one in enumerate(works):
        yield from (replace(bad, exam=place) for bad in one.bad_rows)


def _exam(kind: str, works: Works, subject: str | None, grade: int | None) -> Exam:
    tasks = works.tasks() if works.layout.tasks else ()
    return Exam(
        kind=kind,
        exam=None,
        year=None,
        subject=subject,
        grade=grade,
        date=None,
        max_score=sum(task.max for task in tasks) or None,
        tasks=tasks,
        pupils=works.pupils.done(),
        schools=tuple(tally.done() for tally in works.schools.values() if tally.name),
        absent=works.absent,
        warnings=works.notes.all(),
    )
