"""The bot's side of the server: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import inspect
import logging
import time
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.botapi import METHODS
from sandbox.botapi.table import Method
from sandbox.faults import Mishap
from sandbox.params import Params
from sandbox.refusals import RefusalError
from sandbox.wire import BodyError, Json, RawJson, Upload, encode, json_response, read_body
from sandbox.world import World

# Telegram takes files up to 50 MB; the rest of the body is the other fields.
_MOST_BODY_BYTES = 51 * 1024 * 1024
_logger = logging.getLogger(__name__)
_UNAUTHORIZED = RefusalError(401, "Unauthorized")
_NOT_FOUND = RefusalError(404, "Not Found")


@dataclass(slots=True)
class Outcome:
    """What a call came to; when `lost`, the connection is closed without an answer."""

    status: int
    body: bytes
    lost: bool = False
    ms: float = 0.0
    """How long it took, with any latency ordered for it."""


async def serve_call(world: World, request: web.BaseRequest, path: str) -> web.StreamResponse:
    """Run one Bot API call, with whatever mishap is ordered for it, and log it."""
    token, _, name = path.removeprefix("/bot").partition("/")
    if not name or not token or world.token not in (None, token):
        return _respond(_refused(_UNAUTHORIZED if name and token else _NOT_FOUND))
    try:
        fields, files = await read_body(request, _MOST_BODY_BYTES)
    except BodyError as error:
        return _respond(_refused(RefusalError(error.status, _body_words(error))))
    began = time.perf_counter()
    outcome = await run_call(world, name, fields, files)
    outcome.ms = round((time.perf_counter() - began) * 1000, 1)
    if request.transport is not None or name.lower() != "getupdates":
        # A poll whose client has gone is nobody's call any more; other calls had their effect.
        log_call(world, name, fields, files, outcome)
    world.store.flush()
    if outcome.lost:
        return _hang_up(request)
    return _respond(outcome)


async def run_call(world: World, name: str, fields: Json, files: dict[str, Upload]) -> Outcome:
    """Run a method with the mishaps ordered for it."""
    known = METHODS.get(name.lower())
    mishap = world.faults.strike(name.lower(), fields)
    if mishap is None:
        return await _run(world, known, fields, files)
    return await _run_struck(world, known, fields, files, mishap)


def log_call(
    world: World, name: str, fields: Json, files: dict[str, Upload], outcome: Outcome
) -> None:
    """Enter a call into the log under its proper name, and tell the page."""
    known = METHODS.get(name.lower())
    name = known[0] if known else name
    at, lost = world.clock.timestamp(), outcome.lost
    seq = world.calls.add(at, name, fields, files, outcome.status, outcome.body, lost, outcome.ms)
    world.events.emit("call", method=name, call=seq, status=outcome.status)


def _body_words(error: BodyError) -> str:
    return "Request Entity Too Large" if error.status == 413 else f"Bad Request: {error}"


async def _run_struck(
    world: World,
    known: tuple[str, Method] | None,
    fields: Json,
    files: dict[str, Upload],
    mishap: Mishap,
) -> Outcome:
    if mishap.latency_s:
        await asyncio.sleep(mishap.latency_s)
    fault = mishap.fault
    if fault is None:
        return await _run(world, known, fields, files)
    if fault.drop:
        return Outcome(0, b"", lost=True)
    refusal = fault.refusal()
    outcome = _refused(refusal) if refusal is not None else await _run(world, known, fields, files)
    outcome.lost = fault.lose_response
    return outcome


async def _run(
    world: World, known: tuple[str, Method] | None, fields: Json, files: dict[str, Upload]
) -> Outcome:
    if known is None:
        return _refused(_NOT_FOUND)
    name, function = known
    world.shapes.check_call(name, fields, files)
    try:
        result: Any = function(world, Params(fields, files))
        if inspect.isawaitable(result):
            result = await result
    except RefusalError as refusal:
        return _refused(refusal)
    except (TypeError, ValueError, KeyError, AttributeError):
        # A parameter of a shape nobody thought of; the answer stays an answer of the Bot API.
        _logger.exception("%s failed", name)
        return _refused(RefusalError(500, "Internal Server Error"))
    world.shapes.check_answer(name, result)
    if isinstance(result, RawJson):
        return Outcome(200, b'{"ok":true,"result":%s}' % result.body)
    return Outcome(200, encode({"ok": True, "result": result}))


def _refused(refusal: RefusalError) -> Outcome:
    told: Json = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    if refusal.parameters:
        told["parameters"] = refusal.parameters
    return Outcome(refusal.code, encode(told))


def _respond(outcome: Outcome) -> web.Response:
    return json_response(outcome.body, outcome.status)


def _hang_up(request: web.BaseRequest) -> web.Response:
    if request.transport is not None:
        request.transport.close()
    return web.Response()


async def serve_file(world: World, path: str) -> web.Response:
    """The bytes of a file that getFile gave the path of."""
    token, _, file_path = path.removeprefix("/file/bot").partition("/")
    if world.token not in (None, token):
        return _respond(_refused(_UNAUTHORIZED))
    file = next((one for one in world.state.files.values() if one.path == file_path), None)
    if file is None:
        return _respond(_refused(_NOT_FOUND))
    content = world.state.contents.read(file.unique_id)
    return web.Response(body=content, headers={"Content-Type": "application/octet-stream"})
