"""Forms for tests, written as the Markdown tables an author would write."""

from datetime import date
from pathlib import Path

from services.forms import Form, FormState, Value, load_form

TODAY = date(2026, 10, 5)
SHIPPED = Path(__file__).parents[3] / "forms" / "ru"

KITCHEN = (Path(__file__).parent / "kitchen.md").read_text(encoding="utf-8")


def form_of(folder: Path, text: str, name: str = "form") -> Form:
    """Load a form from Markdown text."""
    path = folder / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return load_form(path)


def survey(*rows: str, choices: tuple[str, ...] = (), columns: str = "") -> str:
    """A form of these rows: type | name | label | and the named columns."""
    lines = ["| survey |", f"| | type | name | label | {columns}", *(f"| | {row}" for row in rows)]
    if choices:
        lines += ["| choices |", "| | list_name | name | label |", *(f"| | {c}" for c in choices)]
    return "\n".join(line if line.endswith("|") else f"{line} |" for line in lines)


def answered(form: Form, *values: Value, known: dict[str, Value] | None = None) -> FormState:
    """The state after these answers; None skips."""
    state = form.begin(known)
    for value in values:
        state = form.skip(state, TODAY) if value is None else form.answer(state, value, TODAY)
    return state


def path_now(form: Form, state: FormState) -> str | None:
    """The path of the question asked now."""
    question = form.current(state)
    return question.path if question else None
