"""Fixtures of all tests: a stage per test, the cast on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.cast import Cast, enter
from tests.stage import Stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    one = Stage(tmp_path / "data")
    await one.open()
    yield one
    await one.close()


@pytest.fixture
async def cast(stage: Stage) -> Cast:
    return await enter(stage)
