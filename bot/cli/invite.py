"""`metodbot invite`: a deep link for somebody, made at the console."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.settings import Settings
from db.engine import open_engine
from db.units import Units
from services.access import Role
from services.clock import SystemClock
from services.errors import NotFound
from services.invitations import issue_at_console
from services.work import Work


def invite(
    place: Annotated[str, typer.Argument(help="Login (edu621106) or id of the place.")],
    role: Annotated[Role, typer.Option(help="The role to give.")] = Role.TEACHER,
    uses: Annotated[int, typer.Option(min=1, max=1000, help="How many people may use it.")] = 1,
    days: Annotated[int, typer.Option(min=1, max=365, help="How long it is valid.")] = 14,
    bot: Annotated[str, typer.Option(help="The bot's username, for a whole link.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Make an invitation and print its link (or code)."""
    units = Units(open_engine(Settings().database()))
    now = SystemClock().now()
    try:
        code = units.run_now(
            lambda session: issue_at_console(
                Work(session, now), place, role=role, uses=uses, days=days
            )
        )
    except NotFound:
        typer.echo(f"metodbot: there is no place {place} for the role {role.value}", err=True)
        raise typer.Exit(1) from None
    finally:
        units.close()
    link = f"https://t.me/{bot}?start={code}" if bot else code
    typer.echo(json.dumps({"code": code, "link": link}) if as_json else link)
