"""HTTP bodies: JSON, form, multipart and query in; JSON out, encoded once."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

Json = dict[str, Any]

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_JSON_HEADERS = {"Content-Type": "application/json"}


@dataclass(slots=True)
class Upload:
    """A file part of a multipart body."""

    name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class RawJson:
    """JSON that is already encoded."""

    body: bytes


class BodyError(Exception):
    """The body cannot be read; `status` is 400 or 413."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def encode(value: object) -> bytes:
    """JSON in UTF-8; a lone surrogate is written as an escape."""
    if isinstance(value, RawJson):
        return value.body
    try:
        return _encoder.encode(value).encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode()


def json_response(body: bytes, status: int = 200) -> web.Response:
    """An HTTP answer carrying encoded JSON."""
    return web.Response(body=body, status=status, headers=_JSON_HEADERS)


async def read_body(request: web.BaseRequest, limit: int) -> tuple[Json, dict[str, Upload]]:
    """Fields and files of a request, whatever its encoding; over `limit` bytes is a 413."""
    fields: Json = dict(request.query) if "?" in request.raw_path else {}
    if not request.body_exists:
        return fields, {}
    await _refuse_too_large(request, limit)
    content_type = request.headers.get("Content-Type", "")
    if content_type.startswith("multipart/"):
        return await _read_multipart(request, fields, limit)
    body = await request.read()
    if content_type.startswith("application/json"):
        fields.update(_decode_object(body))
    elif body:
        fields.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return fields, {}


async def _refuse_too_large(request: web.BaseRequest, limit: int) -> None:
    if (request.content_length or 0) <= limit:
        return
    while await request.content.readany():
        """The rest is read and dropped, so that the client hears the refusal."""
    raise BodyError(413, "Request Entity Too Large")


def _decode_object(body: bytes) -> Json:
    if not body:
        return {}
    try:
        decoded = json.loads(body)
    except ValueError as error:
        raise BodyError(400, f"the body is not JSON: {error}") from error
    if not isinstance(decoded, dict):
        raise BodyError(400, "the JSON body must be an object")
    return decoded


async def _read_multipart(
    request: web.BaseRequest, fields: Json, limit: int
) -> tuple[Json, dict[str, Upload]]:
    files: dict[str, Upload] = {}
    left = limit
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        left -= len(content)
        if left < 0:
            raise BodyError(413, "Request Entity Too Large")
        if part.filename is None:
            fields[part.name] = content.decode("utf-8", "replace")
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = Upload(part.filename, mime_type, content)
    return fields, files
