"""Our own files, in the data directory under the hash of their content."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from pathlib import Path


class FileStore:
    """Content-addressed files; writing the same content twice keeps one."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)

    def put(self, content: bytes) -> str:
        """Store and return the key; the file is whole or not there at all."""
        key = hashlib.sha256(content).hexdigest()
        path = self.path(key)
        if not path.exists():
            draft = path.with_suffix(f".{os.getpid()}")
            draft.write_bytes(content)
            draft.replace(path)
        return key

    def path(self, key: str) -> Path:
        """Where the file of this key lies."""
        if not key.isalnum():
            raise ValueError("not a key of the file store")
        return self._directory / key

    def drop(self, key: str) -> None:
        """Forget a file."""
        self.path(key).unlink(missing_ok=True)

    def drop_all(self, prefix: str, *, but: Collection[str] = ()) -> None:
        """Forget all files whose keys begin so, half-written ones too, except some."""
        if not prefix.isalnum():
            raise ValueError("not the beginning of a key of the file store")
        for path in self._directory.glob(f"{prefix}*"):
            if path.name not in but:
                path.unlink(missing_ok=True)
