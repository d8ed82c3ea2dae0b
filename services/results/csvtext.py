"""Plain text tables: the encodings and separators that spreadsheets write."""

from __future__ import annotations

import csv
import io
from collections import Counter

from services.results.limits import Limits
from services.results.refusal import FileRefused
from services.results.sheet import Row, Sheet, rectangular

_SEPARATORS = ";\t,|"
_CONTROL = frozenset(map(chr, range(32))) - {"\t", "\n", "\r"}


def read(content: bytes, limits: Limits) -> Sheet:
    """The text as one sheet; refuses what is no table of at least two columns."""
    text = _decoded(content)
    if _CONTROL & set(text):
        raise FileRefused("not_a_table", params={"format": "binary"})
    separator = _separator(text)
    try:
        rows: list[Row] = list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error as error:
        raise FileRefused("damaged") from error
    width = max(map(len, rows), default=0)
    if len(rows) > limits.rows or width > limits.columns or len(rows) * width > limits.area:
        raise FileRefused("too_many_cells", params={"rows": len(rows), "columns": width})
    return Sheet("", rectangular(rows, width))


def _decoded(content: bytes) -> str:
    encodings = ["utf-8-sig", "cp1251"]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileRefused("not_a_table", params={"format": "binary"})


def _separator(text: str) -> str:
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    counts = {mark: Counter(line.count(mark) for line in lines) for mark in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda mark: _regularity(counts[mark]))
    if not _regularity(counts[best]):
        raise FileRefused("not_a_table", params={"format": "text"})
    return best


def _regularity(counts: Counter[int]) -> int:
    return max((lines * times for times, lines in counts.items() if times), default=0)
