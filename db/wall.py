"""The database's own clock, in milliseconds since 1970: the one clock all processes share.

Leases and limits are physical: neither a jump of a test's clock nor one replica's wrong clock may
bend them. Everything people see goes by the injected clock instead.
"""

from __future__ import annotations

from functools import cache

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session


def wall(session: Session) -> int:
    """What the database's clock says now."""
    return int(session.connection().execute(_ask(session.get_bind().dialect.name)).scalar_one())


@cache
def _ask(dialect: str) -> TextClause:
    if dialect == "sqlite":
        return text("SELECT CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER)")
    return text("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)")
