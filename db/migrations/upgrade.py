"""Brings a database to the present shape; what is there already costs one query."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from db.engine import is_sqlite

HERE = Path(__file__).resolve().parent
MIGRATION_LOCK = 7_310_426
"""The key of PostgreSQL's advisory lock: of several replicas one migrates, the rest wait."""


def newest() -> str:
    """The newest revision: files are called `<revision>_<what>.py`, in order."""
    files = sorted(path.name for path in (HERE / "versions").glob("[0-9]*.py"))
    return files[-1].partition("_")[0]


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Run what is missing, in one transaction, by one process."""
    if revision == "head" and current(engine) == newest():
        return
    _migrate(engine, revision, down=False)


def downgrade(engine: Engine, revision: str) -> None:
    """Take migrations back (tests of the migrations themselves)."""
    _migrate(engine, revision, down=True)


def current(engine: Engine) -> str | None:
    """The revision a database is at; None for an empty one."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(engine: Engine, revision: str, *, down: bool) -> None:
    # Imported here: an up-to-date bot starts without it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE))
    with engine.connect() as connection:
        _lock(connection, engine)
        config.attributes["connection"] = connection
        if down:
            command.downgrade(config, revision)
        else:
            command.upgrade(config, revision)
        connection.commit()


def _lock(connection: Connection, engine: Engine) -> None:
    if is_sqlite(engine):
        # A table that is copied and renamed must not take its children with it. The pragma
        # counts only outside a transaction, so it goes to the driver before our BEGIN.
        connection.connection.dbapi_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
