"""From a file to a blueprint: sheets, the author's mistakes, pyxform, plans."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from services.forms.blueprint import Blueprint, build
from services.forms.lint import lint_blueprint, lint_workbook
from services.forms.problems import FormInvalid, FormProblem
from services.forms.pyxform_problems import problem_of, warning_of
from services.forms.workbook import Workbook, read_workbook


@dataclass(slots=True)
class Reading:
    """What came of reading a file; a blueprint is there only when nothing is wrong."""

    blueprint: Blueprint | None = None
    workbook: Workbook | None = None
    errors: list[FormProblem] = field(default_factory=list)
    warnings: list[FormProblem] = field(default_factory=list)


def read_form(path: Path) -> Reading:
    """Read a form with everything there is to say about it."""
    try:
        workbook = read_workbook(path)
    except FormInvalid as invalid:
        return Reading(errors=invalid.errors)
    reading = Reading(workbook=workbook)
    reading.errors, reading.warnings = lint_workbook(workbook)
    survey = _survey(workbook, reading)
    if survey is None or reading.errors:
        return reading
    blueprint = build(workbook, survey)
    errors, warnings = lint_blueprint(blueprint, workbook)
    reading.errors += errors
    reading.warnings += warnings
    if not reading.errors:
        reading.blueprint = blueprint
    return reading


def _survey(workbook: Workbook, reading: Reading) -> Mapping[str, Any] | None:
    """Return pyxform's JSON of the form, having it checked by the conversion to XForms."""
    from pyxform.builder import create_survey_element_from_dict
    from pyxform.errors import PyXFormError
    from pyxform.xls2json import workbook_to_json

    warnings: list[str] = []
    try:
        survey: dict[str, Any] = workbook_to_json(
            workbook.raw, fallback_form_name=workbook.name, warnings=warnings
        )
        create_survey_element_from_dict(deepcopy(survey)).to_xml(validate=False, warnings=warnings)
    except PyXFormError as error:
        _note(reading, problem_of(str(error)))
        return None
    except (KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
        _note(reading, problem_of(f"The form cannot be converted: {error}"))
        return None
    reading.warnings += filter(None, map(warning_of, warnings))
    return survey


def _note(reading: Reading, problem: FormProblem) -> None:
    """Add what pyxform says unless the same cell has been named already."""
    if all((known.sheet, known.row) != (problem.sheet, problem.row) for known in reading.errors):
        reading.errors.append(problem)
