"""The library's dispatcher, told not to swallow what handlers raise."""

from __future__ import annotations

from typing import Any

from telegram import Bot
from telegram.ext import Application, ApplicationBuilder


class DurableApplication(Application[Any, Any, Any, Any, Any, Any]):
    """Routes updates; a handler's error reaches the caller, who keeps the update for a retry."""

    async def process_error(
        self,
        update: object,  # noqa: ARG002 the library's signature
        error: Exception,
        job: Any = None,  # noqa: ARG002
        coroutine: Any = None,  # noqa: ARG002
    ) -> bool:
        """Raise it again: the inbox, not a log line, decides what becomes of the update."""
        raise error


def routing(bot: Bot) -> DurableApplication:
    """A dispatcher without updater, queue or jobs of its own."""
    application = (
        ApplicationBuilder()
        .application_class(DurableApplication)
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .build()
    )
    if not isinstance(application, DurableApplication):
        raise TypeError("the builder ignored our application class")
    return application
