"""The bytes of files, for the page and for scripts."""

from urllib.parse import quote

from aiohttp import web

from sandbox.refusals import PlayError
from sandbox.sim.routes import Ask, route
from sandbox.world import World


@route("GET", "/sim/file/")
async def show_file(world: World, ask: Ask) -> web.Response:
    """A file's bytes with its type and name."""
    file = world.state.files.get(ask.tail)
    if file is None:
        raise PlayError(404, f"no file {ask.tail}")
    headers = {
        "Content-Type": file.mime_type,
        "Content-Disposition": f"inline; filename*=UTF-8''{quote(file.name)}",
        # What people upload must never run as a page of this origin.
        "Content-Security-Policy": "sandbox",
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(body=world.state.contents.read(file.unique_id), headers=headers)
