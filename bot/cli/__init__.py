"""The command line: exit 0 done, 1 failed, 2 used wrongly; `--json` prints one document."""

from __future__ import annotations

import os

import typer
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot.cli import catalogues, database, demo, doctor, forms, invite, outbox, results, run, sandbox

app = typer.Typer(
    name="metodbot",
    help="A Telegram bot for the methodological support of schools.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("demo")(demo.demo)
app.command("run")(run.run)
app.command("sandbox")(sandbox.sandbox)
app.command("seed")(database.seed)
app.command("invite")(invite.invite)
app.command("doctor")(doctor.doctor)
app.add_typer(database.app, name="db")
app.add_typer(outbox.app, name="outbox")
app.add_typer(results.app, name="results")
app.add_typer(forms.app, name="forms")
app.add_typer(catalogues.app, name="catalogues")


def main() -> None:
    """The entry point: what an operator can mend is a sentence, not a traceback."""
    # Everything we write holds people's data: database, files, logs sent to a file.
    os.umask(0o077)
    try:
        app()
    except ValidationError as error:
        for one in error.errors():
            variable = "_".join(["METODBOT", *map(str, one["loc"])]).upper()
            typer.echo(f"metodbot: {variable}: {one['msg']}", err=True)
        raise SystemExit(2) from None
    except SQLAlchemyError as error:
        # The driver's own words may quote the address with its password.
        typer.echo(f"metodbot: the database refuses: {type(error).__name__}", err=True)
        raise SystemExit(1) from None
