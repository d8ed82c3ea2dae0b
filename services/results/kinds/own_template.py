"""The template the bot gives out, filled in: it says itself what work it is about."""

from __future__ import annotations

from dataclasses import replace

from services.results.facts import facts_above
from services.results.header import Header, TaskColumn, find_header
from services.results.kinds.kind import Kind, Reading
from services.results.refusal import FileRefused
from services.results.sheet import Block, Row, text
from services.results.tables import wide
from services.results.words import phrases, plain


def recognise(block: Block) -> bool:
    """The template's own title over its table."""
    titled = any(
        plain(cell) in phrases(KIND.name, "titles")
        for _row, cells in block.head()
        for cell in cells
    )
    return titled and _header(block) is not None


def read(block: Block) -> Reading:
    """The exam of the template; raises FileRefused when nobody filled it in."""
    header = _header(block)
    assert header is not None  # noqa: S101 - recognised before it is read
    table = wide.of_form(header)
    skills = _skills(header)
    tasks = tuple(_with_skill(column, skills) for column in table.mapping.tasks)
    mapping = replace(table.mapping, tasks=tasks, unsure=())
    reading = wide.read(replace(table, mapping=mapping), KIND.name, facts_above(block).school)
    if not any((reading.rows_read, reading.rows_dropped, reading.bad_rows)):
        raise FileRefused("empty")
    return reading


def _header(block: Block) -> Header | None:
    return find_header(block, "code", "class", "total")


def _skills(header: Header) -> Row:
    for _row, cells in header.block.head():
        if any(plain(cell) in phrases("skills_line") for cell in cells):
            return cells
    return [""] * len(header.cells)


def _with_skill(column: TaskColumn, skills: Row) -> TaskColumn:
    skill = " ".join(text(skills[column.index]).split()) or None
    return TaskColumn(column.index, replace(column.task, skill=skill))


KIND = Kind("own_template", recognise, read)
