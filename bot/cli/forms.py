"""`metodbot forms`: check a form file, walk through it with given answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from services.clock import SystemClock

app = typer.Typer(help="Form files (XLSForm).", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


@app.command("check")
def check(file: Path, as_json: AsJson = False) -> None:
    """Say what is wrong with a form; exit 1 on errors."""
    from services.forms.check import check_file

    report = check_file(file)
    if as_json:
        typer.echo(json.dumps(report.to_json(), ensure_ascii=False, indent=1))
    else:
        for problem in (*report.errors, *report.warnings):
            typer.echo(f"{problem.sheet} {problem.row} {problem.column}: {problem.message}")
    if report.errors:
        raise typer.Exit(1)


@app.command("simulate")
def simulate(
    file: Path,
    answers: Annotated[Path, typer.Option(help="Answers as JSON.", exists=True, dir_okay=False)],
    as_json: AsJson = False,
) -> None:
    """Print what a person would meet who gives these answers."""
    from services.forms.problems import FormInvalid
    from services.forms.simulate import simulate as walk

    given = _answers_in(answers)
    today = SystemClock().now().date()
    try:
        steps = walk(file, given, today=today)
    except FormInvalid:
        # The author is told the same as by the check.
        check(file, as_json)
        raise typer.Exit(1) from None
    if as_json:
        typer.echo(json.dumps(steps, ensure_ascii=False, indent=1))
        return
    for step in steps:
        typer.echo(f"{step['name']}: {step['label']} → {step['answer']}")


def _answers_in(path: Path) -> dict[str, Any]:
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise typer.BadParameter(f"{path} is not JSON: {error}") from None
    if not isinstance(given, dict):
        raise typer.BadParameter(f"{path} does not hold an object of answers")
    return given
