"""One process per data directory: a second one would answer everybody a second time."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class DirectoryTaken(Exception):
    """Another process works with this directory."""

    def __init__(self, directory: Path) -> None:
        super().__init__(f"{directory} is in use by another running bot")
        self.directory = directory


class DirectoryLock:
    """Held until released or until the process ends, however it ends."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file: IO[bytes] = (directory / "lock").open("ab")
        try:
            _take(self._file)
        except OSError:
            self._file.close()
            raise DirectoryTaken(directory) from None

    def release(self) -> None:
        """Let another process have the directory."""
        self._file.close()


def _take(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        file.seek(0, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
