"""Write-through of the sandbox's state into one SQLite file, so that it survives a kill."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from sandbox.wire import encode

_WRITE = (
    "INSERT INTO objects (kind, key, body) VALUES (?, ?, ?)"
    " ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body"
)


class Dumpable(Protocol):
    """An object that can say itself as JSON."""

    def dump(self) -> Any:
        """The object as plain JSON values."""


class Store:
    """Objects by kind and key; without a directory nothing is written."""

    def __init__(self, data_dir: Path | None) -> None:
        self.files_dir: Path | None = None
        self._db: sqlite3.Connection | None = None
        self._dirty: dict[tuple[str, str], Dumpable | bytes | None] = {}
        if data_dir is not None:
            self.files_dir = data_dir / "files"
            self.files_dir.mkdir(parents=True, exist_ok=True)
            self._db = _open(data_dir / "sandbox.sqlite3")

    def put(self, kind: str, key: object, value: Dumpable | bytes) -> None:
        """Remember to write the object as it will be at the end of the request."""
        if self._db is not None:
            self._dirty[kind, str(key)] = value

    def drop(self, kind: str, key: object) -> None:
        """Remember to delete the object."""
        if self._db is not None:
            self._dirty[kind, str(key)] = None

    def clear(self, *kinds: str) -> None:
        """Delete every object of these kinds."""
        if self._db is None:
            return
        self._dirty = {key: value for key, value in self._dirty.items() if key[0] not in kinds}
        for kind in kinds:
            self._db.execute("DELETE FROM objects WHERE kind = ?", (kind,))

    def flush(self) -> None:
        """Write everything remembered in one transaction."""
        if self._db is None or not (self._dirty or self._db.in_transaction):
            return
        dirty, self._dirty = self._dirty, {}
        gone = [key for key, value in dirty.items() if value is None]
        kept = [(*key, _body(value)) for key, value in dirty.items() if value is not None]
        self._db.executemany("DELETE FROM objects WHERE kind = ? AND key = ?", gone)
        self._db.executemany(_WRITE, kept)
        self._db.commit()

    def load(self, kind: str) -> Iterator[tuple[str, Any]]:
        """Objects of a kind in the order they were first written, decoded."""
        for key, body in self.load_raw(kind):
            yield key, json.loads(body)

    def load_raw(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """The same, still encoded."""
        if self._db is not None:
            query = "SELECT key, body FROM objects WHERE kind = ? ORDER BY rowid"
            yield from self._db.execute(query, (kind,)).fetchall()

    def close(self) -> None:
        """Write what is left and close the file."""
        if self._db is not None:
            self.flush()
            self._db.close()
            self._db = None


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    # A killed process loses nothing the system already has; only power loss would.
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = OFF")
    db.execute(
        "CREATE TABLE IF NOT EXISTS objects"
        " (kind TEXT NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, UNIQUE (kind, key))"
    )
    db.commit()
    return db


def _body(value: Dumpable | bytes) -> bytes:
    return value if isinstance(value, bytes) else encode(value.dump())
