"""Two processes behind one webhook and one PostgreSQL: one dies, the other goes on for it."""

from __future__ import annotations

import asyncio
import itertools
import socket
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from db.engine import open_engine
from db.leases import LEADER
from db.migrations.upgrade import upgrade
from db.models.jobs import Lease
from db.units import Units
from sandbox import Sandbox
from tests.crowd import (
    FIRST_ACCOUNT,
    Process,
    check,
    confirmations,
    settle_teachers,
    until_quiet,
    write_all,
)
from tests.databases import PostgresServer

TEACHERS = 60
SECRET = "the-same-secret-in-every-replica"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Balancer:
    """Hands every webhook call to the next replica; a dead one's calls fail, as they would."""

    def __init__(self, ports: list[int]) -> None:
        self._ports: Iterator[int] = itertools.cycle(ports)
        self._runner: web.AppRunner | None = None
        self._http: aiohttp.ClientSession | None = None
        self.taken: dict[int, int] = dict.fromkeys(ports, 0)

    async def open(self) -> str:
        self._http = aiohttp.ClientSession()
        application = web.Application()
        application.router.add_post("/telegram", self._pass_on)
        self._runner = web.AppRunner(application, access_log=None)
        await self._runner.setup()
        port = free_port()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        return f"http://127.0.0.1:{port}"

    async def close(self) -> None:
        assert self._runner is not None
        assert self._http is not None
        await self._runner.cleanup()
        await self._http.close()

    async def _pass_on(self, request: web.Request) -> web.Response:
        assert self._http is not None
        port, body = next(self._ports), await request.read()
        try:
            async with self._http.post(
                f"http://127.0.0.1:{port}/telegram", data=body, headers=request.headers
            ) as answer:
                self.taken[port] += answer.status == 200
                return web.Response(status=answer.status)
        except aiohttp.ClientError:
            return web.Response(status=502)


@pytest.fixture
def shared_url(postgres: PostgresServer) -> str:
    return postgres.new_database()


@pytest.fixture
def shared_engine(shared_url: str) -> Iterator[Engine]:
    one = open_engine(shared_url)
    upgrade(one)
    yield one
    one.dispose()


def leader(session: Session) -> str | None:
    return session.scalar(select(Lease.owner).where(Lease.name == LEADER))


def name_of(directory: Path) -> str:
    return (directory / "process").read_text()


async def until_led(units: Units) -> str:
    async with asyncio.timeout(30):
        while (owner := await units.run(leader)) is None:
            await asyncio.sleep(0.1)
    return owner


async def test_when_the_leader_of_two_dies_nothing_is_lost_and_nothing_done_twice(
    shared_url: str, shared_engine: Engine, tmp_path: Path
) -> None:
    units = Units(shared_engine)
    await units.run(lambda session: settle_teachers(session, TEACHERS))
    sandbox = Sandbox()
    url = await sandbox.start()
    ports = [free_port(), free_port()]
    balancer = Balancer(ports)
    public = await balancer.open()
    replicas = [
        Process(
            url,
            tmp_path / str(port),
            shared_url,
            listen=f"127.0.0.1:{port}",
            webhook_url=public,
            webhook_secret=SECRET,
            secret=SECRET,
            files_dir=str(tmp_path / "files"),
        )
        for port in ports
    ]
    try:
        for one in replicas:
            one.start()
        writing = asyncio.create_task(write_all(url, TEACHERS))
        led = await until_led(units)
        await asyncio.sleep(2.5)
        dead = next(n for n, port in enumerate(ports) if name_of(tmp_path / str(port)) == led)
        replicas[dead].kill()
        expected = await writing
        await until_quiet(sandbox, units, expected)

        await units.run(lambda session: check(session, TEACHERS, expected))
        told = [await confirmations(url, FIRST_ACCOUNT + n) for n in range(TEACHERS)]
        assert min(told) >= 1
        assert sum(told) - TEACHERS <= 2
        assert min(balancer.taken.values()) > 0
        async with asyncio.timeout(30):
            while await units.run(leader) != name_of(tmp_path / str(ports[1 - dead])):
                await asyncio.sleep(0.2)
        assert replicas[1 - dead].stop() < 10
    finally:
        for one in replicas:
            one.end()
        units.close()
        await balancer.close()
        await sandbox.stop()
