"""The live stream for the page: Server-Sent Events."""

import asyncio

from aiohttp import web

from sandbox.sim.routes import Ask, route
from sandbox.world import World

_PING_S = 15.0
_HEADERS = {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-cache",
    "X-Accel-Buffering": "no",
}


@route("GET", "/sim/events")
async def stream(world: World, ask: Ask) -> web.StreamResponse:
    """Every event as a `data:` line, a comment every 15 seconds; ends with the sandbox."""
    response = web.StreamResponse(headers=_HEADERS)
    await response.prepare(ask.request)
    listener = world.events.listen()
    try:
        await response.write(b": listening\n\n")
        while world.events.hears(listener):
            await response.write(await _next(listener))
    except ConnectionError:
        """The page was closed."""
    finally:
        world.events.forget(listener)
    return response


async def _next(listener: asyncio.Queue[bytes]) -> bytes:
    try:
        lines = [await asyncio.wait_for(listener.get(), _PING_S)]
    except TimeoutError:
        return b": ping\n\n"
    while not listener.empty():
        lines.append(listener.get_nowait())
    return b"".join(lines)
