"""`metodbot outbox`: what was not delivered, and trying again."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.settings import Settings
from db import outbox as queue
from db.engine import open_engine
from db.units import Units
from services.clock import SystemClock

app = typer.Typer(help="Messages not delivered.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


@app.command("list")
def list_undelivered(as_json: AsJson = False) -> None:
    """List failed and unknown messages: ids and reasons, never their words."""
    units = Units(open_engine(Settings().database()))
    rows = units.run_now(queue.undelivered)
    units.close()
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        typer.echo(f"{row['id']}\t{row['status']}\t{row['kind']}\t{row['error']}")


@app.command("retry")
def retry(ids: list[int]) -> None:
    """Send failed or unknown messages again, by their ids."""
    units = Units(open_engine(Settings().database()))
    now = SystemClock().now()
    count = units.run_now(lambda session: queue.retry(session, ids, now))
    units.close()
    typer.echo(str(count))
    if count < len(ids):
        raise typer.Exit(1)
