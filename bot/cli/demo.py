"""`metodbot demo`: a local Telegram, the bot and a seeded district, in one command."""

from __future__ import annotations

import asyncio
import socket
import sys
import webbrowser
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.running import until_stopped
from bot.lock import DirectoryTaken
from bot.logs import set_up_logs
from bot.settings import ROOT

PORT = 8081


class Level(StrEnum):
    """How much is logged."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where the page is.")] = PORT,
    data: Annotated[Path, typer.Option(help="Where both states are kept.")] = Path(".demo"),
    fresh: Annotated[bool, typer.Option(help="Forget the state and begin anew.")] = False,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
    tour: Annotated[bool, typer.Option(help="Play the whole loop by itself.")] = False,
    log_level: Annotated[
        Level, typer.Option(case_sensitive=False, help="How much is logged, to stderr.")
    ] = Level.WARNING,
) -> None:
    """Play teacher and methodologist in the browser; no token, no Telegram."""
    set_up_logs(log_level.value)
    from bot.demo.house import DemoHouse
    from handlers.ui.texts import TextLibrary

    texts = TextLibrary.load(ROOT / "locales").of("ru")

    async def serve(stop: asyncio.Event) -> None:
        house = DemoHouse(data, fresh=fresh)
        if not house.settled:
            typer.echo(texts.label("demo-settling"), err=True)
        try:
            url = await house.open(port)
        except BaseException:
            await house.close()
            raise
        typer.echo(texts.label("demo-open", url=url))
        typer.echo(texts.label("demo-stop"))
        if browser:
            await asyncio.to_thread(webbrowser.open, url)
        touring = asyncio.create_task(house.tour(typer.echo, texts)) if tour else None
        await stop.wait()
        if touring is not None:
            touring.cancel()
        await house.close()

    try:
        _try_port(port)
        until_stopped(serve)
    except DirectoryTaken:
        typer.echo(texts.label("demo-directory-taken", directory=str(data)), err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        if error.filename is not None:
            typer.echo(f"metodbot: {error.filename}: {error.strerror}", err=True)
        else:
            typer.echo(texts.label("demo-port-taken", port=str(port)), err=True)
        raise typer.Exit(1) from None


def _try_port(port: int) -> None:
    # Before anything is forgotten or made anew: a taken port must leave no trace.
    with socket.socket() as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))
