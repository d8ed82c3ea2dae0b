"""Brings a database to the present shape."""

from __future__ import annotations

from sqlalchemy import Engine

import db.models  # noqa: F401 every table must be known
from db.base import Base


def upgrade(engine: Engine) -> None:
    """Create what is missing."""
    Base.metadata.create_all(engine)
