"""Plain text tables: the encodings and separators that spreadsheets write."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator

from services.results.limits import Limits
from services.results.packed import pack
from services.results.refusal import FileRefused
from services.results.sheet import Row, Sheet

_LOOKED_AT = 20_000
_SEPARATORS = ";\t,|"
_CONTROL = frozenset(map(chr, range(32))) - {"\t", "\n", "\r"}


def read(content: bytes, limits: Limits) -> Sheet:
    """The text as one sheet; refuses what is no table of at least two columns."""
    encoding, separator = _written(content)
    lines = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline="")
    try:
        return Sheet("", pack(_within(csv.reader(lines, delimiter=separator), limits)))
    except csv.Error as error:
        raise FileRefused("damaged") from error


def _within(rows: Iterable[Row], limits: Limits) -> Iterator[Row]:
    widest = 0
    for count, row in enumerate(rows, 1):
        widest = max(widest, len(row))
        if count > limits.rows or widest > limits.columns or count * widest > limits.area:
            raise FileRefused("too_many_cells", params={"rows": count, "columns": widest})
        yield row


def _written(content: bytes) -> tuple[str, str]:
    """The encoding and the separator."""
    encodings = ["utf-8-sig", "cp1251"]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL & set(text):
            break
        return encoding, _separator(text[:_LOOKED_AT])
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
