"""pyxform's sentences as problems with a place."""

import re

from services.forms.problems import FormProblem

_ROW = re.compile(r"\[row : (\d+)\]\s*")
_SHEET = re.compile(r"'(survey|choices|settings|entities|external_choices)' sheet")
_COLUMN = re.compile(r"the '([\w: -]+)' value")
_MORE = re.compile(r"\s*Learn more: \S+")
_NEEDLESS = (
    "max-pixels",
    "or_other and translations",
    "No label",
    "machine-readable codes",
    "has no label",
    "Skipping row",
    "without name, text",
)
"""Advice that makes sense on a telephone only, or is taken care of here."""


def problem_of(sentence: str) -> FormProblem:
    """Return the problem that an error message of pyxform speaks of."""
    row = _ROW.search(sentence)
    sheet, column = _SHEET.search(sentence), _COLUMN.search(sentence)
    return FormProblem(
        sheet=sheet[1] if sheet else ("survey" if row else None),
        row=int(row[1]) if row else None,
        column=column[1] if column else _guessed_column(sentence),
        message=_MORE.sub("", _ROW.sub("", sentence)).strip(),
        code="xlsform",
    )


def warning_of(sentence: str) -> FormProblem | None:
    """Return the same for a warning, None when it is of no use in a chat."""
    if any(part in sentence for part in _NEEDLESS):
        return None
    return problem_of(sentence)


def _guessed_column(sentence: str) -> str | None:
    if "List name not in" in sentence or "no type" in sentence or "Unmatched" in sentence:
        return "type"
    if "calculation" in sentence:
        return "calculation"
    if "no name" in sentence:
        return "name"
    return None
