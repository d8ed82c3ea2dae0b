"""All that can be said about a form before anybody fills it in."""

from collections.abc import Mapping
from typing import Any

from services.forms.lint_expressions import expression_problems
from services.forms.lint_plans import (
    circles,
    later_fields,
    problem,
    texts_problems,
    unknown_choices,
)
from services.forms.lint_rows import list_of, row_problems, sheets_of
from services.forms.problems import FormProblem
from services.forms.types import IGNORED
from services.forms.workbook import Workbook

_COLUMN = {"filter": "choice_filter", "calculate": "calculation", "default_plan": "default"}
_ASKS = {"hidden", "calculate", "group", "repeat", "note"}


def lint_workbook(workbook: Workbook) -> tuple[list[FormProblem], list[FormProblem]]:
    """Return errors and warnings that the rows alone show."""
    sheets = sheets_of(workbook)
    errors = [*row_problems(workbook, sheets), *expression_problems(workbook, sheets)]
    used = {list_of(row) for row in workbook.survey}
    warnings = [
        FormProblem(
            "survey", row.number, "type", f"{kind!r} records nothing in a chat", "ignored", {}
        )
        for row in workbook.survey
        if (kind := row.get("type", "command")[1]) in IGNORED
    ]
    first_rows: dict[str, int] = {}
    for row in workbook.choices:
        first_rows.setdefault(row.get("list_name", "list")[1], row.number)
    warnings += [
        FormProblem("choices", number, "list_name", f"Nobody uses the list {name!r}", "unused")
        for name, number in first_rows.items()
        if name and name not in used
    ]
    return errors, warnings


def lint_blueprint(
    blueprint: Mapping[str, Any], workbook: Workbook
) -> tuple[list[FormProblem], list[FormProblem]]:
    """Return errors and warnings that need the whole form."""
    rows, nodes = _rows(blueprint, workbook), blueprint["nodes"]
    errors = [
        problem(
            rows,
            index,
            "relevant" if "relevant" in nodes[index] else "calculation",
            f"{nodes[index]['name']!r} depends on itself",
            "circle",
        )
        for index in circles(blueprint)
    ]
    if all(node["kind"] in _ASKS for node in nodes):
        errors.append(FormProblem("survey", None, None, "The form asks nothing", "no_questions"))
    warnings = [
        problem(
            rows,
            index,
            _COLUMN.get(column, column),
            f"Looks at {nodes[later]['name']!r}, which is asked later",
            "later",
        )
        for index, column, later in later_fields(blueprint)
    ]
    warnings += [
        problem(rows, index, _COLUMN.get(column, column), f"No choice is called {name!r}", "choice")
        for index, column, name in unknown_choices(blueprint)
    ]
    warnings += [
        problem(rows, index, column, sentence, code)
        for index, column, code, sentence in texts_problems(blueprint)
    ]
    return errors, warnings


def _rows(blueprint: Mapping[str, Any], workbook: Workbook) -> dict[int, int]:
    """Map nodes to rows: both keep the order of the sheet, so the next row of that name is it."""
    rows: dict[int, int] = {}
    remaining = workbook.survey
    for index, node in enumerate(blueprint["nodes"]):
        for place, row in enumerate(remaining):
            starts = not row.get("type", "command")[1].startswith("end")
            if starts and row.get("name")[1] == node["name"]:
                rows[index] = row.number
                remaining = remaining[place + 1 :]
                break
    return rows
