"""A chat as a person sees it: JSON for programs and the page, a transcript for reading."""

from typing import Any

from aiohttp import web

from sandbox.refusals import PlayError
from sandbox.sim.reading import read_chat
from sandbox.sim.routes import Ask, route
from sandbox.sim.who import known_chat
from sandbox.sim.writing import transcript
from sandbox.world import World


@route("GET", "/sim/chat/")
async def show_chat(world: World, ask: Ask) -> Any:
    """The messages of a chat after `since`, as seen by `as`; `format=text` for a transcript."""
    try:
        chat = known_chat(world, int(ask.tail))
    except ValueError as error:
        raise PlayError(404, f"no chat {ask.tail}") from error
    since = ask.params.integer("since") or 0
    if ask.params.text("format") == "text":
        return web.Response(text=transcript(world, chat, since))
    return read_chat(world, chat, since, ask.params.integer("as"))
