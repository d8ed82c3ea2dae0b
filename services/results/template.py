"""A spreadsheet to fill in results of an own study: the bot knows it again when it comes back."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from services.results.model import Task
from services.results.sheet import address, letters

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

DEFAULT_TASKS = 10
ROWS = 300
_BEFORE = ("code", "class", "variant")
_AFTER = ("total", "mark")
_FACTS = ("subject", "grade", "year", "occasion", "date", "school")
_SKILLS_ROW = 1 + len(_FACTS) + 1
_LEVELS_ROW = _SKILLS_ROW + 1
_HEADER_ROW = _LEVELS_ROW + 1
_MARKS = [2, 3, 4, 5]


@dataclass(frozen=True, slots=True)
class _Pen:
    """The sheet of results while it is drawn."""

    sheet: Worksheet
    words: dict[str, Any]
    plain: Format
    label: Format
    caption: Format
    wrapped: Format


def template(
    subject: str,
    grade: int,
    tasks: Sequence[Task] = (),
    *,
    year: int | None = None,
    occasion: str = "",
    school: str = "",
    rows: int = ROWS,
) -> bytes:
    """An xlsx for `rows` works: what is known is filled in, the rest says how.

    Without tasks there are ten of one point, to be changed in the file.
    """
    import xlsxwriter

    offered = tuple(tasks) or tuple(Task(str(n), 1.0) for n in range(1, DEFAULT_TASKS + 1))
    facts = {"subject": subject, "grade": grade, "year": year, "occasion": occasion}
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        pen = _pen(book)
        _write_facts(pen, {**facts, "school": school})
        _write_tasks(pen, offered)
        _write_rows(pen, offered, rows)
        _write_guide(book, pen)
    return stream.getvalue()


@cache
def _words() -> dict[str, Any]:
    source = resources.files(__package__).joinpath("template.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _pen(book: Workbook) -> _Pen:
    words = _words()
    edge = {"border": 1, "border_color": "#B0B0B0"}
    middle = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True}
    return _Pen(
        sheet=book.add_worksheet(words["results_sheet"]),
        words=words,
        plain=book.add_format(edge),
        label=book.add_format({"bold": True}),
        caption=book.add_format({**edge, **middle, "bg_color": "#E8EEF7"}),
        wrapped=book.add_format({"text_wrap": True, "valign": "top", "font_size": 9}),
    )


def _write_facts(pen: _Pen, facts: dict[str, Any]) -> None:
    pen.sheet.write_string(0, 0, pen.words["title"], pen.label)
    for row, name in enumerate(_FACTS, 1):
        pen.sheet.write_string(row, 0, pen.words["labels"][name], pen.label)
        value = facts.get(name)
        if isinstance(value, int):
            pen.sheet.write_number(row, 1, value)
        elif value:
            pen.sheet.write_string(row, 1, value)
    _hint(pen, "year")
    _hint(pen, "occasion")


def _hint(pen: _Pen, name: str) -> None:
    said = pen.words["validation"]
    shown = {
        "validate": "any",
        "input_title": said[f"{name}_hint_title"],
        "input_message": said[f"{name}_hint"],
    }
    pen.sheet.data_validation(1 + _FACTS.index(name), 1, 1 + _FACTS.index(name), 1, shown)


def _write_tasks(pen: _Pen, tasks: Sequence[Task]) -> None:
    sheet, captions = pen.sheet, pen.words["captions"]
    first, last = len(_BEFORE), len(_BEFORE) + len(tasks)
    sheet.write_string(_SKILLS_ROW, 0, pen.words["labels"]["skills"], pen.label)
    sheet.write_string(_LEVELS_ROW, 0, pen.words["labels"]["levels"], pen.label)
    for column, name in (*enumerate(_BEFORE), *enumerate(_AFTER, last)):
        sheet.write_string(_HEADER_ROW, column, captions[name], pen.caption)
    for column, task in enumerate(tasks, first):
        caption = captions["task"].format(code=task.code, max=f"{task.max:g}")
        sheet.write_string(_HEADER_ROW, column, caption, pen.caption)
        sheet.write_string(_SKILLS_ROW, column, task.skill or "", pen.wrapped)
        sheet.write_string(_LEVELS_ROW, column, task.level or "", pen.wrapped)
    sheet.set_row(_SKILLS_ROW, 75 if any(task.skill for task in tasks) else None)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, first - 1, 13)
    sheet.set_column(first, last - 1, 14 if any(task.skill for task in tasks) else 8)
    sheet.freeze_panes(_HEADER_ROW + 1, 1)


def _write_rows(pen: _Pen, tasks: Sequence[Task], rows: int) -> None:
    first, last = len(_BEFORE), len(_BEFORE) + len(tasks) - 1
    top, bottom = _HEADER_ROW + 1, _HEADER_ROW + rows
    for row in range(top, bottom + 1):
        for column in (*range(last + 1), last + 2):
            pen.sheet.write_blank(row, column, None, pen.plain)
        scores = f"{address(row, first)}:{address(row, last)}"
        formula = f'=IF(COUNTA({scores})=0,"",SUM({scores}))'
        pen.sheet.write_formula(row, last + 1, formula, pen.plain, "")
    for column, task in enumerate(tasks, first):
        pen.sheet.data_validation(top, column, bottom, column, _score_rule(pen, task, top, column))
    pen.sheet.data_validation(top, last + 2, bottom, last + 2, _mark_rule(pen))


def _score_rule(pen: _Pen, task: Task, row: int, column: int) -> dict[str, Any]:
    said, cell = pen.words["validation"], f"{letters(column)}{row + 1}"
    number = f"AND(ISNUMBER({cell}),{cell}>=0,{cell}<={task.max:g})"
    return {
        "validate": "custom",
        "value": f"=OR({number},ISTEXT({cell}))",
        "error_title": said["score_title"],
        "error_message": said["score"].format(max=f"{task.max:g}"),
        "error_type": "warning",
    }


def _mark_rule(pen: _Pen) -> dict[str, Any]:
    said = pen.words["validation"]
    return {
        "validate": "list",
        "source": _MARKS,
        "error_title": said["mark_title"],
        "error_message": said["mark"],
        "error_type": "warning",
    }


def _write_guide(book: Workbook, pen: _Pen) -> None:
    sheet = book.add_worksheet(pen.words["guide_sheet"])
    sheet.set_column(0, 0, 100)
    for row, line in enumerate(pen.words["guide"]):
        sheet.write_string(row, 0, line, book.add_format({"text_wrap": True, "valign": "top"}))
