"""Running something until a signal asks it to stop."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def until_stopped(main: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    """Run `main(stop)`; `stop` is set by the first SIGINT or SIGTERM."""

    async def wrapped() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in STOP_SIGNALS:
            try:
                loop.add_signal_handler(number, stop.set)
            except NotImplementedError:
                # Windows: only Ctrl+C, by way of KeyboardInterrupt.
                signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
        await main(stop)

    asyncio.run(wrapped())
