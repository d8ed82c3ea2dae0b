"""Our own files, in the data directory under the hash of their content."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Collection
from datetime import datetime
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
        if path.exists():
            # Somebody is about to need it: it is as new as any.
            os.utime(path)
        else:
            # Processes that share the store may have the same number.
            draft = path.with_suffix(f".{secrets.token_hex(4)}")
            draft.write_bytes(content)
            draft.replace(path)
        return key

    def path(self, key: str) -> Path:
        """Where the file of this key lies."""
        if not key.isalnum():
            raise ValueError("not a key of the file store")
        return self._directory / key

    def drop(self, name: str) -> None:
        """Forget a file: a key, or what `older_than` calls one that was never whole."""
        self.path(name.partition(".")[0]).with_name(name).unlink(missing_ok=True)

    def older_than(self, moment: datetime) -> list[str]:
        """The names of files that nobody has put since then, half-written ones too."""
        limit = moment.timestamp()
        return [one.name for one in os.scandir(self._directory) if one.stat().st_mtime < limit]

    def drop_all(self, prefix: str, *, but: Collection[str] = ()) -> None:
        """Forget all files whose keys begin so, half-written ones too, except some."""
        if not prefix.isalnum():
            raise ValueError("not the beginning of a key of the file store")
        for path in self._directory.glob(f"{prefix}*"):
            if path.name not in but:
                path.unlink(missing_ok=True)
