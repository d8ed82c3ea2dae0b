"""Mistakes in the expressions of a form: their grammar and the names they use."""

import re
from collections.abc import Iterator

from elementpath import XPathFunction, XPathToken

from services.forms.lint_rows import Sheets, list_of
from services.forms.problems import FormProblem
from services.forms.workbook import Row, Workbook
from services.forms.xpath.functions import pattern_of
from services.forms.xpath.grammar import ExpressionError, parsed

_COLUMNS = (
    "relevant",
    "relevance",
    "constraint",
    "calculation",
    "calculate",
    "required",
    "choice_filter",
    "repeat_count",
    "jr:count",
)
_YES_NO = {"yes", "no", "true", "false"}
_REFERENCE = re.compile(r"\$\{\s*([^}]*?)\s*\}")
_UNCLOSED = re.compile(r"\$\{[^}]*$")
_DYNAMIC = re.compile(r"\$\{|\w\(")
_SLOW = re.compile(r"\([^()]*(?:[+*]|\{\d+,\d*\})[^()]*\)(?:[+*]|\{\d+,\d*\})")
_ELSEWHERE = {
    "pulldata",
    "area",
    "distance",
    "digest",
    "checklist",
    "weighted-checklist",
    "jr:itext",
}


def expression_problems(workbook: Workbook, sheets: Sheets) -> Iterator[FormProblem]:
    """Yield what is wrong in conditions, calculations and texts."""
    for row in workbook.survey:
        for column, text in row.cells.items():
            if (column in _COLUMNS and text.strip().lower() not in _YES_NO) or (
                column == "default" and _DYNAMIC.search(text)
            ):
                yield from _in_expression(row, column, text, sheets)
            elif column.partition("::")[0] in {"label", "hint", "guidance_hint"}:
                yield from _references(row, column, text, sheets)


def _in_expression(row: Row, column: str, text: str, sheets: Sheets) -> Iterator[FormProblem]:
    unknown = list(_references(row, column, text, sheets))
    yield from unknown
    if unknown:
        return
    try:
        tree = parsed(text)
    except ExpressionError as error:
        yield _syntax(row, column, text, str(error))
        return
    columns = sheets.lists.get(list_of(row) or "", frozenset()) if column == "choice_filter" else ()
    for name in _bare_names(tree):
        if column == "choice_filter":
            if name not in columns:
                yield _problem(row, column, f"The list has no column {name!r}", "no_column", name)
        elif name in sheets.names:
            yield _problem(row, column, f"Write ${{{name}}} instead of {name}", "bare_name", name)
    yield from _patterns(row, column, tree)


def _references(row: Row, column: str, text: str, sheets: Sheets) -> Iterator[FormProblem]:
    if _UNCLOSED.search(text):
        yield _problem(row, column, "A ${ is not closed", "unclosed", text)
    for name in dict.fromkeys(_REFERENCE.findall(text)):
        if name.startswith("last-saved#"):
            yield _problem(row, column, "last-saved# is not carried", "not_carried", name)
        elif name not in sheets.names:
            yield _problem(row, column, f"There is no question {name!r}", "no_question", name)


def _syntax(row: Row, column: str, text: str, sentence: str) -> FormProblem:
    used = next((name for name in sorted(_ELSEWHERE) if f"{name}(" in text), None)
    if used:
        return _problem(row, column, f"The function {used}() is not carried", "not_carried", used)
    return _problem(row, column, f"Cannot read the expression: {sentence}", "expression", text)


def _bare_names(token: XPathToken) -> Iterator[str]:
    """Names that stand alone, outside of paths and predicates."""
    if token.symbol == "(name)":
        yield str(token.value)
    elif token.symbol not in {"/", "//", "[", "$", "::"} and token.label != "axis":
        for part in token:
            yield from _bare_names(part)


def _patterns(row: Row, column: str, token: XPathToken) -> Iterator[FormProblem]:
    """A pattern must be written out, be right, and not take for ever on a hostile text."""
    for part in token.iter():
        if not isinstance(part, XPathFunction) or part.symbol != "regex":
            continue
        pattern = str(part[1].value)
        if part[1].symbol != "(string)":
            text = "The pattern of regex() must be written out in quotes"
            yield _problem(row, column, text, "not_carried", part[1].source)
        elif _SLOW.search(pattern):
            text = "The pattern of regex() repeats a repetition: it may take for ever"
            yield _problem(row, column, text, "slow_regex", pattern)
        else:
            yield from _wrong_pattern(row, column, pattern)


def _wrong_pattern(row: Row, column: str, pattern: str) -> Iterator[FormProblem]:
    try:
        pattern_of(pattern)
    except re.error as error:
        text = f"The pattern of regex() is wrong: {error}"
        yield _problem(row, column, text, "regex", pattern)


def _problem(row: Row, column: str, message: str, code: str, value: str) -> FormProblem:
    return FormProblem("survey", row.number, column, message, code, {"value": value})
