"""The linter of forms: what an author is told before anybody is asked."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from services.forms.form import Form
from services.forms.lint_rows import asks
from services.forms.problems import FormProblem
from services.forms.reading import Reading, read_form
from services.forms.texts import PLAIN, language_code
from services.forms.workbook import Workbook


@dataclass(frozen=True, slots=True)
class FormReport:
    """What a form holds and what is wrong with it; `minutes` is 0 while there are errors."""

    title: str
    questions: int
    minutes: int
    languages: tuple[str, ...]
    errors: tuple[FormProblem, ...]
    warnings: tuple[FormProblem, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the report as a JSON object."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
        }


def check_file(path: Path) -> FormReport:
    """Return the report on a form's file; never raises for what is in the file."""
    reading = read_form(Path(path))
    if reading.blueprint is None:
        return _report(reading, _title(reading.workbook, path), 0, _languages(reading.workbook))
    form = Form(reading.blueprint)
    return _report(reading, form.title, form.minutes, form.languages)


def _report(reading: Reading, title: str, minutes: int, languages: tuple[str, ...]) -> FormReport:
    rows = reading.workbook.survey if reading.workbook else []
    return FormReport(
        title=title,
        questions=sum(map(asks, rows)),
        minutes=minutes,
        languages=languages,
        errors=tuple(sorted(reading.errors, key=_place)),
        warnings=tuple(sorted(reading.warnings, key=_place)),
    )


def _place(problem: FormProblem) -> tuple[str, int]:
    """Survey before choices, then by row."""
    return ("" if problem.sheet == "survey" else problem.sheet or "~", problem.row or 0)


def _title(workbook: Workbook | None, path: Path) -> str:
    settings = workbook.raw.settings if workbook else None
    first = settings[0] if settings else {}
    return str(first.get("form_title") or first.get("title") or Path(path).stem)


def _languages(workbook: Workbook | None) -> tuple[str, ...]:
    headers = {
        column: None for row in (workbook.survey if workbook else ()) for column in row.cells
    }
    codes = [
        language_code(column.partition("::")[2].strip())
        for column in headers
        if column.startswith("label::")
    ]
    return tuple(code for code in codes if code != PLAIN)
