"""Engines for both databases, with the settings that make them safe under kill -9."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

SQLITE_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=10000",
    "foreign_keys=ON",
    "journal_size_limit=67108864",
    "trusted_schema=OFF",
)


def open_engine(url: str, *, threads: int = 4) -> Engine:
    """A synchronous engine for units of work; `url` names SQLite or PostgreSQL."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        engine = create_engine(
            address.set(drivername="sqlite+pysqlite"),
            connect_args={"check_same_thread": False},
            hide_parameters=True,
        )
        _make_sqlite_safe(engine, begin="BEGIN IMMEDIATE")
        return engine
    return create_engine(
        address.set(drivername="postgresql+psycopg"),
        pool_size=threads + 1,
        pool_pre_ping=True,
        hide_parameters=True,
    )


def open_read_engine(url: str) -> AsyncEngine:
    """An asynchronous engine for what is read outside updates: pages, exports, metrics."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        engine = create_async_engine(
            address.set(drivername="sqlite+aiosqlite"), hide_parameters=True
        )
        _make_sqlite_safe(engine.sync_engine, begin="BEGIN")
        return engine
    return create_async_engine(
        address.set(drivername="postgresql+psycopg"), pool_pre_ping=True, hide_parameters=True
    )


def is_sqlite(engine: Engine) -> bool:
    """Whether this engine speaks to SQLite, which has one writer."""
    return engine.dialect.name == "sqlite"


def _make_sqlite_safe(engine: Engine, *, begin: str) -> None:
    # pysqlite opens transactions late and by itself, which loses updates silently;
    # with isolation_level None the begin is ours, and IMMEDIATE takes the write lock at once.
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in SQLITE_PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)
