"""`metodbot demo`: a local Telegram, the bot and a seeded district, in one command."""

from __future__ import annotations

import asyncio
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.running import until_stopped
from bot.logs import set_up_logs
from bot.settings import ROOT

PORT = 8081


def demo(
    port: Annotated[int, typer.Option(help="Where the page is.")] = PORT,
    data: Annotated[Path, typer.Option(help="Where both states are kept.")] = Path(".demo"),
    fresh: Annotated[bool, typer.Option(help="Forget the state and begin anew.")] = False,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
    tour: Annotated[bool, typer.Option(help="Play the whole loop by itself.")] = False,
    log_level: Annotated[str, typer.Option(help="How much is logged, to stderr.")] = "WARNING",
) -> None:
    """Play teacher and methodologist in the browser; no token, no Telegram."""
    set_up_logs(log_level)
    from bot.demo.house import DemoHouse
    from handlers.ui.texts import TextLibrary

    texts = TextLibrary.load(ROOT / "locales").of("ru")

    async def serve(stop: asyncio.Event) -> None:
        house = DemoHouse(data, fresh=fresh)
        url = await house.open(port)
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
        until_stopped(serve)
    except OSError:
        typer.echo(texts.label("demo-port-taken", port=str(port)), err=True)
        raise typer.Exit(1) from None
