"""What the columns of a table hold: by their captions, by what stands in them, by answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from services.results.header import Header, TaskColumn, all_task_columns, goes_on
from services.results.model import Question, Task
from services.results.people import are_people, is_personal_caption
from services.results.sheet import Cell, address, letters, number, text
from services.results.words import phrases, plain

Columns = tuple[Sequence[Cell], ...]

ROLES = (
    "code", "number", "school", "municipality", "class", "variant", "mark", "journal_mark",
    "total", "subject", "grade", "skip",
)  # fmt: skip
LONG_ROLES = ("task", "score", "max", "skill", "level")
NUMERIC_OPTIONS = ("task", "total", "mark", "variant", "code", "class", "school", "skip")
TEXT_OPTIONS = ("school", "class", "code", "variant", "mark", "task", "total", "skip")
LOOKED_AT = 300
_MOST_QUESTIONS = 8
_LONGEST_CODE = 40


@dataclass(frozen=True, slots=True)
class Mapping:
    """Columns by role, columns of tasks, columns nobody understands.

    `cells` are the first ones under each caption; columns that make it `personal` have no role.
    """

    header: Header
    roles: dict[str, int]
    tasks: tuple[TaskColumn, ...]
    cells: Columns
    unsure: tuple[int, ...] = ()
    personal: bool = False

    @property
    def knows_rows(self) -> bool:
        """Whether something says whose row it is."""
        return self.personal or bool(self.roles.keys() & {"code", "number", "class", "school"})


def mapped(header: Header, roles: Sequence[str], columns: Columns) -> Mapping:
    """What the columns of a header hold; the first role that fits a caption wins."""
    found: dict[str, int] = {}
    unsure: list[int] = []
    personal = False
    tasks = {column.index: column for column in all_task_columns(header)}
    for index, caption in enumerate(header.cells):
        if is_personal_caption(caption) or are_people(columns[index]):
            personal = True
            tasks.pop(index, None)
            continue
        role = _answer(header, index)
        if role is None and index not in tasks:
            role = _role(header.captions[index], roles, found)
        if role == "task" and "task" not in roles:
            tasks.setdefault(index, TaskColumn(index, _named(caption)))
        elif role is not None:
            tasks.pop(index, None)
            found.setdefault(role, index)
        elif index not in tasks and caption != "" and any(cell != "" for cell in columns[index]):
            unsure.append(index)
    found.pop("skip", None)
    own = tuple(tasks[index] for index in sorted(tasks))
    return Mapping(header, found, own, columns, tuple(unsure), personal)


def columns_under(header: Header) -> Columns:
    """The first cells under each caption."""
    rows = [cells for _row, cells in islice(header.block.rows(header.row + 1), LOOKED_AT)]
    return tuple(zip(*rows, strict=True)) if rows else ((),) * len(header.cells)


def promising(header: Header, roles: Sequence[str]) -> bool:
    """Whether the captions alone make a table likely; cheap, unlike looking at columns."""
    known = sum(
        any(caption in phrases(role, "table") for role in roles) or is_personal_caption(caption)
        for caption in header.captions
        if caption
    )
    return known + len(all_task_columns(header)) > 1


def is_numeric(cells: Sequence[Cell]) -> bool:
    """Whether most of what is there are numbers or signs that stand for scores."""
    filled = [cell for cell in cells if cell != ""]
    return bool(filled) and 2 * sum(map(_is_score, filled)) > len(filled)


def questions(mapping: Mapping) -> tuple[Question, ...]:
    """A question for each column nobody understands, the first ones where there are many."""
    return tuple(_question(mapping, index) for index in mapping.unsure[:_MOST_QUESTIONS])


def _is_score(cell: Cell) -> bool:
    signs = ("not_attempted", "not_offered", "right", "wrong", "half_right", "absent")
    return number(cell) is not None or any(plain(cell) in phrases(s, "values") for s in signs)


def _answer(header: Header, index: int) -> str | None:
    said = header.block.answers.get(f"column:{letters(index)}", "")
    return said if said in NUMERIC_OPTIONS else None


def _role(caption: str, roles: Sequence[str], found: dict[str, int]) -> str | None:
    if not caption:
        return None
    exact = (role for role in roles if caption in phrases(role, "table"))
    loose = (role for role in roles if goes_on(caption, phrases(role, "table")))
    role = next(exact, None) or next(loose, None)
    # A second column of the same role says nothing new.
    return role if role is None or role not in found else "skip"


def _named(caption: Cell) -> Task:
    words = " ".join(text(caption).split())
    return Task(words[:_LONGEST_CODE], 0.0, None, words if len(words.split()) > 1 else None)


def _question(mapping: Mapping, index: int) -> Question:
    header = mapping.header
    options = NUMERIC_OPTIONS if is_numeric(mapping.cells[index]) else TEXT_OPTIONS
    caption = " ".join(text(header.cells[index]).split())
    place = {"column": letters(index), "cell": address(header.row, index), "caption": caption}
    return Question("column", None, options, place)
