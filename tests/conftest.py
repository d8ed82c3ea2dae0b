"""Fixtures of all tests: databases, a stage per test, the cast on it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.logs import set_up_logs
from db.engine import open_engine
from db.migrations.upgrade import upgrade
from db.units import Units
from tests.cast import Cast, enter
from tests.databases import PostgresServer, sqlite_url
from tests.stage import Stage

set_up_logs("WARNING")

BOTH = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    server = PostgresServer(tmp_path_factory.mktemp("postgres"))
    yield server
    server.close()


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    one = open_engine(database_url)
    upgrade(one)
    yield one
    one.dispose()


@pytest.fixture
def units(engine: Engine) -> Iterator[Units]:
    one = Units(engine)
    yield one
    one.close()


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    one = Stage(tmp_path / "data")
    await one.open()
    yield one
    await one.close()


@pytest.fixture
async def stage_on_both(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage for the core conversations that are played on both databases."""
    one = Stage(tmp_path / "data", database_url=database_url)
    await one.open()
    yield one
    await one.close()


@pytest.fixture
async def cast(stage: Stage) -> Cast:
    return await enter(stage)
