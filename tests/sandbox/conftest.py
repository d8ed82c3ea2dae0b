"""A sandbox of its own for every test, with a bot and people to play."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from sandbox import Sandbox
from tests.sandbox.door import Door


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A running sandbox that checks every shape; nothing may have been wrong at the end."""
    server = Sandbox(validate=True)
    yield server
    await server.stop()
    assert server.violations == []


@pytest.fixture
async def door(sandbox: Sandbox) -> AsyncIterator[Door]:
    """HTTP to the running sandbox."""
    url = await sandbox.start()
    async with aiohttp.ClientSession() as session:
        yield Door(session, url)
