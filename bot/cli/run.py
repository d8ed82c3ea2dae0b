"""`metodbot run`: the bot on real Telegram, or on METODBOT_API_URL."""

from __future__ import annotations

import asyncio

import typer
from pydantic import ValidationError

from bot.cli.running import until_stopped
from bot.logs import set_up_logs
from bot.settings import Settings


def run() -> None:
    """Run the bot: polling, or a webhook when METODBOT_WEBHOOK_URL is set."""
    try:
        settings = Settings()
        settings.bot_token()
    except (ValueError, ValidationError, OSError) as error:
        typer.echo(f"metodbot: {error}", err=True)
        raise typer.Exit(2) from None
    set_up_logs(settings.log_level)
    import os, sys
    sys.setswitchinterval(float(os.environ.get("SWI", "0.005")))

    async def serve(stop: asyncio.Event) -> None:
        from bot.application import Metodbot

        bot = Metodbot(settings)
        await bot.start()
        await stop.wait()
        await bot.stop()

    try:
        until_stopped(serve)
    except OSError as error:
        typer.echo(f"metodbot: cannot listen on {settings.listen}: {error.strerror}", err=True)
        raise typer.Exit(1) from None
