"""What can be wrong with a form and with an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FormProblem:
    """One mistake of a form's author and the cell it is in; rows count from 1, header included."""

    sheet: str | None
    row: int | None
    column: str | None
    message: str
    code: str = "invalid"
    params: Mapping[str, str] = field(default_factory=dict, compare=False)


class FormInvalid(Exception):
    """The file cannot be used as a form."""

    def __init__(self, errors: Sequence[FormProblem]) -> None:
        self.errors = list(errors)
        super().__init__("; ".join(_sentence(problem) for problem in self.errors))


class AnswerRefused(Exception):
    """The answer cannot be taken; `reason` is a stable code, `message` the form's own words."""

    def __init__(self, reason: str, message: str | None = None) -> None:
        self.reason = reason
        self.message = message
        super().__init__(message or reason)


def _sentence(problem: FormProblem) -> str:
    place = [part for part in (problem.sheet, problem.row, problem.column) if part is not None]
    return f"{' '.join(map(str, place))}: {problem.message}" if place else problem.message
