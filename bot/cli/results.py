"""`metodbot results`: look into result files, or load them without the messenger."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import ROOT, Settings
from services.uploads import Purpose

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


@app.command("load")
def load_file(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    person: Annotated[int | None, typer.Option(help="In whose name: the person's id.")] = None,
    account: Annotated[
        int | None, typer.Option("--as", help="In whose name: the account in the messenger.")
    ] = None,
    purpose: Annotated[Purpose, typer.Option(help="What the file is for.")] = Purpose.RESULTS,
    answer: Annotated[
        list[str] | None, typer.Option(help="What the file does not say, as year=2026.")
    ] = None,
    leave_bad: Annotated[
        bool, typer.Option("--leave-bad", help="Load without the rows that cannot be counted.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Load results or a list of staff; nothing that names people is kept. Exit 1 if not loaded."""
    from bot.cli.loading import Sender, load

    if (person is None) is (account is None):
        raise typer.BadParameter("say in whose name: either --person or --as")
    told = load(
        file,
        Sender(person, account),
        purpose=purpose,
        answers=_answers(answer or ()),
        leave_bad=leave_bad,
        ask=lambda words: yes or typer.confirm(words, err=True),
        say=lambda words: None if as_json else typer.echo(words),
    )
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False, indent=1))
    elif told["error"]:
        typer.echo(told["error"]["message"], err=True)
    if told["error"]:
        raise typer.Exit(1)


def _answers(pairs: Sequence[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not (key and sign and value):
            raise typer.BadParameter(f"{pair}: it is KEY=VALUE, as year=2026")
        found[key] = value
    return found
