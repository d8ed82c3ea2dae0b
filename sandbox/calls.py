"""The log of Bot API calls, bounded in number and in bytes."""

import json
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sandbox.wire import Json, Upload

_OK = 200
_MOST_CALLS = 20_000
_MOST_BYTES = 64 * 1024 * 1024


@dataclass(slots=True)
class Call:
    """One call; `lost` if its answer never left, with status 0 if it never had an effect."""

    seq: int
    at: float
    method: str
    fields: Json
    files: dict[str, Json]
    status: int
    body: bytes
    lost: bool = False
    ms: float = 0.0

    def shown(self) -> Json:
        """As `/sim/calls` gives it."""
        return {
            "seq": self.seq,
            "at": datetime.fromtimestamp(self.at, UTC).isoformat(),
            "method": self.method,
            "params": {**{k: _decoded(v) for k, v in self.fields.items()}, **self.files},
            "status": self.status,
            "lost": self.lost,
            "ms": self.ms,
            "response": json.loads(self.body) if self.body else None,
        }


class Calls:
    """The newest calls; `total` counts all since the start or the last reset."""

    def __init__(self) -> None:
        self.total = 0
        self.by_method: Counter[str] = Counter()
        """How many calls of each method were answered with success."""
        self._seq = 0
        self._bytes = 0
        self._log: deque[Call] = deque()

    def add(
        self,
        at: float,
        method: str,
        fields: Json,
        files: dict[str, Upload],
        status: int,
        body: bytes,
        lost: bool = False,
        ms: float = 0.0,
    ) -> int:
        """Log a call; its seq."""
        self._seq += 1
        self.total += 1
        if status == _OK:
            self.by_method[method] += 1
        told = {name: _told(upload) for name, upload in files.items()} if files else {}
        self._log.append(Call(self._seq, at, method, fields, told, status, body, lost, ms))
        self._bytes += len(body)
        while len(self._log) > _MOST_CALLS or self._bytes > _MOST_BYTES:
            self._bytes -= len(self._log.popleft().body)
        return self._seq

    def select(self, method: str | None, since: int) -> Iterator[Call]:
        """Calls after `since`, of one method (any case) or all, oldest first."""
        wanted = method.lower() if method else None
        for call in self._log:
            if call.seq > since and (wanted is None or call.method.lower() == wanted):
                yield call

    def clear(self) -> None:
        """Forget all calls; seq goes on."""
        self.total = self._bytes = 0
        self.by_method.clear()
        self._log.clear()


def _told(upload: Upload) -> Json:
    return {"file": upload.name, "mime_type": upload.mime_type, "size": len(upload.content)}


def _decoded(value: object) -> object:
    # A form carries objects as JSON strings; a reader of the log wants the object.
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
