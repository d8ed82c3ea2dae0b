"""`metodbot catalogues`: what the tasks of exams ask for."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import Settings

app = typer.Typer(help="Task catalogues: what the tasks of exams ask for.", no_args_is_help=True)


class Family(StrEnum):
    """Whose tasks they are."""

    VPR = "vpr"
    OGE = "oge"
    EGE = "ege"


@app.callback()
def catalogues() -> None:
    """Task catalogues: what the tasks of exams ask for."""


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    subject: Annotated[str, typer.Option(help="As the reports write it.")],
    grade: Annotated[int, typer.Option(min=1, max=11)],
    exam: Annotated[Family, typer.Option(help="Whose tasks they are.")] = Family.VPR,
    year: Annotated[int | None, typer.Option(help="Only for this year.")] = None,
) -> None:
    """Take over a CSV (code, max, level, skill, content_element) or a report that names skills."""
    from services.analysis.catalogue_import import CatalogueRefused, keep, read

    try:
        rows = read(file)
    except CatalogueRefused as error:
        typer.echo(f"metodbot: {file}: {error}", err=True)
        raise typer.Exit(1) from None
    root = Settings().catalogues()
    path = keep(rows, root, family=exam.value, named=(subject, grade, year))
    typer.echo(f"{path}: {len(rows)}")


@app.command("list")
def list_files() -> None:
    """Name the catalogues there are, the operator's own first."""
    from services.analysis.catalogue import CATALOGUES

    for root in (Settings().catalogues(), CATALOGUES):
        for path in sorted(root.glob("*/*.csv")):
            typer.echo(str(path))
