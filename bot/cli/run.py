"""`metodbot run`: the bot on real Telegram, or on METODBOT_API_URL."""

from __future__ import annotations

import asyncio

import typer
from pydantic import ValidationError

from bot.cli.running import until_stopped
from bot.lock import DirectoryTaken
from bot.logs import set_up_logs
from bot.settings import Settings


def run() -> None:
    """Run the bot: polling, or a webhook when METODBOT_WEBHOOK_URL is set."""
    try:
        settings = Settings()
        settings.bot_token()
        settings.button_secret()
    except ValidationError:
        raise
    except (ValueError, OSError) as error:
        typer.echo(f"metodbot: {error}", err=True)
        raise typer.Exit(2) from None
    set_up_logs(settings.log_level)

    async def serve(stop: asyncio.Event) -> None:
        from bot.application import Metodbot

        bot = Metodbot(settings)
        try:
            await bot.start()
            await stop.wait()
        finally:
            await bot.stop()

    try:
        until_stopped(serve)
    except DirectoryTaken as error:
        typer.echo(f"metodbot: {error}", err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        where = error.filename or f"cannot listen on {settings.listen}"
        typer.echo(f"metodbot: {where}: {error.strerror}", err=True)
        raise typer.Exit(1) from None
