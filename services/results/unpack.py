"""Inflating an entry of a package as a stream, believing none of its sizes."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator

from services.results.limits import MIB
from services.results.refusal import FileRefused

_LOCAL = b"PK\x03\x04"
_LOCAL_BYTES = 30


def inflate(content: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The entry's bytes, a megabyte at a time.

    Raises FileRefused when the headers tell another size: two readers would then see two files.
    """
    raw = _raw(content, entry)
    size = 0
    for piece in _pieces(raw, entry.compress_type):
        size += len(piece)
        yield piece
    if size != entry.file_size:
        raise FileRefused("hostile", params={"why": "sizes"})


def _raw(content: bytes, entry: zipfile.ZipInfo) -> memoryview:
    start = entry.header_offset
    if content[start : start + 4] != _LOCAL:
        raise FileRefused("damaged")
    name_bytes = int.from_bytes(content[start + 26 : start + 28], "little")
    extra_bytes = int.from_bytes(content[start + 28 : start + 30], "little")
    begin = start + _LOCAL_BYTES + name_bytes + extra_bytes
    if begin + entry.compress_size > len(content):
        raise FileRefused("damaged")
    return memoryview(content)[begin : begin + entry.compress_size]


def _pieces(raw: memoryview, method: int) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        for start in range(0, len(raw), MIB):
            yield bytes(raw[start : start + MIB])
        return
    if method != zipfile.ZIP_DEFLATED:
        raise FileRefused("damaged")
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    left: bytes | memoryview = raw
    while not engine.eof:
        piece = engine.decompress(left, MIB)
        left = engine.unconsumed_tail
        if not piece and not left and not engine.eof:
            raise FileRefused("damaged")
        yield piece
