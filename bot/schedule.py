"""The tick: once a second, what is due is looked for in the rows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler


def start_ticking(tick: Callable[[], Awaitable[None]], *, every: float = 1.0) -> AsyncIOScheduler:
    """Call `tick` for ever; a late tick is one tick, never two at once."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        tick, "interval", seconds=every, coalesce=True, max_instances=1, misfire_grace_time=None
    )
    scheduler.start()
    return scheduler
