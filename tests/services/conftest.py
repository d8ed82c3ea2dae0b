"""Fixtures of the services' tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests.services.results_scene import Scene, build


@pytest.fixture
def results_scene(engine: Engine, tmp_path: Path) -> Iterator[Scene]:
    """The district and its results, on SQLite and on PostgreSQL; nothing is committed."""
    with Session(engine, expire_on_commit=False) as session:
        yield build(session, tmp_path)
        session.rollback()
