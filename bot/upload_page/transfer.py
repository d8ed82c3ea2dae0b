"""A file on its way from a browser to our disk: counted, timed, whole or not there at all."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import BinaryIO

from aiohttp import BodyPartReader, ClientError, MultipartReader, web

FIELD = "file"
PIECE = 1 << 16
ENVELOPE = 1 << 16
"""Bytes a form may have around its file."""
IDLE = 30.0
"""Seconds without a byte after which nobody is there any more."""
WITHIN = 600.0
"""Seconds a whole transfer may take."""
HEAD = 4096
WRITTEN_TEXT = (b"%PDF", b"{\\rtf", b"<!DOCTYPE", b"<html", b"<?xml")
"""Beginnings of files that look like text and are no table."""


class NotTaken(Exception):
    """The transfer came to nothing; `code` names the sentence, the link is as good as before."""

    def __init__(self, code: str, status: int = 400) -> None:
        super().__init__(code)
        self.code = code
        self.status = status


async def receive(request: web.Request, target: Path, *, limit: int) -> str:
    """Write the one file of a form to `target`; the end of its name (".xlsx").

    Raises NotTaken; then there is nothing at `target`.
    """
    if request.content_length is not None and request.content_length > limit + ENVELOPE:
        raise NotTaken("too-big", 413)
    draft = target.with_suffix(".part")
    try:
        async with asyncio.timeout(WITHIN):
            suffix = await _write(request, draft, limit)
        draft.replace(target)
    except (TimeoutError, ConnectionError, ClientError, ValueError) as error:
        # A body that ends before its form does, a form that is none, a line that went dead.
        raise NotTaken("interrupted", 408 if isinstance(error, TimeoutError) else 400) from error
    finally:
        draft.unlink(missing_ok=True)
    return suffix


async def _write(request: web.Request, draft: Path, limit: int) -> str:
    if not request.content_type.startswith("multipart/form-data"):
        raise NotTaken("no-file", 415)
    form = await request.multipart()
    part = await _in_time(form)
    if not isinstance(part, BodyPartReader) or part.name != FIELD or part.filename is None:
        raise NotTaken("no-file")
    # What people call their files often names people: only the ending is looked at.
    suffix = Path(part.filename).suffix[:8].lower()
    with draft.open("xb") as file:
        await _copy(part, file, limit)
        if await _in_time(form) is not None or not form.at_eof():
            raise NotTaken("interrupted")
        file.flush()
        await asyncio.to_thread(os.fsync, file.fileno())
    return suffix if suffix.isascii() and suffix[1:].isalnum() else ""


async def _in_time(form: MultipartReader) -> object:
    async with asyncio.timeout(IDLE):
        return await form.next()


async def _copy(part: BodyPartReader, file: BinaryIO, limit: int) -> None:
    size = 0
    while True:
        async with asyncio.timeout(IDLE):
            piece = await part.read_chunk(PIECE)
        if not piece:
            break
        if size == 0:
            _check_beginning(bytes(piece[:HEAD]))
        size += len(piece)
        if size > limit:
            raise NotTaken("too-big", 413)
        file.write(piece)
    if size == 0:
        raise NotTaken("empty")


def _check_beginning(head: bytes) -> None:
    """Say at once what is certainly no table; all else is for the parser, by content as well."""
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    packed = head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))
    if not packed and ((b"\x00" in head and not utf16) or head.lstrip().startswith(WRITTEN_TEXT)):
        raise NotTaken("not-a-table", 415)
