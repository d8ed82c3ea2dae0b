"""`metodbot results`: recognise and analyse result files without saving anything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import ROOT, Settings

app = typer.Typer(help="Result files of exams.", no_args_is_help=True)


@app.callback()
def results() -> None:
    """Result files of exams."""


@app.command("inspect")
def inspect_files(
    files: list[Path],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Recognise and analyse files; exit 1 if any of them has an error."""
    from handlers.results.wording import say
    from handlers.ui.texts import TextLibrary
    from services.analysis import inspect

    texts = TextLibrary.load(ROOT / "locales").of(Settings().language)
    entries = inspect(files, say=say(texts))
    if as_json:
        typer.echo(json.dumps(entries, ensure_ascii=False, indent=1))
    else:
        for entry in entries:
            error = entry["error"]
            typer.echo(
                f"{entry['file']}: {error['message']}"
                if error
                else f"{entry['file']}: {entry['kind']} {entry['exam']} {entry['year']} "
                f"{entry['subject']} {entry['grade']}, {entry['pupils']}"
            )
    if any(entry["error"] for entry in entries):
        raise typer.Exit(1)
