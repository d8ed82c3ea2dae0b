"""`metodbot doctor`: whether this installation can work, and what to mend."""

from __future__ import annotations

import asyncio
import json
import shutil
from dataclasses import asdict, dataclass
from typing import Annotated

import typer
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import TelegramError

from bot.api import Api
from bot.settings import Settings
from bot.transport import AiohttpRequest
from db import inbox, outbox
from db.engine import open_engine
from db.units import Units


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    ok: bool
    details: str


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Look at settings, database, disk and Telegram; exit 1 if something is wrong."""
    settings = Settings()
    findings = [*_database(settings), _disk(settings), asyncio.run(_telegram(settings))]
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in findings], ensure_ascii=False))
    else:
        for one in findings:
            typer.echo(f"{'ok ' if one.ok else 'BAD'} {one.name}: {one.details}")
    if not all(one.ok for one in findings):
        raise typer.Exit(1)


def _database(settings: Settings) -> list[Finding]:
    units = Units(open_engine(settings.database()))
    try:
        units.run_now(lambda session: session.execute(text("SELECT 1")).scalar())
        waiting = units.run_now(inbox.count_waiting)
        lost = units.run_now(outbox.undelivered)
    except SQLAlchemyError as error:
        return [Finding("database", False, type(error).__name__)]
    finally:
        units.close()
    return [
        Finding("database", True, "answers"),
        Finding("inbox", waiting < 1000, f"{waiting} waiting"),
        Finding("outbox", not lost, f"{len(lost)} undelivered"),
    ]


def _disk(settings: Settings) -> Finding:
    where = settings.data_dir if settings.data_dir.exists() else settings.data_dir.absolute().parent
    usage = shutil.disk_usage(where)
    share = usage.free / usage.total
    return Finding("disk", share > 0.05, f"{share:.0%} free")


async def _telegram(settings: Settings) -> Finding:
    transport = AiohttpRequest(proxy=settings.proxy, read_timeout=10.0)
    await transport.initialize()
    try:
        api = Api(transport, root=settings.api_url.rstrip("/"), token=settings.bot_token())
        me = await api.call("getMe", {})
    except (TelegramError, ValueError, OSError) as error:
        return Finding("telegram", False, type(error).__name__)
    finally:
        await transport.shutdown()
    return Finding("telegram", True, f"@{me.get('username')}")
