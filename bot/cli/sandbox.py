"""`metodbot sandbox`: only the local Telegram."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.running import until_stopped


def sandbox(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where the local Telegram listens.")
    ] = 8081,
    data: Annotated[Path | None, typer.Option(help="Keep its state in this directory.")] = None,
    token: Annotated[str | None, typer.Option(help="Accept only this token.")] = None,
) -> None:
    """Run a local Telegram with a web page, on 127.0.0.1."""

    async def serve(stop: asyncio.Event) -> None:
        from sandbox import Sandbox

        server = Sandbox(data_dir=data, token=token)
        url = await server.start(port=port)
        typer.echo(url)
        await stop.wait()
        await server.stop()

    try:
        until_stopped(serve)
    except OSError as error:
        typer.echo(f"metodbot: port {port} is taken: {error.strerror}", err=True)
        raise typer.Exit(1) from None
