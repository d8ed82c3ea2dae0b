"""The players' side of the server: `/sim/…`."""

import logging
from typing import Any

from aiohttp import web

from sandbox.params import Params
from sandbox.refusals import PlayError, RefusalError
from sandbox.sim import ROUTES
from sandbox.sim.routes import Ask, Route
from sandbox.wire import BodyError, encode, json_response, read_body
from sandbox.world import World

_logger = logging.getLogger(__name__)
# People may send files larger than a bot can fetch.
_MOST_BODY_BYTES = 256 * 1024 * 1024


async def serve_play(world: World, request: web.BaseRequest, path: str) -> web.StreamResponse:
    """Run a player's request; refusals are 4xx with their reason."""
    try:
        _refuse_other_site(request)
        route, tail = _find(request.method, path)
        fields, files = await read_body(request, _MOST_BODY_BYTES)
        result: Any = await route(world, Ask(request, Params(fields, files), tail))
    except (PlayError, BodyError) as error:
        result, status = {"error": str(error)}, error.status
    except RefusalError as refusal:
        result, status = {"error": refusal.description}, refusal.code
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        _logger.exception("%s failed", path)
        result, status = {"error": f"the request is malformed: {error!r}"}, 400
    else:
        status = 200
    world.store.flush()
    if isinstance(result, web.StreamResponse):
        return result
    return json_response(encode(result), status)


def _refuse_other_site(request: web.BaseRequest) -> None:
    # A page on the internet must not play people of a sandbox on this machine.
    origin = request.headers.get("Origin")
    if origin is not None and origin.partition("://")[2] != request.headers.get("Host"):
        raise PlayError(403, f"requests of the site {origin} are refused")


def _find(verb: str, path: str) -> tuple[Route, str]:
    route = ROUTES.get((verb, path))
    if route is not None:
        return route, ""
    head, slash, tail = path.rpartition("/")
    route = ROUTES.get((verb, head + slash))
    if route is not None and tail:
        return route, tail
    known = sorted({one for one, its_path in ROUTES if its_path in (path, head + slash)})
    if known:
        raise PlayError(405, f"{path} takes {', '.join(known)}")
    raise PlayError(404, f"no route {path}")
