"""What happened, told at once to everybody who listens (the page's live stream)."""

import asyncio
from typing import Any

from sandbox.wire import encode

_LISTENER_BACKLOG = 10_000


class Events:
    """Numbered events handed to listeners; costs nothing while nobody listens."""

    def __init__(self) -> None:
        self.seq = 0
        self._listeners: set[asyncio.Queue[bytes]] = set()

    def emit(self, kind: str, **fields: Any) -> None:
        """Tell every listener; fields that are None are left out."""
        self.seq += 1
        if not self._listeners:
            return
        told = {name: value for name, value in fields.items() if value is not None}
        line = b"data: " + encode({"seq": self.seq, "kind": kind, **told}) + b"\n\n"
        for listener in list(self._listeners):
            try:
                listener.put_nowait(line)
            except asyncio.QueueFull:
                # A listener that stopped reading must not eat the memory of the others.
                self._listeners.discard(listener)

    def listen(self) -> asyncio.Queue[bytes]:
        """Open a stream of encoded lines."""
        listener: asyncio.Queue[bytes] = asyncio.Queue(_LISTENER_BACKLOG)
        self._listeners.add(listener)
        return listener

    def forget(self, listener: asyncio.Queue[bytes]) -> None:
        """Close a stream."""
        self._listeners.discard(listener)

    def close(self) -> None:
        """End all streams."""
        listeners, self._listeners = self._listeners, set()
        for listener in listeners:
            if not listener.full():
                listener.put_nowait(b": bye\n\n")

    def hears(self, listener: asyncio.Queue[bytes]) -> bool:
        """Whether the stream is still open on this side."""
        return listener in self._listeners
