"""The other way in: a webhook that says 200 only after the row is committed."""

from __future__ import annotations

import io
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import func, select

from db.models.intake import Inbox
from tests.cast import enter
from tests.stage import Stage

SECRET = "webhook-secret-of-the-tests"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def hooked(tmp_path: Path) -> AsyncIterator[Stage]:
    address = f"127.0.0.1:{free_port()}"
    one = Stage(
        tmp_path / "data",
        listen=address,
        webhook_url=f"http://{address}",
        webhook_secret=SECRET,
    )
    await one.open()
    yield one
    await one.close()


def hook(stage: Stage) -> str:
    return f"{stage.bot.web.address}/telegram"


async def stored(stage: Stage) -> int:
    count: int = await stage.run(
        lambda s: s.execute(select(func.count()).select_from(Inbox)).scalar_one()
    )
    return count


async def test_people_are_answered_through_a_webhook(hooked: Stage) -> None:
    cast = await enter(hooked)
    await cast.marina.sends("/menu")

    assert (await hooked.get("/sim/state"))["mode"] == "webhook"
    assert await cast.marina.reads()


@pytest.mark.parametrize("secret", ["", "wrong", SECRET[:-1]])
async def test_a_forged_webhook_leaves_no_row(hooked: Stage, secret: str) -> None:
    body = {"update_id": 999, "message": {"chat": {"id": 1}}}
    async with (
        aiohttp.ClientSession() as http,
        http.post(hook(hooked), json=body, headers={HEADER: secret}) as answer,
    ):
        assert answer.status == 403

    assert await stored(hooked) == 0


async def test_a_body_that_is_too_large_is_refused(hooked: Stage) -> None:
    headers = {HEADER: SECRET, "Content-Type": "application/json"}
    async with (
        aiohttp.ClientSession() as http,
        http.post(hook(hooked), data=io.BytesIO(b"[" * (2 << 20)), headers=headers) as answer,
    ):
        assert answer.status == 413


async def test_an_update_given_twice_is_handled_once(hooked: Stage) -> None:
    headers = {HEADER: SECRET}
    body = {"update_id": 999, "strange_new_kind": {"from": {"id": 5}}}
    async with aiohttp.ClientSession() as http:
        for _ in range(3):
            async with http.post(hook(hooked), json=body, headers=headers) as answer:
                assert answer.status == 200
    await hooked.quiet()

    assert await stored(hooked) == 1


async def test_what_is_no_update_is_accepted_and_dropped(hooked: Stage) -> None:
    headers = {HEADER: SECRET, "Content-Type": "application/json"}
    async with (
        aiohttp.ClientSession() as http,
        http.post(hook(hooked), data=b"{}", headers=headers) as answer,
    ):
        assert answer.status == 200


async def test_the_operators_charts_count_updates_and_letters(hooked: Stage) -> None:
    cast = await enter(hooked)
    await cast.marina.sends("/menu")
    root = hook(hooked).removesuffix("/telegram")
    async with aiohttp.ClientSession() as http, http.get(f"{root}/metrics") as answer:
        lines = (await answer.text()).splitlines()

    counted = dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    assert float(counted["metodbot_updates_handled_total"]) > 0
    assert float(counted["metodbot_update_seconds_count"]) > 0
    assert float(counted['metodbot_letters_total{lane="REPLY",outcome="SENT"}']) > 0


async def test_the_health_page_tells_that_the_bot_is_alive_and_ready(hooked: Stage) -> None:
    root = hook(hooked).removesuffix("/telegram")
    async with aiohttp.ClientSession() as http:
        for path in ("/healthz", "/readyz", "/metrics"):
            async with http.get(root + path) as answer:
                assert answer.status == 200, path
