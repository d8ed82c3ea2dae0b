"""ВПР «Выполнение заданий группами участников»: known by its title, so that it is not taken for
the plain completion of tasks; its figures per mark are not used."""

from __future__ import annotations

from services.results.grouptable import group_exam
from services.results.header import find_header, task_columns
from services.results.kinds.kind import Kind, Reading
from services.results.notes import Notes
from services.results.sheet import Block
from services.results.vprhead import read_head
from services.results.words import phrases


def recognise(block: Block) -> bool:
    """The report's own title over a table of groups."""
    titled = read_head(block).title in phrases(KIND.name, "titles")
    return titled and find_header(block, "groups") is not None


def read(block: Block) -> Reading:
    """The exam and its tasks, without a figure."""
    header = find_header(block, "groups")
    tasks = tuple(column.task for column in task_columns(header)) if header else ()
    notes = Notes()
    notes.add("figures_not_used")
    return Reading((group_exam(KIND.name, block, (), notes, tasks),))


KIND = Kind("vpr_task_completion_by_marks", recognise, read)
