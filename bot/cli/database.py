"""`metodbot db` and `metodbot seed`: the database's shape and first content."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import Settings
from db.engine import open_engine
from db.migrations.upgrade import upgrade
from db.units import Units

app = typer.Typer(help="The database.", no_args_is_help=True)


@app.command("upgrade")
def upgrade_database() -> None:
    """Bring the database to the present shape."""
    settings = Settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    upgrade(open_engine(settings.database()))


def seed(
    file: Annotated[Path, typer.Argument(help="A district as TOML.", exists=True, dir_okay=False)],
) -> None:
    """Load a district: region, municipalities, schools, associations, people."""
    from services.clock import SystemClock
    from services.district import load_district
    from services.work import Work

    try:
        district = tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        typer.echo(f"metodbot: {file} is not TOML: {error}", err=True)
        raise typer.Exit(1) from None
    settings = Settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    engine = open_engine(settings.database())
    upgrade(engine)
    units = Units(engine)
    now = SystemClock().now()
    try:
        units.run_now(lambda session: load_district(Work(session, now), district))
    except (KeyError, TypeError, AttributeError) as error:
        typer.echo(f"metodbot: {file} is not a district: {error!r}", err=True)
        raise typer.Exit(1) from None
    finally:
        units.close()
